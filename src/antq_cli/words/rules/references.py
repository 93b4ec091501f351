"""The rules of references: what a row names has to be there."""

TEXTS = {
    "X101.name": ("unknown-unit", "đơn vị không có"),
    "X101.holds": (
        "A row names only units that exist or once existed.",
        "Đơn vị ghi ở dòng là đơn vị có trong sổ đăng ký đơn vị (units).",
    ),
    "X101.why": (
        (
            "Neighbours differ in one letter (Cẩm Tâm, Cẩm Tân), so antq never corrects a code by its "
            "likeness. Its rows are left out of every sum."
        ),
        (
            "Các xã gần nhau chỉ khác một chữ (Cẩm Tâm, Cẩm Tân), nên mã sai không được tự sửa theo độ giống: "
            "các dòng ấy không được tính vào tổng số nào."
        ),
    ),
    "X101.what": (
        "Column {column}: no unit has the code {value}.",
        "Cột {column}: không có đơn vị nào mang mã {value}.",
    ),
    "X101.fix": ("Correct the code, or add the unit.", "Sửa mã, hoặc thêm đơn vị."),
    "X102.name": ("unit-not-open", "đơn vị không hoạt động"),
    "X102.holds": (
        "A unit is open on the first day of a row that names it.",
        "Vào ngày ghi ở dòng, đơn vị đang hoạt động.",
    ),
    "X102.why": (
        (
            "Codes are used again: 15148 was Cẩm Giang until 30/06/2025 and is Cẩm Tú since. Only the day says "
            "which of them is meant."
        ),
        (
            "Mã được dùng lại: 15148 là Cẩm Giang đến hết ngày 30/06/2025, từ ngày hôm sau là Cẩm Tú. Chỉ có ngày mới "
            "cho biết là đơn vị nào."
        ),
    ),
    "X102.what": (
        "Column {column}: a unit has the code {value}, but none had it on the row's first day.",
        "Cột {column}: mã {value} có trong bộ sổ, nhưng vào ngày ghi ở dòng này không đơn vị nào mang mã đó.",
    ),
    "X102.fix": (
        "Correct the code or the day, or the days on which the unit opened and closed.",
        "Sửa mã hoặc ngày, hoặc sửa ngày thành lập, ngày kết thúc của đơn vị.",
    ),
    "X103.name": ("unknown-level", "cấp không có"),
    "X103.holds": ("Every unit has a level of the manifest.", "Cấp của mọi đơn vị có trong antq.toml."),
    "X103.why": (
        ("A unit of an unknown level is in no table by level, and nobody knows whether it should report or be judged."),
        (
            "Đơn vị thuộc cấp không rõ thì không có trong bảng theo cấp nào, và không biết có phải báo cáo hay được "
            "xét hay không."
        ),
    ),
    "X103.what": ("The manifest has no level {value}.", "antq.toml không có cấp {value}."),
    "X103.fix": ("Write one of: {allowed}.", "Ghi một trong các giá trị: {allowed}."),
    "X104.name": ("hierarchy-cycle", "vòng cấp trên"),
    "X104.holds": (
        "No unit lies in itself, directly or through others.",
        "Không đơn vị nào thuộc chính nó, trực tiếp hay qua đơn vị khác.",
    ),
    "X104.why": (
        "A circle never leads up to the top unit, so what lies in it is in no total.",
        ("Vòng khép kín không dẫn lên đơn vị cao nhất: những gì trong đó không có trong tổng số nào."),
    ),
    "X104.what": (
        "The unit lies in itself: its parent {parent} leads back to it.",
        "Quan hệ cấp trên tạo thành vòng: đơn vị {parent} lại thuộc đơn vị này.",
    ),
    "X104.fix": ("Correct the parent.", "Sửa đơn vị cấp trên."),
    "X105.name": ("parent-not-above", "sai cấp trên"),
    "X105.holds": ("A unit lies in a unit of a higher level.", "Đơn vị thuộc một đơn vị ở cấp cao hơn."),
    "X105.why": (
        (
            "A commune inside another commune would be counted in both. antq does not follow such a way up, so "
            "what lies in the unit is in no total."
        ),
        (
            "Xã nằm trong một xã khác sẽ được tính ở cả hai. Quan hệ như vậy không được dùng, nên những gì "
            "thuộc đơn vị không có trong tổng số nào."
        ),
    ),
    "X105.what": (
        "The parent {parent} is of the level {above}, which is not above {level}.",
        "Đơn vị {parent} là {above}, không phải cấp trên của {level}.",
    ),
    "X105.fix": ("Correct the parent or the level.", "Sửa đơn vị cấp trên hoặc cấp."),
    "X106.name": ("nothing-carries", "chưa ghi chuyển đi đâu"),
    "X106.holds": (
        "The crosswalk says where a closed unit went.",
        "Đơn vị kết thúc hoạt động thì sổ sắp xếp đơn vị (crosswalk) ghi chuyển sang đơn vị nào.",
    ),
    "X106.why": (
        ("Otherwise the households of a merged commune are nowhere from that day on, as if all had moved away."),
        "Nếu không thì từ ngày sáp nhập các hộ của xã cũ không ở đâu cả, như thể tất cả đã chuyển đi.",
    ),
    "X106.what": ("The unit {code} {gone}.", "Đơn vị {code} {gone}."),
    "X106.fix": (
        (
            "Add a row for it to the crosswalk, with part same or whole. If it was divided, end the rows in it on that "
            "day and add rows in its parts."
        ),
        (
            "Thêm một dòng cho đơn vị này vào sổ sắp xếp đơn vị (crosswalk), cột phạm vi (part) ghi same (đổi tên) "
            "hoặc whole (nhập toàn bộ). Nếu đơn vị được chia ra thì ghi ngày kết thúc cho các dòng thuộc đơn vị này và "
            "thêm dòng ở các phần."
        ),
    ),
    "X107.name": ("not-below-top", "ngoài đơn vị cao nhất"),
    "X107.holds": ("Every unit lies in the book's top unit.", "Mọi đơn vị đều thuộc đơn vị cao nhất của bộ sổ."),
    "X107.why": (
        (
            "Figures are added up from below. What never reaches the top unit is in no total, and the total "
            "does not show it."
        ),
        (
            "Số liệu được cộng từ dưới lên. Đơn vị không dẫn lên đơn vị cao nhất thì không có trong tổng số, "
            "mà nhìn tổng số không biết là thiếu."
        ),
    ),
    "X107.what": (
        "The unit {code} does not lie in the book's top unit, so nothing in it is counted.",
        "Đơn vị {code} không thuộc đơn vị cao nhất của bộ sổ, nên số liệu của đơn vị này không được tính.",
    ),
    "X107.fix": ("Give it a parent.", "Ghi mã vào cột đơn vị cấp trên (parent)."),
    "X108.name": ("not-open-yet", "chưa thành lập"),
    "X108.holds": (
        "Nothing lies in a unit before the unit opens.",
        "Không có gì thuộc về một đơn vị trước khi đơn vị thành lập.",
    ),
    "X108.why": (
        (
            "A household without a first day was always there, and its unit was not. On the days before, it "
            "has no place and is left out."
        ),
        (
            "Hộ không ghi ngày đến thì coi như có từ trước đến nay, còn đơn vị thì không: những ngày trước đó "
            "hộ không xếp được và không được tính."
        ),
    ),
    "X108.what": (
        "The unit {code} opened only on {value}; on {day} its rows have no place.",
        "Đơn vị {code} đến ngày {value} mới thành lập; ngày {day} các dòng thuộc đơn vị này chưa xếp được.",
    ),
    "X108.fix": (
        "Give its rows a first day, or correct the day on which the unit opened.",
        "Ghi ngày bắt đầu cho các dòng đó, hoặc sửa ngày thành lập của đơn vị.",
    ),
    "X109.name": ("crossing-without-closing", "chuyển khi chưa kết thúc"),
    "X109.holds": (
        "A crosswalk row is of a unit that closes on the row's day.",
        "Mỗi dòng của sổ sắp xếp đơn vị (crosswalk) là của một đơn vị kết thúc đúng vào ngày ghi ở dòng.",
    ),
    "X109.why": (
        (
            "A row that fits no closing does nothing. If its day is mistyped, the unit that did close drops "
            "out of the sums."
        ),
        (
            "Dòng không khớp với lần kết thúc nào thì không có tác dụng. Nếu chỉ ghi nhầm ngày thì mọi thứ của "
            "đơn vị thật sự kết thúc rơi khỏi tổng số."
        ),
    ),
    "X109.what": (
        "No unit with the code {value} closes on {day}, so this row does nothing.",
        "Không có đơn vị nào mang mã {value} kết thúc vào ngày {day}, nên dòng này không có tác dụng.",
    ),
    "X109.fix": (
        "Write the day into the unit's column closed, or correct the code or the date of this row.",
        "Ghi ngày đó vào cột ngày đầu tiên không còn hoạt động (closed) của đơn vị, hoặc sửa mã hay ngày của dòng này.",
    ),
    "X110.name": ("same-as-another", "không phải đổi tên"),
    "X110.holds": (
        "`same` stands only where one unit alone becomes a unit that begins that day.",
        "Chỉ ghi `same` (đổi tên hoặc chuyển cấp) khi đúng một đơn vị trở thành một đơn vị mới vào ngày đó.",
    ),
    "X110.why": (
        (
            "With `same` the unit's own pledge and return go along. After a merger the pledge of one old "
            "commune would become that of the whole new one."
        ),
        (
            "Với `same`, cam kết và báo cáo của chính đơn vị đi theo. Sau sáp nhập, như vậy cam kết của một xã cũ sẽ "
            "thành cam kết của cả xã mới."
        ),
    ),
    "X110.what": (
        "`same` cannot be used for {unit} → {to}: the latter existed before, or takes in another unit as well.",
        (
            "Không ghi được `same` (đổi tên hoặc chuyển cấp) cho {unit} → {to}: đơn vị sau đã có từ trước, hoặc còn "
            "nhận đơn vị khác."
        ),
    ),
    "X110.fix": (
        "Write whole for merged units; same is for a unit that was renamed or moved up.",
        "Ghi whole (nhập toàn bộ) cho các đơn vị sáp nhập; same chỉ dành cho đơn vị đổi tên hoặc chuyển cấp.",
    ),
    "X111.name": ("carried-twice", "chuyển đi hai nơi"),
    "X111.holds": (
        "A closed unit goes whole into one unit, or in parts into several.",
        "Đơn vị kết thúc thì nhập toàn bộ vào một đơn vị, hoặc chia ra từng phần.",
    ),
    "X111.why": (
        ("If everything went to two units, its households would count twice. antq follows neither row."),
        ("Nếu tất cả cùng đi về hai nơi thì các hộ bị tính hai lần; vì vậy không dòng nào được dùng."),
    ),
    "X111.what": (
        ("The unit {unit} already goes to {other} on {day}. The two rows contradict each other, and neither is used."),
        "Đơn vị {unit} đã ghi nhập vào {other} ngày {day}; hai dòng mâu thuẫn nên không dòng nào được dùng.",
    ),
    "X111.fix": (
        "Keep the row that is true, or write part in both, or land where only land without people moved.",
        "Giữ dòng đúng, ghi part (một phần) ở cả hai dòng, hoặc ghi land (chỉ đất đai) nếu không có người chuyển đi.",
    ),
    "X112.name": ("away-from-its-parent", "lạc khỏi cấp trên"),
    "X112.holds": (
        "A unit goes where its parent goes, if the whole parent goes on the same day.",
        "Đơn vị đi theo đơn vị cấp trên của mình, nếu cùng ngày đơn vị cấp trên ấy được nhập toàn bộ.",
    ),
    "X112.why": (
        ("One wrong digit moves a commune into another province, and its people are counted there without any gap."),
        "Sai một chữ số là cả một xã nhập sang tỉnh khác, và dân của xã được tính ở đó mà không thấy thiếu gì.",
    ),
    "X112.what": (
        "On {day} {parent} went to {other}. Its unit {unit} goes to {to}, which does not lie there.",
        "Ngày {day}, {parent} chuyển vào {other}, nhưng {unit} trực thuộc lại chuyển vào {to}, không nằm ở đó.",
    ),
    "X112.fix": (
        "Check the code of the unit that it goes to; if it did change over, waive this.",
        "Kiểm tra mã đơn vị chuyển đến; nếu đúng là chuyển sang nơi khác thì khai báo bỏ qua, có lý do.",
    ),
    "X113.name": ("named-and-empty", "cấp trên không có ai"),
    "X113.holds": (
        "The current bearer of a code has units in it, if rows without a first day name that code as parent.",
        ("Khi các dòng không ghi ngày nêu một đơn vị cấp trên, thì đơn vị đang mang mã đó phải có đơn vị trực thuộc."),
    ),
    "X113.why": (
        (
            "In a row without a first day, a code means its first bearer. If a unit is opened again under the "
            "same code, its areas stay with the first one, and the new one counts nobody."
        ),
        (
            "Mã trong dòng không ghi ngày chỉ đơn vị đầu tiên mang mã đó. Khi một đơn vị được lập lại với mã "
            "cũ, các khu dân cư vẫn nằm ở nơi đơn vị đầu tiên đã nhập vào, còn đơn vị mới không có ai."
        ),
    ),
    "X113.what": (
        (
            "From {value} on no unit lies in {code}, though rows without a first day name it as parent ({n}), "
            "such as {unit}."
        ),
        (
            "Từ ngày {value} không có đơn vị nào trực thuộc {code}, dù có {n} dòng không ghi ngày nêu đơn vị này là "
            "cấp trên, như {unit}."
        ),
    ),
    "X113.fix": (
        ("Close these units on that day and open them again in rows with that first day; add them to the crosswalk."),
        (
            "Kết thúc các đơn vị ấy vào ngày đó, ghi lại bằng dòng mới bắt đầu ngày đó, và thêm vào sổ sắp xếp đơn vị "
            "(crosswalk)."
        ),
    ),
    "X201.name": ("unknown-kind", "loại không có"),
    "X201.holds": (
        "The manifest declares every kind that a row names.",
        "Loại mà dòng nêu ra được khai báo trong antq.toml.",
    ),
    "X201.why": (
        "A pledge of the kind `houshold` is in no table: the row is in the book, but does not count as signed.",
        (
            "Viết `household` (hộ gia đình) thành `houshold` thì cam kết không có trong bảng nào: dòng vẫn ở trong bộ "
            "sổ mà người đã ký coi như chưa ký."
        ),
    ),
    "X201.what": ("antq.toml declares no kind {value}.", "antq.toml không khai báo loại {value}."),
    "X201.fix": ("Correct the kind, or declare it in antq.toml.", "Sửa loại, hoặc khai báo trong antq.toml."),
    "X202.name": ("unknown-pledger", "nơi ký không có"),
    "X202.holds": (
        "Whoever signed is in the register of those who sign.",
        "Nơi ký có trong sổ đăng ký của thành phần ký loại này.",
    ),
    "X202.why": (
        (
            "Counted without being in the total, it could push a rate over 100 %, so the pledge is left out. "
            "Usually the code is mistyped, and the right household counts as not signed."
        ),
        (
            "Có số ký mà không có trong tổng số thì tỷ lệ có thể vượt 100%, nên cam kết không được tính. "
            "Thường là mã ghi nhầm, còn hộ đã ký thật thì coi như chưa ký."
        ),
    ),
    "X202.what": (
        "{value} is not in the register of those who sign this kind.",
        "{value} không có trong sổ đăng ký của thành phần ký loại này.",
    ),
    "X202.fix": ("Correct the code, or add the pledger to its register.", "Sửa mã, hoặc thêm vào sổ đăng ký."),
    "X203.name": ("pledge-outside-stretches", "ký ngoài thời gian"),
    "X203.holds": (
        "A pledge is dated while its pledger is in the register.",
        "Ngày ký nằm trong khoảng thời gian nơi ký có trong sổ đăng ký.",
    ),
    "X203.why": (
        (
            "Whoever had not come yet, or had left, cannot have signed there. One of the days is wrong, and "
            "either changes a figure."
        ),
        (
            "Chưa đến hoặc đã đi thì không thể ký ở đó: ngày ký hoặc ngày đến, ngày đi bị sai, và sai ngày nào "
            "cũng làm thay đổi số liệu."
        ),
    ),
    "X203.what": (
        "On {value} the pledger was not in the register.",
        "Vào ngày ký {value}, nơi ký không có trong sổ đăng ký.",
    ),
    "X203.fix": (
        "Correct the day of the pledge, or the pledger's days in the register.",
        "Sửa ngày ký, hoặc sửa ngày đến, ngày đi trong sổ đăng ký.",
    ),
    "X204.name": ("shared-code", "mã dùng chung"),
    "X204.holds": ("Units and organisations share no code.", "Đơn vị và tổ chức không dùng chung mã."),
    "X204.why": (
        (
            "Returns, pledges and results name both by code alone. A shared code does not tell whether the "
            "school or the commune is meant."
        ),
        "Báo cáo, cam kết và kết quả xét chỉ nêu mã; mã dùng chung thì không biết là nói trường học hay nói xã.",
    ),
    "X204.what": ("A unit has the code {value} as well.", "Mã {value} cũng là mã của một đơn vị."),
    "X204.fix": ("Give the organisation a code of its own.", "Cho tổ chức một mã riêng."),
    "X205.name": ("unknown-measure", "chỉ tiêu không có"),
    "X205.holds": (
        "The manifest declares the measure of every return.",
        "Chỉ tiêu của báo cáo được khai báo trong antq.toml.",
    ),
    "X205.why": (
        "Its number is in the book and in no figure, and nobody misses it.",
        "Con số có trong bộ sổ mà không có trong số liệu nào, và không ai nhận ra là thiếu.",
    ),
    "X205.what": (
        "There can be no return of the measure {value}: {no_measure}.",
        "Báo cáo số liệu không thể có chỉ tiêu {value}: {no_measure}.",
    ),
    "X205.fix": (
        "Correct the measure, or declare its kind in antq.toml. Activities go into the register activities.",
        "Sửa chỉ tiêu, hoặc khai báo loại trong antq.toml. Hoạt động thì ghi vào sổ đăng ký hoạt động (activities).",
    ),
    "X206.name": ("outside-its-kind", "ngoài thời gian của loại"),
    "X206.holds": (
        "Teams and models exist while their kind does.",
        "Tổ và mô hình có trong thời gian có loại đó.",
    ),
    "X206.why": (
        (
            "From 01/07/2024 the protection teams of Law 30/2023/QH15 were formed from neighbourhood guards, "
            "part-time commune police and heads of civil defence teams. An earlier team left open would count "
            "beside its successor."
        ),
        (
            "Từ 01/07/2024, Tổ bảo vệ an ninh, trật tự được kiện toàn từ bảo vệ dân phố, Công an xã bán chuyên "
            "trách, đội trưởng, đội phó dân phòng (Luật số 30/2023/QH15). Tổ cũ không ghi ngày kết thúc thì bị tính "
            "cùng tổ mới."
        ),
    ),
    "X206.what": (
        "{value} is outside of the days of the kind {kind} (limit: {day}).",
        "{value} nằm ngoài thời gian có loại {kind} (giới hạn: {day}).",
    ),
    "X206.fix": (
        "Write days within those of the kind.",
        "Ghi ngày bắt đầu và ngày kết thúc trong thời gian có loại này.",
    ),
    "X207.name": ("unknown-host", "nơi có mô hình không có"),
    "X207.holds": (
        "The organisation that hosts a model was in the register when the model was established.",
        "Tổ chức có mô hình đã có trong sổ đăng ký vào ngày mô hình được lập.",
    ),
    "X207.why": (
        ("Reach counts the hosts of models: a school that is not in the register is not counted as having one."),
        (
            "Số nơi có mô hình tính theo cơ quan, trường có mô hình: trường không có trong sổ đăng ký thì "
            "không nằm trong số đó."
        ),
    ),
    "X207.what": (
        "There was no organisation {value} on the day on which the model was established.",
        "Không có tổ chức {value} vào ngày mô hình được lập.",
    ),
    "X207.fix": (
        "Correct the code, or add the organisation to its register.",
        "Sửa mã, hoặc thêm vào sổ đăng ký cơ quan, doanh nghiệp, nhà trường (organisations).",
    ),
    "X208.name": ("unknown-exemption", "lý do không hợp lệ"),
    "X208.holds": (
        "The reason for leaving somebody out is one that a regime knows.",
        "Lý do không thuộc diện xét là lý do mà một quy định nêu ra.",
    ),
    "X208.why": (
        ("With a mistyped reason the organisation stays among those to be assessed, and the rate is too low."),
        "Ghi sai lý do thì tổ chức vẫn nằm trong số phải xét, và tỷ lệ đạt tiêu chuẩn bị thấp đi.",
    ),
    "X208.what": (
        "No regime leaves anybody out for {value}, so this organisation is to be assessed.",
        "Không quy định nào trong antq.toml loại {value} khỏi diện xét, nên tổ chức này vẫn phải xét.",
    ),
    "X208.fix": (
        "Write one of: {allowed}; or declare it in a regime's exempt.",
        "Ghi một trong các lý do: {allowed}; hoặc khai báo ở mục không thuộc diện xét (exempt) của quy định.",
    ),
    "X209.name": ("return-of-no-use", "báo cáo không dùng"),
    "X209.holds": (
        "A return counts in a figure, or can be compared with one.",
        "Báo cáo được tính vào một số liệu, hoặc đối chiếu được với một số liệu.",
    ),
    "X209.why": (
        (
            "Whoever typed it believes that it counts. If the commune reports its pupils, a school's own "
            "return adds nothing, and nobody is told."
        ),
        (
            "Người nhập tin rằng số đó đã được tính. Nếu số học sinh lấy theo báo cáo của xã thì báo cáo riêng "
            "của một trường không cộng thêm gì, mà không ai được báo."
        ),
    ),
    "X209.what": (
        "No figure uses this return of {measure}, and nothing is compared with it: {no_use}.",
        "Không số liệu nào dùng báo cáo {measure} này, cũng không đối chiếu được với gì: {no_use}.",
    ),
    "X209.fix": (
        "Enter it under the sender that has to report {measure}, correct grain in antq.toml, or delete the row.",
        "Ghi số này ở nơi phải báo cáo {measure}, sửa nơi báo cáo (grain) trong antq.toml, hoặc xóa dòng.",
    ),
    "X210.name": ("beyond-its-unit", "sau khi đơn vị kết thúc"),
    "X210.holds": (
        "A unit does something only on days on which it is open.",
        "Hoạt động của một đơn vị nằm trong thời gian đơn vị đó hoạt động.",
    ),
    "X210.why": (
        (
            "After a unit closed, another one did the work. Nobody can divide the number between the two, so the "
            "row is left out."
        ),
        (
            "Phần thực hiện sau ngày đơn vị kết thúc hoạt động là của đơn vị khác: không rõ mỗi nơi bao nhiêu, nên "
            "dòng này không được tính."
        ),
    ),
    "X210.what": (
        "The unit {unit} was already closed on {value}, the last day of this row.",
        "Ngày cuối của dòng là {value}, khi đơn vị {unit} đã kết thúc hoạt động.",
    ),
    "X210.fix": (
        "Divide the row at the day on which the unit closed, or correct its days.",
        "Tách dòng tại ngày đơn vị kết thúc hoạt động, hoặc sửa lại ngày.",
    ),
    "X211.name": ("days-of-another", "hoạt động trùng ngày"),
    "X211.holds": (
        "No two rows of activities of one unit and kind share a day.",
        "Các dòng hoạt động cùng đơn vị, cùng loại không trùng ngày nhau.",
    ),
    "X211.why": (
        (
            "A month entered again in the row of its quarter would be counted twice. A period that holds both rows "
            "counts neither; one that holds a single one counts it."
        ),
        (
            "Một tháng nhập thêm ở dòng của cả quý sẽ bị tính hai lần. Kỳ nào gồm cả hai dòng thì không tính dòng "
            "nào; kỳ chỉ gồm một dòng thì vẫn tính dòng đó."
        ),
    ),
    "X211.what": (
        "This row shares a day with the one at {other} ({first} to {last_day}), of the same unit and kind.",
        "Dòng này trùng ngày với dòng ở {other} ({first} đến {last_day}), cùng đơn vị, cùng loại.",
    ),
    "X211.fix": (
        "Keep one of them, or correct their days.",
        "Giữ một dòng, hoặc sửa lại ngày.",
    ),
}

"""The rules of references: what a row names has to be there."""

TEXTS = {
    "X101.holds": ("A unit that a row names has been one at some time.", "Đơn vị mà dòng nêu ra đã từng có."),
    "X101.why": (
        (
            "Neighbours differ in one letter (Cẩm Tâm, Cẩm Tân), so a misspelt code is never corrected by its "
            "likeness: its rows are left out of every sum."
        ),
        (
            "Các xã gần nhau chỉ khác một chữ (Cẩm Tâm, Cẩm Tân), nên mã sai không bao giờ được sửa theo độ giống: các "
            "dòng ấy bị bỏ ra khỏi mọi tổng số."
        ),
    ),
    "X101.what": (
        "No unit ever bore the code {value} ({column}).",
        "Chưa từng có đơn vị nào mang mã {value} ({column}).",
    ),
    "X101.fix": ("Correct the code, or add the unit.", "Sửa mã, hoặc thêm đơn vị."),
    "X102.holds": (
        "A unit that a row names was open on the row's first day.",
        "Đơn vị mà dòng nêu ra đang hoạt động vào ngày đầu của dòng.",
    ),
    "X102.why": (
        (
            "Codes are used again: 15148 was Cẩm Giang until 2025-06-30 and is Cẩm Tú from the next day on. Only the "
            "day says which of them is meant."
        ),
        (
            "Mã được dùng lại: 15148 là Cẩm Giang đến hết ngày 30/06/2025, từ ngày hôm sau là Cẩm Tú. Chỉ có ngày mới "
            "cho biết là đơn vị nào."
        ),
    ),
    "X102.what": (
        "A unit bears the code {value} ({column}), but none did on the row's first day.",
        "Có đơn vị mang mã {value} ({column}), nhưng không phải vào ngày đầu của dòng.",
    ),
    "X102.fix": (
        "Correct the code or the day, or the days on which the unit opened and closed.",
        "Sửa mã hoặc ngày, hoặc sửa ngày thành lập, ngày kết thúc của đơn vị.",
    ),
    "X103.holds": ("The level of every unit is one of the manifest.", "Cấp của mọi đơn vị có trong antq.toml."),
    "X103.why": (
        (
            "A unit of an unknown level is in no table by level, and nobody knows whether it was to report or to be "
            "judged."
        ),
        (
            "Đơn vị thuộc cấp không rõ thì không có trong bảng theo cấp nào, và không biết có phải báo cáo hay được "
            "xét hay không."
        ),
    ),
    "X103.what": ("The manifest has no level {value}.", "antq.toml không có cấp {value}."),
    "X103.fix": ("Write one of: {allowed}.", "Ghi một trong các giá trị: {allowed}."),
    "X104.holds": (
        "No unit lies in itself, nor in one that lies in it.",
        "Không đơn vị nào nằm trong chính nó hoặc trong đơn vị nằm trong nó.",
    ),
    "X104.why": (
        "From a circle no way leads up to the top: what lies in it is in no total.",
        "Từ một vòng khép kín không có đường lên đơn vị đứng đầu: những gì trong đó không có trong tổng số nào.",
    ),
    "X104.what": (
        "The unit lies in itself: its parent {value} leads back to it.",
        "Đơn vị nằm trong chính nó: đơn vị cấp trên {value} dẫn trở lại nó.",
    ),
    "X104.fix": ("Correct the parent.", "Sửa đơn vị cấp trên."),
    "X105.holds": ("A unit lies in one of a higher level.", "Đơn vị nằm trong một đơn vị thuộc cấp cao hơn."),
    "X105.why": (
        (
            "A commune that lay in another commune would be counted in both, and its households twice in a table by "
            "commune. Such a way up is not followed, so what lies in the unit is in no total."
        ),
        (
            "Xã nằm trong một xã khác sẽ được đếm ở cả hai, và bảng theo xã có các hộ ấy hai lần. Đường lên như vậy "
            "không được theo, nên những gì thuộc đơn vị không có trong tổng số nào."
        ),
    ),
    "X105.what": (
        "The parent {value} is of the level {above}, which does not stand above {level}.",
        "Đơn vị cấp trên {value} thuộc cấp {above}, không đứng trên cấp {level}.",
    ),
    "X105.fix": ("Correct the parent or the level.", "Sửa đơn vị cấp trên hoặc cấp."),
    "X106.holds": (
        "What lies in a unit that closes is carried on by the crosswalk.",
        "Những gì thuộc đơn vị đã kết thúc được crosswalk chuyển tiếp.",
    ),
    "X106.why": (
        (
            "Otherwise the households of a merged commune are nowhere from that day on, and the merger looks as if all "
            "of them had moved away."
        ),
        "Nếu không thì từ ngày sáp nhập các hộ của xã cũ không ở đâu cả, như thể tất cả đã chuyển đi.",
    ),
    "X106.what": (
        "The unit {code} closed on {value}, and nothing carries on what lies in it.",
        "Đơn vị {code} kết thúc ngày {value}, và không có gì chuyển tiếp những gì thuộc về nó.",
    ),
    "X106.fix": (
        "Add a row for it to the crosswalk, with part same or whole.",
        "Thêm một dòng cho nó vào crosswalk, với part là same hoặc whole.",
    ),
    "X107.holds": ("Every unit lies below the campaign's top.", "Mọi đơn vị đều thuộc đơn vị đứng đầu cuộc vận động."),
    "X107.why": (
        (
            "Figures are added up from below. What is in a unit without a way up to the top is in no total, and "
            "nothing in the total shows that it is missing."
        ),
        (
            "Số liệu được cộng từ dưới lên. Những gì trong đơn vị không có đường lên thì không có trong tổng số nào, "
            "mà nhìn tổng số không biết là thiếu."
        ),
    ),
    "X107.what": (
        "The unit {code} does not lie below the campaign's top unit, so what lies in it is not counted.",
        "Đơn vị {code} không thuộc đơn vị đứng đầu cuộc vận động, nên những gì trong đó không được đếm.",
    ),
    "X107.fix": ("Give it a parent.", "Ghi đơn vị cấp trên của nó."),
    "X108.holds": (
        "Nothing lies in a unit before the unit opens.",
        "Không có gì thuộc về một đơn vị trước khi đơn vị thành lập.",
    ),
    "X108.why": (
        (
            "A household without a first day has been there always and its unit has not: on the days before, it has no "
            "place on the map and is left out."
        ),
        (
            "Hộ không ghi ngày đầu thì coi như có từ trước đến nay, còn đơn vị thì không: những ngày trước đó hộ không "
            "có chỗ và bị bỏ ra."
        ),
    ),
    "X108.what": (
        "The unit {code} opened on {value} only; on {day} what lies in it has no place.",
        "Đơn vị {code} đến ngày {value} mới thành lập; ngày {day} những gì thuộc về nó chưa có chỗ.",
    ),
    "X108.fix": (
        "Give its rows a first day, or correct the day on which the unit opened.",
        "Ghi ngày đầu cho các dòng thuộc về nó, hoặc sửa ngày thành lập của đơn vị.",
    ),
    "X109.holds": (
        "A row of the crosswalk is of a unit that closes on its day.",
        "Mỗi dòng của crosswalk là của một đơn vị kết thúc đúng vào ngày ghi ở dòng.",
    ),
    "X109.why": (
        (
            "A row that fits no closing carries nothing. If only its day is mistyped, all that lay in the unit that "
            "did close drops out of the sums."
        ),
        (
            "Dòng không khớp với lần kết thúc nào thì không chuyển tiếp gì. Nếu chỉ ghi nhầm ngày thì mọi thứ của đơn "
            "vị thật sự kết thúc rơi khỏi tổng số."
        ),
    ),
    "X109.what": (
        "No unit with the code {value} closes on {day}, so this row carries nothing.",
        "Không có đơn vị nào mang mã {value} kết thúc vào ngày {day}, nên dòng này không chuyển tiếp gì.",
    ),
    "X109.fix": (
        "Write the day into the unit's column closed, or correct the code or the date of this row.",
        "Ghi ngày đó vào cột closed của đơn vị, hoặc sửa mã hay ngày của dòng này.",
    ),
    "X110.holds": (
        "A unit goes on as the same one only in a unit that begins with it, and alone.",
        "Chỉ ghi `same` khi một đơn vị, và chỉ riêng nó, trở thành đơn vị bắt đầu vào ngày ấy.",
    ),
    "X110.why": (
        (
            "With `same` its own pledge and return go along. After a merger that would make the pledge of one old "
            "commune the pledge of the whole new one."
        ),
        (
            "Với `same`, cam kết và báo cáo của chính đơn vị đi theo. Sau sáp nhập, như vậy cam kết của một xã cũ sẽ "
            "thành cam kết của cả xã mới."
        ),
    ),
    "X110.what": (
        "The unit {unit} cannot go on as {value}, which was there before or goes on from another as well.",
        "Đơn vị {unit} không thể chính là {value}: đơn vị ấy đã có từ trước, hoặc còn nối tiếp đơn vị khác.",
    ),
    "X110.fix": (
        "Write whole for units that were merged; same is for one that was renamed or moved up.",
        "Ghi whole cho các đơn vị sáp nhập; same chỉ dành cho đơn vị đổi tên hoặc được nâng cấp.",
    ),
    "X111.holds": (
        "What closes goes on whole in one unit, or in parts.",
        "Đơn vị kết thúc thì nhập trọn vào một đơn vị, hoặc chia ra từng phần.",
    ),
    "X111.why": (
        (
            "Where everything is to go to two units, its households would be counted twice or where the first row "
            "happens to say; so neither way is followed."
        ),
        (
            "Nếu tất cả cùng đi về hai nơi thì các hộ bị đếm hai lần, hoặc ở nơi mà dòng ghi trước chỉ ra; vì vậy "
            "không theo hướng nào."
        ),
    ),
    "X111.what": (
        "The unit {unit} goes to {other} already on {day}; of two ways neither is followed.",
        "Đơn vị {unit} đã nhập vào {other} ngày {day}; có hai hướng thì không theo hướng nào.",
    ),
    "X111.fix": (
        "Keep the row that is true, write part in both, or land where only land went, and nobody on it.",
        "Giữ dòng đúng, ghi part ở cả hai dòng, hoặc ghi land nếu chỉ đất đai chuyển đi mà không có người.",
    ),
    "X112.holds": (
        "A unit goes where its parent goes, if that is carried on as a whole on the same day.",
        "Đơn vị đi theo đơn vị cấp trên của mình, nếu cùng ngày đơn vị cấp trên ấy được chuyển tiếp toàn bộ.",
    ),
    "X112.why": (
        "One wrong digit carries a commune into another province, and its people are counted there without any gap.",
        "Sai một chữ số là cả một xã nhập sang tỉnh khác, và dân của xã được đếm ở đó mà không thấy thiếu gì.",
    ),
    "X112.what": (
        "On {day} {parent} went to {other}, but {unit}, which lay in it, goes to {value}, which does not lie there.",
        "Ngày {day}, {parent} chuyển vào {other}, nhưng {unit} trực thuộc lại chuyển vào {value}, không nằm ở đó.",
    ),
    "X112.fix": (
        "Check the code of the unit that it goes to; if it did change over, waive this.",
        "Kiểm tra mã đơn vị chuyển đến; nếu đúng là chuyển sang nơi khác thì miễn trừ phát hiện này.",
    ),
    "X113.holds": (
        "Where rows without a first day name a parent, what bears that code now has something in it.",
        "Khi các dòng không có ngày đầu nêu một đơn vị cấp trên, thì đơn vị đang mang mã đó phải có đơn vị trực thuộc.",
    ),
    "X113.why": (
        (
            "A code in a row without a first day means whoever bore it first. When a unit opens again under its code, "
            "its areas stay where the first one went, and it counts nobody."
        ),
        (
            "Mã trong dòng không có ngày đầu chỉ đơn vị đầu tiên mang mã đó. Khi một đơn vị được lập lại với mã cũ, "
            "các khu vẫn nằm ở nơi đơn vị đầu tiên đã nhập vào, còn đơn vị mới không đếm được ai."
        ),
    ),
    "X113.what": (
        "From {value} on nothing lies in {code}, which rows without a first day name as parent ({n}): {unit} ({name}).",
        "Từ {value} không có gì trực thuộc {code}, dù dòng không ngày đầu ghi nó là cấp trên ({n}): {unit} ({name}).",
    ),
    "X113.fix": (
        "Close what lies there on that day, and open it again in a row with that first day, with a row in crosswalk.",
        "Đóng các đơn vị ấy vào ngày đó và mở lại bằng dòng có ngày đầu ấy; ghi chuyển tiếp trong crosswalk.",
    ),
    "X201.holds": (
        "The kind that a row names is declared in the manifest.",
        "Loại mà dòng nêu ra được khai báo trong antq.toml.",
    ),
    "X201.why": (
        "A pledge of a kind `houshold` is in no line of any table: the row is in the book, and whoever signed has not.",
        "Cam kết thuộc loại `houshold` không có trong bảng nào: dòng vẫn ở trong sổ mà người đã ký coi như chưa ký.",
    ),
    "X201.what": ("The manifest has no kind {value} here.", "antq.toml không có loại {value} ở đây."),
    "X201.fix": ("Correct the kind, or declare it in antq.toml.", "Sửa loại, hoặc khai báo trong antq.toml."),
    "X202.holds": (
        "Whoever signed is in the register of those who sign.",
        "Bên đã ký có trong sổ đăng ký của đối tượng ký loại này.",
    ),
    "X202.why": (
        (
            "A numerator without its denominator can bring a rate over 100 %, so the pledge is left out. Mostly the "
            "code is mistyped, and the right household stands as not signed."
        ),
        (
            "Có số ký mà không có trong tổng số thì tỷ lệ có thể vượt 100%, nên cam kết bị bỏ ra. Thường là mã ghi "
            "nhầm, còn hộ đã ký thật thì coi như chưa ký."
        ),
    ),
    "X202.what": (
        "The pledger {value} is not in the register of those who sign this kind.",
        "Bên cam kết {value} không có trong sổ đăng ký của đối tượng ký loại này.",
    ),
    "X202.fix": ("Correct the code, or add the pledger to its register.", "Sửa mã, hoặc thêm vào sổ đăng ký."),
    "X203.holds": (
        "A pledge is dated within the stretches of its pledger.",
        "Ngày cam kết nằm trong quãng mà bên cam kết có trong sổ đăng ký.",
    ),
    "X203.why": (
        (
            "Who had not come yet, or had left, cannot have signed there: the day of the pledge or a day of the "
            "stretch is wrong, and either of them changes a figure."
        ),
        (
            "Chưa đến hoặc đã đi thì không thể ký ở đó: ngày cam kết hoặc ngày của quãng bị sai, và sai ngày nào cũng "
            "làm thay đổi số liệu."
        ),
    ),
    "X203.what": (
        "On {value} the pledger was not in the register.",
        "Ngày {value} bên cam kết không có trong sổ đăng ký.",
    ),
    "X203.fix": (
        "Correct the day of the pledge, or the days of the pledger's stretches.",
        "Sửa ngày cam kết, hoặc sửa các quãng của bên cam kết.",
    ),
    "X204.holds": ("Units and organisations have no code in common.", "Đơn vị và tổ chức không dùng chung mã."),
    "X204.why": (
        (
            "Returns, pledges and results name both by their codes alone; of a code that two share nobody can tell "
            "whether the school is meant or the commune."
        ),
        "Báo cáo, cam kết và kết quả xét chỉ nêu mã; mã dùng chung thì không biết là nói trường học hay nói xã.",
    ),
    "X204.what": ("The code {value} belongs to a unit as well.", "Mã {value} cũng là mã của một đơn vị."),
    "X204.fix": ("Give the organisation a code of its own.", "Cho tổ chức một mã riêng."),
    "X205.holds": (
        "The measure of a return is one that the manifest declares.",
        "Chỉ tiêu của báo cáo được khai báo trong antq.toml.",
    ),
    "X205.why": (
        "Its number is in the book and in no figure, and nobody misses it.",
        "Con số có trong sổ mà không có trong số liệu nào, và không ai nhận ra là thiếu.",
    ),
    "X205.what": ("The manifest has no measure {value}.", "antq.toml không có chỉ tiêu {value}."),
    "X205.fix": (
        "Correct the measure, or declare its kind in antq.toml.",
        "Sửa chỉ tiêu, hoặc khai báo loại trong antq.toml.",
    ),
    "X206.holds": (
        "Teams and models exist within the days of their kind.",
        "Tổ và mô hình tồn tại trong thời gian có loại đó.",
    ),
    "X206.why": (
        (
            "The statutory teams took the place of the earlier ones on 2024-07-01 (Law 30/2023/QH15); an earlier team "
            "that is left open is counted beside its successor."
        ),
        (
            "Tổ bảo vệ ANTT theo luật thay thế các tổ trước từ ngày 01/07/2024 (Luật 30/2023/QH15); tổ cũ không ghi "
            "ngày kết thúc thì được đếm cùng với tổ thay thế nó."
        ),
    ),
    "X206.what": (
        "{value} is outside of the days of the kind {kind} (its limit: {day}).",
        "{value}: không khớp với thời gian tồn tại của loại {kind} (mốc {day}).",
    ),
    "X206.fix": (
        "Write a first and a last day between which there is such a kind.",
        "Ghi ngày bắt đầu và ngày kết thúc trong thời gian có loại này.",
    ),
    "X207.holds": (
        "The organisation that hosts a model was in the register when the model was established.",
        "Tổ chức có mô hình đã có trong sổ đăng ký vào ngày mô hình được lập.",
    ),
    "X207.why": (
        (
            "Whom models reach is counted by their hosts: a school that is not in the register is not among the "
            "schools that have one."
        ),
        (
            "Mô hình có mặt ở bao nhiêu nơi là đếm theo tổ chức có mô hình: trường không có trong sổ thì không nằm "
            "trong số trường có mô hình."
        ),
    ),
    "X207.what": (
        "There was no organisation {value} on the day on which the model was established.",
        "Không có tổ chức {value} vào ngày mô hình được lập.",
    ),
    "X207.fix": (
        "Correct the code, or add the organisation to its register.",
        "Sửa mã, hoặc thêm tổ chức vào sổ organisations.",
    ),
    "X208.holds": (
        "A reason for being left out is one that a regime knows.",
        "Lý do được miễn xét là lý do mà một quy định nêu ra.",
    ),
    "X208.why": (
        (
            "With a mistyped reason the organisation stays among those to be assessed, and the share of those that "
            "meet the standard is too low."
        ),
        "Ghi sai lý do thì tổ chức vẫn nằm trong số phải xét, và tỷ lệ đạt tiêu chuẩn bị thấp đi.",
    ),
    "X208.what": (
        "No regime of the manifest leaves anybody out for {value}, so this one is to be assessed.",
        "Không quy định nào trong antq.toml miễn xét vì {value}, nên tổ chức này vẫn được tính.",
    ),
    "X208.fix": (
        "Write one of: {allowed}; or declare it in a regime's exempt.",
        "Ghi một trong các lý do: {allowed}; hoặc khai báo ở exempt của quy định.",
    ),
    "X209.holds": (
        "A return counts in a figure, or can be set beside one.",
        "Báo cáo được tính vào một số liệu, hoặc đối chiếu được với một số liệu.",
    ),
    "X209.why": (
        (
            "Who typed it believes that it counts. A commune's figure of pupils is what the commune reported: what one "
            "of its areas or a school sends adds nothing to it, and nobody is told so."
        ),
        (
            "Người nhập tin rằng số đó đã được tính. Số học sinh của xã lấy theo báo cáo của xã: số do một khu dân cư "
            "hay một trường gửi riêng không cộng vào đó, mà không ai được báo."
        ),
    ),
    "X209.what": (
        "No figure uses this return, and nothing is compared with it: {no_use}.",
        "Không số liệu nào dùng báo cáo này, cũng không có gì để đối chiếu với nó: {no_use}.",
    ),
    "X209.fix": (
        "Enter it under who reports {measure}, correct grain in antq.toml, or remove the row.",
        "Ghi số này theo đúng nơi báo cáo {measure}, sửa grain trong antq.toml, hoặc xoá dòng.",
    ),
}

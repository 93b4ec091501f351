"""The rules of the manifest."""

TEXTS = {
    "S001.holds": ("The manifest has no keys but those that antq knows.", "antq.toml chỉ có những khoá mà antq biết."),
    "S001.why": (
        (
            "A misspelt key would be ignored, and the book counted by another rule than the one that is written: with "
            "`targt` the gaps would be those to 100 %."
        ),
        (
            "Khoá viết sai sẽ bị bỏ qua, và sổ được đếm khác với điều đã ghi: viết `targt` thì số còn thiếu sẽ tính "
            "đến 100%."
        ),
    ),
    "S001.what": ("There is no key {value} here.", "Ở đây không có khoá {value}."),
    "S001.fix": ("Rename or delete it.", "Đổi tên hoặc xoá khoá."),
    "S002.holds": (
        "Every value in the manifest is of the kind that its key asks for.",
        "Mỗi giá trị trong antq.toml đúng loại mà khoá đòi hỏi.",
    ),
    "S002.why": (
        (
            "The manifest decides what is counted, on which day and out of how many; what cannot be understood there "
            "must not be guessed."
        ),
        "antq.toml quyết định đếm gì, đến ngày nào và trên tổng số nào; điều không hiểu được ở đó thì không được đoán.",
    ),
    "S002.what": ("The value {value} is not {expected}.", "Giá trị {value} không hợp lệ; cần: {expected}."),
    "S002.fix": ("Write {expected}.", "Ghi cho đúng: {expected}."),
    "S003.holds": ("The manifest has every key that it cannot do without.", "antq.toml có đủ các khoá bắt buộc."),
    "S003.why": (
        "Without the top unit or the origin of the data no figure could say of whom it is and whether it is real.",
        (
            "Thiếu đơn vị đứng đầu hay nguồn gốc số liệu thì không số nào nói được là của ai và có phải số liệu thực "
            "hay không."
        ),
    ),
    "S003.what": ("The key {value} is missing.", "Thiếu khoá {value}."),
    "S003.fix": ("Add the key {value}.", "Thêm khoá {value}."),
    "S004.holds": (
        "Whatever the manifest refers to is there: levels, calendars, kinds, measures, registers, rules.",
        "Những gì antq.toml nhắc đến đều có: cấp, lịch, loại, chỉ tiêu, sổ đăng ký, quy tắc.",
    ),
    "S004.why": (
        (
            "A reference that leads nowhere takes what hangs on it along: a kind that is reported by a level that is "
            "not there has nobody to report it."
        ),
        (
            "Nhắc đến điều không có thì những gì dựa vào đó mất theo: loại do một cấp không có báo cáo thì không ai "
            "báo cáo."
        ),
    ),
    "S004.what": ("{value} is not known here.", "{value} không được biết ở đây."),
    "S004.fix": ("Write one of: {allowed}.", "Ghi một trong các giá trị: {allowed}."),
    "S005.holds": (
        "The manifest is of the schema that this version reads.",
        "antq.toml theo phiên bản schema mà antq này đọc được.",
    ),
    "S005.why": (
        "A key of a later schema may change how the book is counted, and this version would not notice.",
        "Một khoá của schema sau có thể làm thay đổi cách đếm mà phiên bản này không nhận ra.",
    ),
    "S005.what": (
        "This version reads manifests with schema = 1, not {value}.",
        "Phiên bản này đọc schema = 1, không đọc {value}.",
    ),
    "S005.fix": ("Write schema = 1, or use a newer antq.", "Ghi schema = 1, hoặc dùng antq mới hơn."),
    "S006.holds": (
        "Days in the manifest are written as days, without quotation marks and without a time.",
        "Ngày trong antq.toml viết theo kiểu ngày, không có ngoặc kép và không có giờ.",
    ),
    "S006.why": (
        (
            'The day of counting is in the manifest. The text "03/08/2021" can be read in two ways, and then every '
            "figure of the book is of another day."
        ),
        (
            'Ngày đếm nằm trong antq.toml. Chuỗi "03/08/2021" có thể hiểu theo hai cách, và khi đó mọi số liệu của sổ '
            "là của một ngày khác."
        ),
    ),
    "S006.what": ("{value} is not written as a day of TOML.", "{value} chưa phải kiểu ngày của TOML."),
    "S006.fix": (
        "Write the day without quotation marks and without a time: 2021-08-31.",
        "Ghi ngày không có ngoặc kép và không có giờ: 2021-08-31.",
    ),
    "S007.holds": (
        "Ids in the manifest are made of letters without diacritics, digits and hyphens.",
        "Các mã trong antq.toml gồm chữ cái không dấu, chữ số và dấu gạch nối.",
    ),
    "S007.why": (
        (
            "They stand in registers, in the ids of figures and on command lines, where a blank or a diacritic makes "
            "two words of one."
        ),
        (
            "Mã được ghi trong sổ đăng ký, trong mã số liệu và trên dòng lệnh, nơi một dấu cách hay một dấu thanh biến "
            "một từ thành hai."
        ),
    ),
    "S007.what": ("{value} is not a code.", "{value} không phải là mã."),
    "S007.fix": (
        "Use letters without diacritics, digits and hyphens only.",
        "Chỉ dùng chữ cái không dấu, chữ số và dấu gạch nối.",
    ),
    "S008.holds": ("Each level stands once.", "Mỗi cấp chỉ có một lần."),
    "S008.why": (
        "The order of the levels says what lies in what; a level that stands twice would be above itself.",
        "Thứ tự các cấp cho biết đơn vị nào nằm trong đơn vị nào; cấp có hai lần thì sẽ đứng trên chính nó.",
    ),
    "S008.what": ("The level {value} stands twice.", "Cấp {value} có hai lần."),
    "S008.fix": ("Keep one of them.", "Giữ lại một."),
    "S009.holds": (
        "Students are counted from returns, never from the journal.",
        "Học sinh được đếm theo báo cáo, không bao giờ theo nhật ký.",
    ),
    "S009.why": (
        "Students are counts per school. A journal of them would be a list of children.",
        "Học sinh là số đếm theo trường. Một nhật ký về học sinh sẽ là danh sách trẻ em.",
    ),
    "S009.what": (
        "The pledge kind {value} is of students and cannot be counted from the journal.",
        "Loại cam kết {value} là của học sinh, không thể đếm từ nhật ký.",
    ),
    "S009.fix": (
        'Write source = "returns": students are counts per school, never rows.',
        'Ghi source = "returns": học sinh là số đếm theo trường, không bao giờ là từng dòng.',
    ),
    "S010.holds": (
        "The unit that the manifest calls the top is one of the units.",
        "Đơn vị mà antq.toml gọi là đứng đầu có trong sổ units.",
    ),
    "S010.why": (
        "Everything is added up to the top; without it there is no total of the campaign.",
        "Mọi số liệu được cộng lên đơn vị đứng đầu; không có nó thì cuộc vận động không có tổng số.",
    ),
    "S010.what": (
        "No unit ever bore the code {value}, which the manifest calls the top.",
        "Chưa từng có đơn vị nào mang mã {value}, mà antq.toml gọi là đơn vị đứng đầu.",
    ),
    "S010.fix": ("Write the code of the unit that the campaign is of.", "Ghi mã của đơn vị mở cuộc vận động."),
    "S011.holds": (
        "Only of a kind that is counted from the journal it is said when its pledges lapse.",
        "Chỉ loại đếm theo nhật ký mới nói cam kết hết hiệu lực khi nào.",
    ),
    "S011.why": (
        (
            "A return says how many pledges there are and not when they were signed, so nothing in it can lapse; the "
            "setting would promise what nobody counts."
        ),
        (
            "Báo cáo cho biết có bao nhiêu cam kết chứ không cho biết ký ngày nào, nên không tính được hết hiệu lực; "
            "ghi như vậy là hứa một số liệu không ai đếm."
        ),
    ),
    "S011.what": (
        "{value} says when pledges lapse, but this kind is counted from returns.",
        "{value} nói cam kết hết hiệu lực khi nào, nhưng loại này đếm theo báo cáo.",
    ),
    "S011.fix": (
        "Leave it out, or count the kind from the journal.",
        "Bỏ khoá này, hoặc đếm loại này theo sổ cam kết.",
    ),
    "S012.holds": (
        "On each day at most one regime judges a kind of subject.",
        "Mỗi ngày có nhiều nhất một quy định xét một loại đối tượng.",
    ),
    "S012.why": (
        "Under two of them one commune would meet the standard and not meet it on the same day.",
        "Theo hai quy định thì trong cùng một ngày một xã vừa đạt vừa không đạt tiêu chuẩn.",
    ),
    "S012.what": (
        "The regime {other} judges {value} on the same days.",
        "Quy định {other} cũng xét {value} trong cùng thời gian.",
    ),
    "S012.fix": (
        "Give the regimes opened and closed so that on each day one of them judges this subject.",
        "Ghi opened và closed sao cho mỗi ngày chỉ một quy định xét đối tượng này.",
    ),
    "S013.holds": (
        "Parts of a year are asked for only on calendars whose years follow on each other.",
        "Chỉ dùng đến phần của năm theo lịch có các năm nối tiếp nhau.",
    ),
    "S013.why": (
        (
            "Where years overlap or leave days between them, as under TT 23/2012/TT-BCA, nobody can say to which "
            "quarter such a day belongs."
        ),
        (
            "Ở đâu các năm chồng lên nhau hoặc để hở ngày, như theo TT 23/2012/TT-BCA, thì không thể nói những ngày ấy "
            "thuộc quý nào."
        ),
    ),
    "S013.what": (
        "{value}: the calendar {calendar} has years only, and no parts of them.",
        "{value}: lịch {calendar} chỉ có năm, không có phần của năm.",
    ),
    "S013.fix": (
        "Leave the key out, or use a calendar whose years follow on each other.",
        "Bỏ khoá này, hoặc dùng lịch có các năm nối tiếp nhau.",
    ),
    "S014.holds": (
        "A share is asked only of measures that have a denominator.",
        "Chỉ đòi hỏi tỷ lệ ở chỉ tiêu có tổng số.",
    ),
    "S014.why": (
        (
            "There is no percentage of an unknown whole: the criterion could be neither met nor missed, and no subject "
            "ever be judged."
        ),
        (
            "Không có tỷ lệ phần trăm của một tổng số chưa biết: không thể nói tiêu chí đạt hay chưa đạt, và không đối "
            "tượng nào xét được."
        ),
    ),
    "S014.what": (
        "{value} has no denominator, so it cannot reach {share} of one.",
        "{value} không có tổng số, nên không thể đạt {share} của tổng số.",
    ),
    "S014.fix": (
        "Write a number for at_least, or use a measure that has a denominator.",
        "Ghi at_least là một số, hoặc dùng chỉ tiêu có tổng số.",
    ),
    "S015.holds": (
        "What has a first and a last day in the manifest ends after it begins.",
        "Trong antq.toml, những gì có ngày bắt đầu và ngày kết thúc thì kết thúc sau khi bắt đầu.",
    ),
    "S015.why": (
        "A kind or a regime that ends before it begins exists on no day, and none of its rows would count.",
        "Loại hoặc quy định kết thúc trước khi bắt đầu thì không có ngày nào, và không dòng nào của nó được đếm.",
    ),
    "S015.what": (
        "The end {value} is not after the beginning {opened}.",
        "Ngày kết thúc {value} không sau ngày bắt đầu {opened}.",
    ),
    "S015.fix": (
        "Write the first day on which it was no longer so, or leave the key out.",
        "Ghi ngày đầu tiên không còn như vậy, hoặc bỏ khoá.",
    ),
    "S016.holds": ("A criterion names each measure once.", "Mỗi tiêu chí chỉ nêu một chỉ tiêu một lần."),
    "S016.why": (
        (
            "The measures of a criterion are added up. One that stands twice weighs double, and where a number is "
            "asked for half of it would do."
        ),
        (
            "Các chỉ tiêu của một tiêu chí được cộng lại. Chỉ tiêu nêu hai lần sẽ được tính gấp đôi, và khi đòi hỏi "
            "một con số thì chỉ cần một nửa là đủ."
        ),
    ),
    "S016.what": ("The measure {value} stands twice.", "Chỉ tiêu {value} có hai lần."),
    "S016.fix": ("Keep one of them, or it is counted twice.", "Giữ lại một; nếu không sẽ đếm hai lần."),
    "S017.holds": ("No waiver is older than its last day.", "Không miễn trừ nào đã quá ngày hết hạn."),
    "S017.why": (
        (
            "A waiver with an end is a promise to mend something until then. The day has come, its findings are told "
            "again, and the waiver only looks as if it still worked."
        ),
        (
            "Miễn trừ có thời hạn là lời hứa sẽ sửa trước ngày đó. Ngày ấy đã đến, các phát hiện được nêu trở lại, còn "
            "miễn trừ chỉ có vẻ như vẫn có tác dụng."
        ),
    ),
    "S017.what": (
        "The waiver of {value} has expired: {until} was the first day on which it holds no longer.",
        "Miễn trừ cho {value} đã hết hạn: {until} là ngày đầu tiên không còn hiệu lực.",
    ),
    "S017.fix": (
        "Mend what it waived, or give the waiver a later day and say why.",
        "Sửa chỗ đã được miễn, hoặc gia hạn và nêu lý do.",
    ),
    "S018.holds": ("Every waiver waives something.", "Mỗi miễn trừ đều miễn được phát hiện nào đó."),
    "S018.why": (
        "What it waived has been mended, or its key never matched; left alone it hides the next mistake at that place.",
        "Chỗ được miễn đã sửa xong, hoặc khoá của miễn trừ chưa bao giờ khớp; để lại thì nó che lỗi sau này ở chỗ ấy.",
    ),
    "S018.what": ("The waiver of {value} waives nothing in {in_}.", "Miễn trừ cho {value} không miễn gì trong {in_}."),
    "S018.fix": ("Delete the waiver, or correct its key.", "Xoá miễn trừ này, hoặc sửa khoá của nó."),
    "S019.holds": (
        "Nothing is waived or tolerated that leaves a file unread, or that is wrong with waivers themselves.",
        "Không miễn trừ hay châm chước điều khiến một tệp không đọc được, hoặc lỗi của chính các miễn trừ.",
    ),
    "S019.why": (
        (
            "Where a file or the manifest is refused there are no figures. A waiver would let the book seem to be in "
            "order while no command can count it."
        ),
        (
            "Khi một tệp hoặc antq.toml bị từ chối thì không có số liệu. Miễn trừ sẽ làm cho sổ có vẻ ổn trong khi "
            "không lệnh nào đếm được."
        ),
    ),
    "S019.what": (
        "{value} cannot be waived or tolerated: it refuses a file, or is about the waivers themselves.",
        "{value} không thể được miễn trừ hay châm chước: quy tắc này từ chối tệp hoặc xét chính các miễn trừ.",
    ),
    "S019.fix": ("Delete this, and mend what the rule finds.", "Xoá mục này và sửa lỗi mà quy tắc nêu ra."),
    "S020.holds": (
        "The levels stand in antq.toml from the top down, as the units lie in each other.",
        "Các cấp trong antq.toml ghi từ trên xuống, đúng như các đơn vị nằm trong nhau.",
    ),
    "S020.why": (
        "If the area stands above the commune, every commune with its parent is wrong at once, and nothing adds up.",
        "Nếu khu dân cư ghi trên cấp xã thì mọi đơn vị cùng lúc thành sai cấp trên và không cộng được gì.",
    ),
    "S020.what": (
        "The level {value} stands in the wrong place; units that lie the other way: {n}.",
        "Cấp {value} đứng sai chỗ; số đơn vị nằm ngược lại: {n}.",
    ),
    "S020.fix": ("Write the levels in this order: {right}.", "Ghi các cấp theo thứ tự: {right}."),
    "S021.holds": ("The row of the campaign's top unit can be read.", "Dòng của đơn vị cao nhất trong bộ sổ đọc được."),
    "S021.why": (
        "Everything is counted within the top; where its row is left out there is nothing left to count in.",
        "Mọi số liệu đều tính trong đơn vị cao nhất; dòng của đơn vị này không đọc được thì không còn nơi để tính.",
    ),
    "S021.what": (
        "This is the row of the top unit {value}; it could not be read, so there are no figures.",
        "Đây là dòng của đơn vị cao nhất {value}; dòng này không đọc được nên không có số liệu nào.",
    ),
    "S021.fix": ("Correct the row first.", "Sửa dòng này trước."),
    "S022.holds": (
        "A criterion is counted on a day that every window of its subjects has.",
        "Tiêu chí được tính vào một ngày mà năm xét nào của đối tượng cũng có.",
    ),
    "S022.why": (
        "In a window from January to June there is no third quarter: the criterion could be neither met nor missed.",
        "Năm xét từ tháng 1 đến tháng 6 thì không có quý III: không thể nói tiêu chí đạt hay không đạt.",
    ),
    "S022.what": (
        "{value}: the years of the calendar {calendar} have no such day.",
        "{value}: các năm xét theo lịch {calendar} không có ngày này.",
    ),
    "S022.fix": (
        "Name a day or a part of the year that ends within them, or leave the key out.",
        "Ghi ngày hoặc phần của năm kết thúc trong năm xét, hoặc bỏ mục này.",
    ),
}

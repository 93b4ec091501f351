"""The rules of the manifest."""

TEXTS = {
    "S001.name": ("unknown-key", "mục lạ"),
    "S001.holds": ("The manifest has only keys that antq knows.", "antq.toml chỉ có những mục mà antq biết."),
    "S001.why": (
        ("A misspelt key would be ignored: with `targt` the book would show the gaps to 100 %."),
        (
            "Mục viết sai tên sẽ bị bỏ qua: viết `target` (mức phấn đấu) thành `targt` thì số còn thiếu sẽ tính "
            "đến 100%."
        ),
    ),
    "S001.what": ("The key {value} cannot be used here.", "Mục {value} không được dùng ở đây."),
    "S001.fix": ("Rename or delete it.", "Đổi tên hoặc xóa mục này."),
    "S002.name": ("invalid-value", "giá trị không hợp lệ"),
    "S002.holds": (
        "Each value in the manifest has the form that its key asks for.",
        "Mỗi giá trị trong antq.toml đúng loại mà mục đòi hỏi.",
    ),
    "S002.why": (
        ("The manifest decides what is counted, on which day and out of how many. Nothing there may be guessed."),
        "antq.toml quyết định tính gì, đến ngày nào và trên tổng số nào; không được đoán điều gì ở đó.",
    ),
    "S002.what": ("The value {value} is not {expected}.", "Giá trị {value} không hợp lệ; cần: {expected}."),
    "S002.fix": ("Write {expected}.", "Phải ghi {expected}."),
    "S003.name": ("missing-key", "thiếu mục"),
    "S003.holds": ("The manifest has every required key.", "antq.toml có đủ các mục bắt buộc."),
    "S003.why": (
        "Without the top unit or the origin of the data no figure says whose it is and whether it is real.",
        (
            "Thiếu đơn vị cao nhất hay nguồn gốc số liệu thì không biết số liệu là của đơn vị nào và có phải "
            "số thật hay không."
        ),
    ),
    "S003.what": ("The key {value} is missing.", "Thiếu mục {value}."),
    "S003.fix": ("Add the key {value}.", "Thêm mục {value}."),
    "S004.name": ("unknown-reference", "nhắc đến điều không có"),
    "S004.holds": (
        "Whatever the manifest names exists: levels, calendars, kinds, measures, registers, rules.",
        "Những gì antq.toml nhắc đến đều có: cấp, lịch, loại, chỉ tiêu, sổ đăng ký, quy tắc.",
    ),
    "S004.why": (
        (
            "What depends on a missing name is lost: if a level that does not exist is to report a kind, "
            "nobody reports it."
        ),
        (
            "Nhắc đến điều không có thì những gì dựa vào đó cũng mất: loại giao cho một cấp không tồn tại thì "
            "không đơn vị nào báo cáo."
        ),
    ),
    "S004.what": ("Neither antq.toml nor the book has {value}.", "Không có {value} trong antq.toml hoặc trong bộ sổ."),
    "S004.fix": ("Write one of: {allowed}.", "Ghi một trong các giá trị: {allowed}."),
    "S005.name": ("unknown-schema", "phiên bản định dạng khác"),
    "S005.holds": (
        "The manifest is of the schema that this version reads.",
        "antq.toml theo phiên bản định dạng (schema) mà antq này đọc được.",
    ),
    "S005.why": (
        "A key of a later schema may change how the book is counted, and this version would not notice.",
        "Một mục của phiên bản định dạng sau có thể làm thay đổi cách tính mà phiên bản này không nhận ra.",
    ),
    "S005.what": (
        "This version of antq reads schema = 1, not schema = {value}.",
        "Phiên bản antq này chỉ đọc schema = 1, không đọc schema = {value}.",
    ),
    "S005.fix": ("Write schema = 1, or use a newer antq.", "Ghi schema = 1, hoặc dùng antq mới hơn."),
    "S006.name": ("not-a-day", "không phải kiểu ngày"),
    "S006.holds": (
        "Days in the manifest are written as days, without quotation marks and without a time.",
        "Ngày trong antq.toml viết theo kiểu ngày, không có ngoặc kép và không có giờ.",
    ),
    "S006.why": (
        (
            'The manifest has the day of the figures. The text "03/08/2021" can be read in two ways, and every '
            "figure would be of another day."
        ),
        (
            'Ngày tính số liệu nằm trong antq.toml. Chuỗi "03/08/2021" có thể hiểu theo hai cách, và khi đó '
            "mọi số liệu của bộ sổ là của một ngày khác."
        ),
    ),
    "S006.what": ("{value} is not written as a TOML day.", "{value} chưa phải kiểu ngày của TOML."),
    "S006.fix": (
        "Write the day without quotation marks and without a time: 2021-08-31.",
        "Ghi ngày không có ngoặc kép và không có giờ: 2021-08-31.",
    ),
    "S007.name": ("not-a-code", "không phải mã"),
    "S007.holds": (
        "Ids in the manifest are made of letters without diacritics, digits and hyphens.",
        "Các mã trong antq.toml gồm chữ cái không dấu, chữ số và dấu gạch nối.",
    ),
    "S007.why": (
        ("Ids stand in registers, in figures' ids and on command lines, where a blank or a diacritic splits a word."),
        (
            "Mã được ghi trong sổ đăng ký, trong mã số liệu và trên dòng lệnh; dấu cách hay dấu thanh ở đó làm "
            "một từ thành hai."
        ),
    ),
    "S007.what": ("{value} is not a code.", "{value} không phải là mã."),
    "S007.fix": (
        "Use letters without diacritics, digits and hyphens only.",
        "Chỉ dùng chữ cái không dấu, chữ số và dấu gạch nối.",
    ),
    "S008.name": ("repeated-level", "cấp trùng"),
    "S008.holds": ("Each level stands once.", "Mỗi cấp chỉ có một lần."),
    "S008.why": (
        "The order of the levels says what lies in what. A level that stands twice would be above itself.",
        "Thứ tự các cấp cho biết đơn vị nào nằm trong đơn vị nào; cấp ghi hai lần thì không xếp được trên dưới.",
    ),
    "S008.what": ("The level {value} stands twice.", "Cấp {value} có hai lần."),
    "S008.fix": ("Keep one of them.", "Giữ lại một."),
    "S009.name": ("student-journal", "học sinh trong sổ cam kết"),
    "S009.holds": (
        "Students are counted from returns, never from the journal.",
        "Số liệu học sinh lấy từ báo cáo, không lấy từ sổ cam kết.",
    ),
    "S009.why": (
        "Students are counts per school. A journal of them would be a list of children.",
        "Học sinh là số lượng theo trường. Sổ cam kết của học sinh sẽ là danh sách trẻ em.",
    ),
    "S009.what": (
        "The pledge kind {value} is of students and cannot be counted from the journal.",
        "Cam kết {value} là của học sinh, không lấy số liệu từ sổ cam kết.",
    ),
    "S009.fix": (
        'Write source = "returns".',
        'Ghi source = "returns" (lấy số liệu từ báo cáo): học sinh là số lượng theo trường, không ghi từng dòng.',
    ),
    "S010.name": ("unknown-top", "không có đơn vị cao nhất"),
    "S010.holds": (
        "The top unit of the manifest is one of the units.",
        "Đơn vị cao nhất ghi trong antq.toml có trong sổ đăng ký đơn vị (units).",
    ),
    "S010.why": (
        "Everything is added up to the top unit; without it the campaign has no total.",
        "Mọi số liệu được cộng lên đơn vị cao nhất; không có đơn vị này thì cuộc vận động không có tổng số.",
    ),
    "S010.what": (
        "antq.toml names {value} as the top unit, but no unit has this code.",
        "antq.toml ghi đơn vị cao nhất là {value}, nhưng không có đơn vị nào mang mã này.",
    ),
    "S010.fix": ("Write the code of the campaign's own unit.", "Ghi mã của đơn vị mở cuộc vận động."),
    "S011.name": ("validity-of-returns", "thời hạn của báo cáo"),
    "S011.holds": (
        "Only kinds that are counted from the journal say when pledges lapse.",
        "Chỉ loại lấy số liệu từ sổ cam kết mới có thời hạn hiệu lực.",
    ),
    "S011.why": (
        ("A return says how many pledges there are, not when they were signed. Nothing in it can lapse."),
        (
            "Báo cáo cho biết có bao nhiêu cam kết chứ không cho biết ký ngày nào, nên không tính được thời "
            "hạn hiệu lực."
        ),
    ),
    "S011.what": (
        "{value} says when pledges lapse, but this kind is counted from returns.",
        "Loại này lấy số liệu từ báo cáo, nên không dùng {value} (thời hạn hiệu lực).",
    ),
    "S011.fix": (
        "Leave it out, or count the kind from the journal.",
        "Bỏ mục này, hoặc lấy số liệu của loại này từ sổ cam kết.",
    ),
    "S012.name": ("two-regimes", "hai quy định cùng lúc"),
    "S012.holds": (
        "On each day at most one regime judges a kind of subject.",
        "Mỗi ngày có nhiều nhất một quy định cho một loại đối tượng xét.",
    ),
    "S012.why": (
        "Under two regimes one commune could meet the standard and not meet it on the same day.",
        "Theo hai quy định thì trong cùng một ngày một xã vừa đạt vừa không đạt tiêu chuẩn.",
    ),
    "S012.what": (
        "The regime {regime} judges {kind} on the same days.",
        "Quy định {regime} cũng xét {kind} trong cùng thời gian.",
    ),
    "S012.fix": (
        "Give the regimes opened and closed so that on each day one of them judges this subject.",
        "Ghi ngày bắt đầu (opened) và ngày kết thúc (closed) sao cho mỗi ngày chỉ một quy định xét loại này.",
    ),
    "S013.name": ("part-of-a-window", "lịch không chia nhỏ"),
    "S013.holds": (
        "Parts of a year are used only with calendars whose years follow on each other.",
        "Chỉ dùng phần của năm (quý, tháng) với lịch có các năm nối tiếp nhau.",
    ),
    "S013.why": (
        (
            "Where years overlap or leave days between them, as under Circular 23/2012/TT-BCA, nobody can say which "
            "quarter such a day belongs to."
        ),
        (
            "Ở đâu các năm chồng lên nhau hoặc để hở ngày, như theo Thông tư số 23/2012/TT-BCA, thì không thể "
            "nói những ngày ấy thuộc quý nào."
        ),
    ),
    "S013.what": (
        "{value}: the calendar {calendar} has only whole years.",
        "{value}: lịch {calendar} chỉ chia theo năm.",
    ),
    "S013.fix": (
        "Leave the key out, or use a calendar whose years follow on each other.",
        "Bỏ mục này, hoặc dùng lịch có các năm nối tiếp nhau.",
    ),
    "S014.name": ("share-of-what-has-none", "tỷ lệ thiếu tổng số"),
    "S014.holds": (
        "A criterion asks a share only of measures that have a denominator.",
        "Chỉ đòi hỏi tỷ lệ ở chỉ tiêu có tổng số.",
    ),
    "S014.why": (
        (
            "An unknown total has no percentage: the criterion could be neither met nor missed, and no subject "
            "could be judged."
        ),
        (
            "Không có tỷ lệ phần trăm của một tổng số chưa biết: không thể nói tiêu chí đạt hay chưa đạt, và không đối "
            "tượng nào xét được."
        ),
    ),
    "S014.what": (
        "{value} has no denominator, so it cannot reach {share}.",
        "{value} không có tổng số nên không đòi hỏi tỷ lệ {share} được.",
    ),
    "S014.fix": (
        "Write a number for at_least, or use a measure that has a denominator.",
        "Ghi mức phải đạt (at_least) là một số, hoặc dùng chỉ tiêu có tổng số.",
    ),
    "S015.name": ("ends-before-it-begins", "kết thúc trước bắt đầu"),
    "S015.holds": (
        "What has a first and a last day in the manifest ends after it begins.",
        "Trong antq.toml, những gì có ngày bắt đầu và ngày kết thúc thì kết thúc sau khi bắt đầu.",
    ),
    "S015.why": (
        "A kind, a regime or an issuer that ends before it begins exists on no day, and nothing of it is ever used.",
        (
            "Loại, quy định hoặc cơ quan ban hành kết thúc trước khi bắt đầu thì không ngày nào có hiệu lực, và không "
            "bao giờ được dùng đến."
        ),
    ),
    "S015.what": (
        "The end {value} is not after the beginning {opened}.",
        "Ngày kết thúc {value} phải sau ngày bắt đầu {opened}.",
    ),
    "S015.fix": (
        "Write the first day on which it was no longer so, or leave the key out.",
        "Ghi ngày đầu tiên không còn hiệu lực, hoặc bỏ mục này.",
    ),
    "S016.name": ("repeated-measure", "chỉ tiêu trùng"),
    "S016.holds": ("A criterion names each measure once.", "Mỗi tiêu chí chỉ nêu một chỉ tiêu một lần."),
    "S016.why": (
        ("The measures of a criterion are added up. One that stands twice counts double."),
        ("Các chỉ tiêu của một tiêu chí được cộng lại. Chỉ tiêu nêu hai lần sẽ được tính gấp đôi."),
    ),
    "S016.what": ("The measure {value} stands twice.", "Chỉ tiêu {value} có hai lần."),
    "S016.fix": ("Keep one of them.", "Giữ lại một; nếu không sẽ tính hai lần."),
    "S017.name": ("expired-waiver", "bỏ qua đã hết hạn"),
    "S017.holds": ("No waiver has passed its last day.", "Không mục bỏ qua nào đã hết hạn."),
    "S017.why": (
        ("A waiver with an end is a promise to mend something by then. After that day its findings are told again."),
        ("Mục bỏ qua có thời hạn là lời hứa sẽ sửa trước ngày đó. Đến ngày ấy, các phát hiện được nêu trở lại."),
    ),
    "S017.what": (
        "The waiver of {value} has expired: it has not been valid since {until}.",
        "Mục bỏ qua {value} đã hết hạn từ ngày {until}.",
    ),
    "S017.fix": (
        "Mend what it waived, or give it a later day and say why.",
        "Sửa chỗ được bỏ qua, hoặc gia hạn và nêu lý do.",
    ),
    "S018.name": ("unused-waiver", "bỏ qua không khớp"),
    "S018.holds": ("Every waiver waives something.", "Mục bỏ qua nào cũng khớp với ít nhất một phát hiện."),
    "S018.why": (
        ("What it waived has been mended, or its key never matched. Left alone, it would hide the next mistake there."),
        ("Chỗ được bỏ qua đã sửa xong, hoặc khóa ghi ở đó chưa bao giờ khớp; để lại thì che mất lỗi sau này ở chỗ ấy."),
    ),
    "S018.what": (
        "The waiver of {value} matches no finding in {in_}.",
        "Mục bỏ qua {value} không khớp với phát hiện nào trong {in_}.",
    ),
    "S018.fix": ("Delete the waiver, or correct its key.", "Xóa mục này, hoặc sửa khóa."),
    "S019.name": ("not-to-be-waived", "không được bỏ qua"),
    "S019.holds": (
        "No waiver and no tolerance is for a rule that refuses a file, or for one about waivers themselves.",
        ("Không bỏ qua hay đặt mức cho phép với điều khiến tệp không đọc được, hoặc với lỗi của chính các mục bỏ qua."),
    ),
    "S019.why": (
        (
            "Where a file or the manifest is refused there are no figures. With a waiver the book would seem "
            "in order, and no command could count it."
        ),
        (
            "Khi một tệp hoặc antq.toml bị từ chối thì không có số liệu. Mục bỏ qua sẽ làm bộ sổ có vẻ ổn "
            "trong khi không lệnh nào tính được."
        ),
    ),
    "S019.what": (
        "{value} cannot be waived or tolerated: the rule refuses a file, or checks waivers themselves.",
        (
            "Không được bỏ qua hay đặt mức cho phép với {value}: quy tắc này khiến tệp không đọc được, hoặc "
            "kiểm tra chính các mục bỏ qua."
        ),
    ),
    "S019.fix": ("Delete this, and mend what the rule finds.", "Xóa mục này và sửa lỗi mà quy tắc nêu ra."),
    "S020.name": ("levels-upside-down", "các cấp sai thứ tự"),
    "S020.holds": (
        "antq.toml lists the levels from the top down, as the units lie in each other.",
        "Các cấp trong antq.toml ghi từ trên xuống, đúng như các đơn vị nằm trong nhau.",
    ),
    "S020.why": (
        "If the area stands above the commune, every parent is wrong at once, and nothing adds up.",
        "Nếu khu dân cư ghi trên cấp xã thì mọi đơn vị cùng lúc thành sai cấp trên và không cộng được gì.",
    ),
    "S020.what": (
        "The level {value} stands in the wrong place; units that lie the other way: {n}.",
        "Cấp {value} đặt sai chỗ; số đơn vị nằm ngược lại: {n}.",
    ),
    "S020.fix": ("Write the levels in this order: {right}.", "Ghi các cấp theo thứ tự: {right}."),
    "S021.name": ("unreadable-top", "hỏng dòng cao nhất"),
    "S021.holds": ("The row of the campaign's top unit can be read.", "Dòng của đơn vị cao nhất trong bộ sổ đọc được."),
    "S021.why": (
        "Everything is counted within the top unit. Where its row cannot be read, nothing is left to count in.",
        "Mọi số liệu đều tính trong đơn vị cao nhất; dòng của đơn vị này không đọc được thì không còn nơi để tính.",
    ),
    "S021.what": (
        "This is the row of the top unit {value}. It could not be read, so there are no figures.",
        "Đây là dòng của đơn vị cao nhất {value}; dòng này không đọc được nên không có số liệu nào.",
    ),
    "S021.fix": ("Correct the row first.", "Sửa dòng này trước."),
    "S022.name": ("no-such-day-in-the-window", "năm xét thiếu ngày"),
    "S022.holds": (
        "A criterion is counted on a day that every window of its subjects has.",
        "Ngày tính tiêu chí phải có trong mọi năm xét của đối tượng.",
    ),
    "S022.why": (
        "A window from January to June has no third quarter: the criterion could be neither met nor missed.",
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
    "S023.name": ("two-issuers", "hai cơ quan ban hành"),
    "S023.holds": (
        "On each day at most one issuer issues the reports of a unit.",
        "Mỗi ngày có nhiều nhất một cơ quan ban hành báo cáo của một đơn vị.",
    ),
    "S023.why": (
        "With two issuers on one day nobody can say whose name stands at the head of the report.",
        "Cùng một ngày có hai cơ quan ban hành thì không biết ghi tên cơ quan nào ở đầu báo cáo.",
    ),
    "S023.what": (
        "{issuer} issues the reports of {value} on some of the same days.",
        "{issuer} cũng ban hành báo cáo của {value} trong cùng thời gian.",
    ),
    "S023.fix": (
        "Give the issuers from and until so that on each day one of them issues the reports of this unit.",
        "Ghi ngày bắt đầu (from) và ngày kết thúc (until) sao cho mỗi ngày đơn vị chỉ có một cơ quan ban hành.",
    ),
    "S024.name": ("issuer-of-no-unit", "cơ quan của đơn vị lạ"),
    "S024.holds": (
        "Every issuer of reports is that of a unit of the book.",
        "Cơ quan ban hành báo cáo nào cũng thuộc một đơn vị có trong sổ đăng ký đơn vị (units).",
    ),
    "S024.why": (
        "No report is ever of that unit: the reports that were meant come out without a head.",
        "Không báo cáo nào là của đơn vị ấy, nên báo cáo cần đến thì thiếu tên cơ quan ban hành.",
    ),
    "S024.what": (
        "An issuer issues the reports of {value}, but no unit ever had this code.",
        "Có cơ quan ban hành báo cáo của {value}, nhưng không có đơn vị nào từng mang mã này.",
    ),
    "S024.fix": (
        "Write the code of a unit of the register.",
        "Ghi mã của một đơn vị có trong sổ đăng ký đơn vị (units).",
    ),
}

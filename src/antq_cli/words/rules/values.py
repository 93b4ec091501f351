"""The rules of values within a register."""

TEXTS = {
    "D101.name": ("code", "mã không hợp lệ"),
    "D101.holds": (
        "Codes are made of letters without diacritics, digits and hyphens.",
        "Mã gồm chữ cái không dấu, chữ số và dấu gạch nối.",
    ),
    "D101.why": (
        (
            "Codes are compared character by character. With a blank at its end, or a letter that only looks "
            "alike, a code is another household's."
        ),
        ("Mã được so từng ký tự. Một dấu cách ở cuối hay một chữ chỉ trông giống sẽ thành mã của hộ khác."),
    ),
    "D101.what": ("Column {column}: {value} is not a code.", "Cột {column}: {value} không phải là mã."),
    "D101.fix": (
        "Use letters without diacritics, digits and hyphens only.",
        "Chỉ dùng chữ cái không dấu, chữ số và dấu gạch nối.",
    ),
    "D102.name": ("day-form", "sai cách viết ngày"),
    "D102.holds": ("Days are written year-month-day: 2021-08-31.", "Ngày viết theo năm-tháng-ngày: 2021-08-31."),
    "D102.why": (
        (
            "03/08/2021 is in August or in March, depending on the reader. On the wrong day a pledge counts in "
            "another period, so antq does not guess."
        ),
        (
            "03/08/2021 là tháng Tám hay tháng Ba tùy người đọc. Sai ngày thì cam kết bị tính vào kỳ khác, nên "
            "antq không đoán."
        ),
    ),
    "D102.what": (
        "Column {column}: {value} is not written as a day.",
        "Cột {column}: {value} không đúng cách viết ngày.",
    ),
    "D102.fix": (
        "Write the day as year-month-day, such as 2021-08-31. `antq fmt --mend FILE` does a whole column of CSV.",
        "Viết ngày theo năm-tháng-ngày, ví dụ 2021-08-31. `antq fmt --mend TỆP` sửa cả cột của tệp CSV.",
    ),
    "D103.name": ("no-such-day", "ngày không có"),
    "D103.holds": ("Every day is one that the calendar has.", "Ngày nào cũng có trên lịch."),
    "D103.why": (
        (
            "Nobody signed on 30 February: the day is mistyped, perhaps the month too. Only the paper tells "
            "the right day."
        ),
        "Không ai ký vào ngày 30 tháng Hai: ngày đã gõ nhầm, có khi cả tháng, và chỉ bản giấy cho biết ngày đúng.",
    ),
    "D103.what": (
        "Column {column}: there is no such day as {value}.",
        "Cột {column}: {value} là ngày không có trên lịch.",
    ),
    "D103.fix": ("Correct the day, as in 2021-08-31.", "Sửa cho đúng, ví dụ 2021-08-31."),
    "D104.name": ("count", "không phải số nguyên"),
    "D104.holds": (
        "A count is a whole number from 0 on, in digits alone.",
        "Số là số nguyên từ 0 trở lên, chỉ viết bằng chữ số.",
    ),
    "D104.why": (
        (
            "On Vietnamese paper 25.915 is twenty-five thousand; to a program it is less than 26, a thousand "
            "times too small."
        ),
        (
            "Trên giấy tờ, 25.915 là hơn hai mươi lăm nghìn, với chương trình thì chưa đến 26; đọc nhầm thì nhỏ đi một "
            "nghìn lần."
        ),
    ),
    "D104.what": (
        "Column {column}: {value} is not a count.",
        "Cột {column}: {value} không phải là số nguyên viết bằng chữ số.",
    ),
    "D104.fix": (
        (
            "Write a whole number from 0 to 999999999 in digits alone, without separators, such as 25915. "
            "`antq fmt --mend FILE` does so with 25.915 and 25 915."
        ),
        (
            "Ghi số nguyên từ 0 đến 999999999 chỉ bằng chữ số, không có dấu chấm, dấu phẩy, số 0 ở đầu, ví dụ 25915. "
            "`antq fmt --mend TỆP` sửa được 25.915 và 25 915."
        ),
    ),
    "D105.name": ("blank", "ô trống"),
    "D105.holds": ("Required cells are filled in.", "Các ô bắt buộc đều được điền."),
    "D105.why": (
        ("Blank is not 0; a 0 has to be written. A row without its unit, day or count is left out."),
        (
            "Bỏ trống không phải là 0; số 0 thì phải ghi ra. Dòng thiếu đơn vị, ngày hoặc số thì không xếp "
            "được và không được tính."
        ),
    ),
    "D105.what": ("The column {column} is blank.", "Cột {column} bỏ trống."),
    "D105.fix": ("Fill in the column {column}.", "Điền cột {column}."),
    "D106.name": ("choice", "từ không quy định"),
    "D106.holds": (
        "A column of fixed words has one of them.",
        "Cột chỉ nhận một số từ thì ghi một trong các từ đó.",
    ),
    "D106.why": (
        ("A misspelt `signed` counts for nothing, and with a misspelt reason a vacant house stays in the denominator."),
        (
            "Viết sai `signed` (ký) thì chữ ký không được tính, viết sai lý do thì nhà không có người ở vẫn nằm "
            "trong tổng số."
        ),
    ),
    "D106.what": (
        "Column {column}: {value} is not one of the words that may stand there.",
        "Cột {column}: {value} không phải là giá trị được phép.",
    ),
    "D106.fix": ("Write one of: {allowed}.", "Ghi một trong các giá trị: {allowed}."),
    "D107.name": ("not-nfc", "Unicode tổ hợp"),
    "D107.holds": ("Texts are in Unicode's composed form (NFC).", "Chữ viết ở dạng dựng sẵn của Unicode (NFC)."),
    "D107.why": (
        (
            "In files from windows-1258 letter and tone stand apart. Cẩm Thủy looks the same on the screen but "
            "is another text: one place becomes two."
        ),
        (
            "Trong tệp chuyển từ windows-1258, chữ cái và dấu thanh tách rời nhau. Cẩm Thủy trên màn hình trông như "
            "nhau nhưng không bằng nhau: một nơi thành hai."
        ),
    ),
    "D107.what": (
        "Column {column}: {value} is not in Unicode's composed form (NFC).",
        "Cột {column}: {value} không phải Unicode dựng sẵn (NFC); có thể là Unicode tổ hợp.",
    ),
    "D107.fix": (
        (
            'Type it anew, or convert the whole file, here units.csv: python -c "import pathlib,unicodedata as '
            "u;p=pathlib.Path('units.csv');p.write_bytes(u.normalize('NFC',p.read_bytes().decode()).encode())\"."
        ),
        (
            'Gõ lại, hoặc chuyển cả tệp sang Unicode dựng sẵn, ví dụ units.csv: python -c "import '
            "pathlib,unicodedata as "
            "u;p=pathlib.Path('units.csv');p.write_bytes(u.normalize('NFC',p.read_bytes().decode()).encode())\"."
        ),
    ),
    "D108.name": ("measure", "sai mã chỉ tiêu"),
    "D108.holds": (
        "A measure is a family and a kind, such as pledges.household.",
        "Mã chỉ tiêu gồm nhóm và loại: pledges.household là cam kết (pledges) của hộ gia đình (household).",
    ),
    "D108.why": (
        (
            "The measure says which figure a return is for. Under any other name its number is in no sum, and "
            "its sender counts as not reported."
        ),
        (
            "Nhờ mã chỉ tiêu mà số báo cáo vào đúng chỗ. Ghi tên khác thì số đó không có trong tổng nào, và "
            "nơi gửi như chưa báo cáo."
        ),
    ),
    "D108.what": ("Column {column}: {value} is not a measure.", "Cột {column}: {value} không phải là mã chỉ tiêu."),
    "D108.fix": (
        "Write one such as pledges.household or teams.antt.",
        "Ghi một mã chỉ tiêu như pledges.household (hộ gia đình ký cam kết) hoặc teams.antt (tổ an ninh, trật tự).",
    ),
    "D109.name": ("toml-type", "sai kiểu TOML"),
    "D109.holds": (
        "A value in TOML has the type that its column asks for.",
        "Giá trị trong TOML đúng kiểu mà cột đòi hỏi.",
    ),
    "D109.why": (
        "A code written as a number loses its leading zeros: 00123 becomes 123, and no unit has that code.",
        "Mã viết thành số thì mất các số 0 ở đầu: 00123 thành 123, và không đơn vị nào có mã ấy.",
    ),
    "D109.what": (
        "Column {column}: {value} is not {expected}.",
        "Cột {column}: {value} không hợp lệ; cần: {expected}.",
    ),
    "D109.fix": ("Write {expected}.", "Phải ghi {expected}."),
    "D110.name": ("figure", "sai mã số liệu"),
    "D110.holds": (
        "A claim names its figure: measure, unit and day.",
        "Mỗi số đã công bố nêu rõ là số liệu nào: chỉ tiêu, đơn vị và ngày.",
    ),
    "D110.why": (
        (
            "The book has another figure on each day and in each unit. Without them a published number cannot "
            "be compared with anything."
        ),
        (
            "Mỗi ngày, mỗi đơn vị có một số liệu khác; không nêu ngày và đơn vị thì số đã công bố không đối "
            "chiếu được với gì."
        ),
    ),
    "D110.what": (
        "Column {column}: {value} is not the id of a figure.",
        "Cột {column}: {value} không đúng cách viết mã số liệu.",
    ),
    "D110.fix": (
        "Write a measure, a unit and a day, such as pledges.household@390:2021-08-31.",
        "Viết chỉ tiêu, đơn vị và ngày, ví dụ pledges.household@390:2021-08-31.",
    ),
    "D111.name": ("claimed-value", "sai cách viết số công bố"),
    "D111.holds": (
        "What was published is written as a count, a ratio of counts or a percentage.",
        "Số đã công bố viết thành số, phân số hoặc tỷ lệ phần trăm.",
    ),
    "D111.why": (
        ("Nobody can confirm or contradict “over 90 %” or 25.915, and a claim that is never checked looks true."),
        (
            "“Trên 90%” hay 25.915 thì không thể xác nhận cũng không thể bác bỏ, mà số không bao giờ được đối chiếu "
            "thì trông như đúng."
        ),
    ),
    "D111.what": (
        "Column {column}: {value} is not a count, a ratio of counts or a percentage.",
        "Cột {column}: {value} không phải là số, phân số (25915/29853) hay tỷ lệ phần trăm.",
    ),
    "D111.fix": ("Write one such as 9855, 25915/29853, 90% or 86.8%.", "Viết như 9855, 25915/29853, 90% hoặc 86,8%."),
    "D112.name": ("year", "không phải năm"),
    "D112.holds": ("A window is named by its year, in four digits.", "Năm xét viết bằng bốn chữ số."),
    "D112.why": (
        (
            "The year says between which days and by which criteria a subject is judged. A result of 21 or "
            "2021-2022 belongs to no decision."
        ),
        (
            "Năm xét cho biết xét từ ngày nào đến ngày nào và theo tiêu chí nào; kết quả của năm 21 hay 2021-2022 "
            "không thuộc quyết định nào."
        ),
    ),
    "D112.what": ("Column {column}: {value} is not a year.", "Cột {column}: {value} không phải là năm."),
    "D112.fix": ("Write the year with four digits, such as 2021.", "Viết năm bằng bốn chữ số, ví dụ 2021."),
    "D113.name": ("look-alike", "ký tự trông giống"),
    "D113.holds": (
        "Letters and spaces are what they look like.",
        "Chữ và dấu cách đúng là chữ và dấu cách mà mắt nhìn thấy.",
    ),
    "D113.why": (
        (
            "Ð for Đ, Ƣ for Ư, Cyrillic among Latin letters, full-width digits, spaces that do not break or "
            "have no width: the eye sees one name, and a search finds none."
        ),
        (
            "Ð thay Đ, Ƣ thay Ư, chữ Nga lẫn trong chữ Việt, chữ số toàn rộng, dấu cách không ngắt hoặc không có bề "
            "rộng: mắt thấy một tên, máy tìm không ra."
        ),
    ),
    "D113.what": (
        "Column {column}: {value} has a letter, a digit or a space that only looks right ({letter}).",
        "Cột {column}: {value} có ký tự chỉ trông giống chữ Việt, chữ số hoặc dấu cách ({letter}).",
    ),
    "D113.fix": ("Type it anew.", "Gõ lại chỗ đó."),
    "D114.name": ("damaged-text", "chữ bị hỏng"),
    "D114.holds": (
        "Texts consist of readable letters, without a blank at either end.",
        "Ô chữ chỉ có chữ đọc được, không có dấu cách ở đầu hay ở cuối.",
    ),
    "D114.why": (
        (
            "U+FFFD marks a letter that a program could not read; control characters come in by copying. A "
            "blank at the end is invisible, but a search takes it for another name."
        ),
        (
            "U+FFFD đứng ở chỗ máy không đọc được chữ, ký tự điều khiển lẫn vào khi sao chép: tên không còn đúng như "
            "trên giấy. Thừa một dấu cách ở cuối thì mắt không thấy, nhưng khi tìm kiếm đó là một tên khác."
        ),
    ),
    "D114.what": ("Column {column}: {value} {damage}.", "Cột {column}: {value} {damage}."),
    "D114.fix": (
        "Type the cell anew; look a lost letter up on the paper.",
        "Gõ lại ô này; chữ bị mất thì đối chiếu bản giấy.",
    ),
    "D115.name": ("written-as-elsewhere", "viết theo cách khác"),
    "D115.holds": (
        "Days and counts are written as antq reads them, not as on paper or in a spreadsheet.",
        "Ngày và số viết theo cách antq đọc, không theo cách viết trên giấy hay trong bảng tính.",
    ),
    "D115.why": (
        (
            "A spreadsheet writes a whole column in its country's way: 31/08/2021, 44439, 25.915. antq tells "
            "it once for the column and does not guess: 03/08/2021 could be two days."
        ),
        (
            "Bảng tính ghi cả cột theo cách viết của máy: 31/08/2021, 44439, 25.915. Ở đây báo một lần cho cả cột"
            " và chỉ gợi ý cách viết đúng, không tự đọc: 03/08/2021 có thể là hai ngày khác nhau."
        ),
    ),
    "D115.what": (
        "Column {column}: cells written {form}: {n}; the first, {value}, would be {right}.",
        "Cột {column}: số ô viết {form}: {n}; ô đầu {value} phải ghi là {right}.",
    ),
    "D115.fix": (
        (
            "Run `antq fmt --mend FILE`, or change the format of the column in the spreadsheet and save again: days as "
            "yyyy-mm-dd, counts as whole numbers without separators."
        ),
        (
            "Chạy `antq fmt --mend TỆP`, hoặc trong bảng tính đổi định dạng cả cột rồi lưu lại: ngày theo "
            "yyyy-mm-dd, số là số nguyên không có dấu phân nhóm."
        ),
    ),
    "D116.name": ("no-row", "không phải dòng số liệu"),
    "D116.holds": ("Every row is a row of its register.", "Dòng nào cũng là một dòng của sổ đăng ký."),
    "D116.why": (
        ("A row of totals would double everything; a row of commas says nothing. antq adds up by itself."),
        (
            "Dòng tổng cộng không của đơn vị nào, nếu tính thì mọi số tăng gấp đôi; dòng chỉ có dấu phẩy thì "
            "không ghi gì. Cộng tổng là việc của antq."
        ),
    ),
    "D116.what": ("This is {row}; such rows in the file: {n}.", "Đây là {row}; số dòng như vậy trong tệp: {n}."),
    "D116.fix": ("Delete the row.", "Xóa dòng này."),
    "D117.name": ("twin-codes", "mã gần giống"),
    "D117.holds": (
        "No two codes differ only in capitals or zeros.",
        "Không có hai mã chỉ khác nhau ở chữ hoa, chữ thường hoặc ở số 0.",
    ),
    "D117.why": (
        (
            "To their author H-002, H-2 and h-002 are one household; to a program they are three. The total is "
            "too large, and a pledge may stand under the wrong code."
        ),
        (
            "Với người ghi, H-002, H-2 và h-002 là một hộ, với chương trình là ba hộ: tổng số bị lớn hơn, và cam "
            "kết có thể nằm ở mã khác."
        ),
    ),
    "D117.what": ("Column {column}: {value} {alike}.", "Cột {column}: {value} {alike}."),
    "D117.fix": (
        "If they are one, write the code one way everywhere; if not, waive this and say why.",
        "Nếu là một thì ghi thống nhất một cách; nếu đúng là hai mã thì khai báo bỏ qua kèm lý do.",
    ),
    "D201.name": ("last-day-not-after-first", "ngày kết thúc sai"),
    "D201.holds": (
        "An end comes after the beginning; it is the first day on which it is no longer so.",
        "Ngày kết thúc, tức ngày đầu tiên không còn hiệu lực, phải sau ngày bắt đầu.",
    ),
    "D201.why": (
        (
            "What ends before it begins is there on no day, and is missing from every total. Usually the two "
            "days were swapped."
        ),
        (
            "Khoảng thời gian kết thúc trước khi bắt đầu thì không có ngày nào: hộ hoặc tổ ấy không có trong "
            "tổng số nào. Thường là hai ngày bị ghi đảo."
        ),
    ),
    "D201.what": (
        "Column {column}: the end {value} is not after the beginning {other}.",
        "Cột {column}: ngày kết thúc {value} phải sau ngày bắt đầu {other}.",
    ),
    "D201.fix": (
        "Write the first day on which it was no longer so, or leave the cell blank.",
        "Ghi ngày đầu tiên không còn hiệu lực, hoặc để trống.",
    ),
    "D202.name": ("count-over-total", "số lớn hơn tổng số"),
    "D202.holds": ("A count is not larger than its total.", "Số đạt được không lớn hơn tổng số."),
    "D202.why": (
        (
            "If more signed than there are, one of the two numbers is wrong. The rate is shown as it is, over "
            "100 %: only the paper tells which."
        ),
        (
            "Số ký nhiều hơn số hộ thì một trong hai số sai. Tỷ lệ vẫn hiển thị như đã ghi, trên 100%, vì chỉ "
            "bản giấy cho biết số nào sai."
        ),
    ),
    "D202.what": (
        "Column {column}: {value} is larger than the total {other}.",
        "Cột {column}: {value} lớn hơn tổng số {other}.",
    ),
    "D202.fix": ("Correct the count or the total.", "Sửa số hoặc tổng số."),
    "D203.name": ("last-day-before-first", "ngày cuối trước ngày đầu"),
    "D203.holds": (
        "The last day on which something was done is not before the first.",
        "Ngày cuối của hoạt động không trước ngày đầu.",
    ),
    "D203.why": (
        "If the days are in the wrong order, nobody knows to which month the number belongs. The row is left out.",
        "Ngày ghi ngược thì không rõ số liệu thuộc tháng nào, nên dòng này không được tính.",
    ),
    "D203.what": (
        "Column {column}: {value} is before the first day, {other}.",
        "Cột {column}: {value} trước ngày đầu, {other}.",
    ),
    "D203.fix": (
        "Correct one of the days; what was done on one day has it twice.",
        "Sửa một trong hai ngày; hoạt động trong một ngày thì ghi ngày đó ở cả hai cột.",
    ),
    "D301.name": ("repeated-key", "dòng trùng"),
    "D301.holds": ("A row stands once.", "Mỗi dòng chỉ có một lần."),
    "D301.why": (
        (
            "Two equal rows count once, so the figures are right. But a row that was pasted twice may have "
            "replaced another one."
        ),
        (
            "Hai dòng giống hệt nhau chỉ được tính một lần, nên số liệu vẫn đúng. Nhưng dán một dòng hai lần "
            "thì có thể đã dán đè lên dòng khác."
        ),
    ),
    "D301.what": ("The row repeats {first}: {key}.", "Dòng trùng với {first}: {key}."),
    "D301.fix": ("Delete one of the two.", "Xóa một trong hai; chỉ được tính một lần."),
    "D302.name": ("contradicting-rows", "dòng mâu thuẫn"),
    "D302.holds": ("Rows with the same key say the same.", "Các dòng cùng khóa có nội dung như nhau."),
    "D302.why": (
        (
            "Two counts of one unit on one day cannot both be true. antq counts neither, and the unit is "
            "missing from the sum."
        ),
        (
            "Hai số của một đơn vị trong cùng một ngày không thể cùng đúng. Không biết số nào đúng nên không "
            "tính số nào, và đơn vị ấy thiếu trong tổng."
        ),
    ),
    "D302.what": (
        "The row contradicts {first}, which has the same key: {key}.",
        "Dòng mâu thuẫn với {first} cùng khóa: {key}.",
    ),
    "D302.fix": (
        "Keep the row that is true; for now neither is counted.",
        "Giữ dòng đúng; hiện cả hai dòng đều không được tính.",
    ),
    "D303.name": ("overlapping-stretches", "thời gian chồng nhau"),
    "D303.holds": (
        "Stretches of one code do not overlap.",
        "Các khoảng thời gian của cùng một mã không chồng lên nhau.",
    ),
    "D303.why": (
        (
            "On the common days a household would be in two areas and twice in the denominator. The later "
            "stretch is left out."
        ),
        ("Vào những ngày trùng, một hộ sẽ ở hai khu dân cư và có hai lần trong tổng số; khoảng sau không được tính."),
    ),
    "D303.what": (
        "The stretch begins on {value}, before the one at {first} ends ({last_day}).",
        "Khoảng thời gian này bắt đầu ngày {value}, khi khoảng ở {first} chưa kết thúc ({last_day}).",
    ),
    "D303.fix": (
        "End the earlier stretch on the day on which this one begins.",
        "Kết thúc khoảng trước vào ngày khoảng này bắt đầu.",
    ),
}

"""What the sentences of findings are made of, beside those of their rules."""

TEXTS = {
    "asked.upward": ("this folder or any above it", "thư mục này và các thư mục phía trên"),
    "did-you-mean": ("Did you mean {value}?", "Có phải ý bạn là {value}?"),
    "withheld": ("‹withheld›", "‹đã ẩn›"),
    "severity.error": ("error", "lỗi"),
    "severity.warning": ("warning", "cảnh báo"),
    # What a file may be that is not UTF-8, and why it cannot be had.
    "guess.utf-16": ("it looks like UTF-16", "giống như UTF-16"),
    "guess.legacy": ("perhaps windows-1258, TCVN3 or VNI", "có thể là windows-1258, TCVN3 hoặc VNI"),
    "why.FileNotFoundError": ("it does not exist", "tệp không tồn tại"),
    "why.IsADirectoryError": ("it is a folder", "đây là thư mục"),
    "why.NotADirectoryError": ("its folder is a file", "thư mục chứa nó lại là tệp"),
    "why.no-folder": ("its folder does not exist", "thư mục chứa nó không tồn tại"),
    "why.PermissionError": ("permission was refused", "không có quyền"),
    "why.NoRegularFileError": (
        "it is no file but a pipe or a device",
        "đây không phải là tệp mà là ống dẫn (pipe) hoặc thiết bị",
    ),
    "why.other": ("the system says “{detail}”", "hệ thống báo “{detail}”"),
    # What a value should be.
    "expected.int_type": ("a whole number", "số nguyên"),
    "expected.string_type": ("a text in quotation marks", "chữ trong ngoặc kép"),
    "expected.date_type": ("a day such as 2021-08-31", "ngày, ví dụ 2021-08-31"),
    "expected.literal_error": ("one of: {choices}", "một trong các giá trị: {choices}"),
    "expected.dict_type": ("a table", "bảng"),
    "expected.model_type": ("a table", "bảng"),
    "expected.tuple_type": ("a list", "danh sách"),
    "expected.too_short": ("long enough", "danh sách đủ dài"),
    "expected.limit": ("a limit such as > 5 or > 0.1%", "một ngưỡng như > 5 hoặc > 0.1%"),
    "expected.rule": ("the code of a rule, such as D103", "mã quy tắc như D103"),
    "expected.reason": ("a reason", "một lý do"),
    "expected.months": ("a number of months from 1 to 1200", "số tháng từ 1 đến 1200"),
    # What to write instead of what a command line has.
    "instead.help": ("See `{command} --help`", "Xem `{command} --help`"),
    "instead.commands": (
        "It is an option of {commands}; see `{command} --help`",
        "Tùy chọn này là của {commands}; xem `{command} --help`",
    ),
    "instead.period": ("Write --period {value}", "Ghi --period {value}"),
    "instead.day": ("Write a day of it, such as its last", "Ghi một ngày của kỳ đó, như ngày cuối kỳ"),
    "expected.percentage": ("a percentage such as 95%", "tỷ lệ phần trăm như 95%"),
    "expected.month-day": ("a month and a day such as 12-15", "tháng và ngày như 12-15"),
    "expected.part": (
        "H1, H2, Q1, Q2, Q3, Q4, or a month and a day such as 03-31",
        "H1, H2, Q1, Q2, Q3, Q4, hoặc tháng và ngày như 03-31",
    ),
    "expected.days": ("a number of days from 0 to 3660", "số ngày từ 0 đến 3660"),
    "expected.threshold": (
        "a percentage such as 70%, or a whole number from 1 on",
        "tỷ lệ phần trăm như 70% hoặc số nguyên từ 1 trở lên",
    ),
    "expected.other": ("of the right form", "giá trị đúng dạng"),
    # What is wrong with a text.
    "damage.lost": ("has lost a letter ({letter})", "có chữ bị mất ({letter})"),
    "damage.control": ("holds a control character ({letter})", "có ký tự điều khiển ({letter})"),
    "damage.blank": ("begins or ends with a blank", "có dấu cách ở đầu hoặc ở cuối"),
    # What separates the cells of a file, and what else has to change in it.
    "separator.semicolon": ("semicolons (;)", "dấu chấm phẩy (;)"),
    "separator.tab": ("tabs", "dấu tab"),
    "separator.bar": ("bars (|)", "dấu gạch đứng (|)"),
    "separated.alone": ("{separator}, not by commas", "{separator}, không phải dấu phẩy"),
    "separated.days": (
        "{separator}, not by commas; its days have to change as well, {day} to {right}",
        "{separator}, không phải dấu phẩy; ngày cũng phải đổi, {day} thành {right}",
    ),
    # How a whole column is written.
    "form.paper": ("with the day first, as on paper", "theo ngày/tháng/năm"),
    "form.month-first": ("with the month first", "theo tháng/ngày/năm"),
    "form.year-first": ("with other signs than hyphens, or without zeros", "theo năm trước nhưng khác dạng"),
    "form.serial": ("as a spreadsheet numbers days", "theo số thứ tự ngày của bảng tính"),
    "form.thousands": ("with signs between the thousands", "có dấu phân nhóm nghìn"),
    "form.decimals": ("with decimals", "có phần thập phân"),
    "no-row.total": ("a row of totals", "dòng tổng cộng"),
    "no-row.blank": ("a row without anything", "dòng trống"),
    "alike.one": (
        "differs from the code at {first} in capitals or zeros alone",
        "chỉ khác mã ở {first} về chữ hoa, chữ thường hoặc số 0",
    ),
    "alike.many": (
        "differs from the code at {first} in capitals or zeros alone, as do many in this register: {n}",
        "chỉ khác mã ở {first} về chữ hoa, chữ thường hoặc số 0; cả sổ đăng ký có {n} mã như vậy",
    ),
    # Why nothing uses a return.
    "no_use.sender": (
        "{measure} is counted from what {grain} reports, and {value} is {sender}",
        "{measure} đếm theo báo cáo của {grain}, còn {value} là {sender}",
    ),
    "no_use.source": (
        "{measure} is not counted from returns, and {value} is {sender}, no unit with a figure of its own",
        "{measure} không đếm theo báo cáo, còn {value} là {sender}, không phải đơn vị có số liệu riêng",
    ),
    "no_use.below": (
        (
            "{measure} is counted from what {grain} reports, and {value} is {sender}; returns from below can only be "
            "compared where a unit above reports and every {sender} in it does"
        ),
        (
            "{measure} đếm theo báo cáo của {grain}, còn {value} là {sender}; báo cáo cấp dưới chỉ đối chiếu được khi "
            "đơn vị cấp trên và mọi {sender} thuộc đơn vị đó đều có báo cáo"
        ),
    ),
    # Who has no place on another day's map, and why.
    "reach.unit": ("the unit {unit} ({name})", "đơn vị {unit} ({name})"),
    "reach.units": (
        "each of {n} units of {parent}, such as {unit} ({name}),",
        "{n} đơn vị thuộc {parent}, như {unit} ({name}),",
    ),
    "reach.part-of": (
        "only a part of it went elsewhere on {when}, and nothing says which",
        "ngày {when} chỉ một phần chuyển đi nơi khác, và không rõ phần nào",
    ),
    "reach.divided": (
        "on {when} it was divided, and all of its parts lie together only in {held}",
        "ngày {when} bị chia ra, và chỉ {held} mới gồm đủ mọi phần",
    ),
    "reach.part-into": (
        "on {when} a part of {value} came into it, and nothing says which",
        "ngày {when} một phần của {value} nhập vào, và không rõ phần nào",
    ),
    "reach.closed": ("it closed on {when}, and nothing carries it on", "đóng ngày {when}, và không có gì tiếp nối"),
    "reach.opened": (
        "it opened on {when}, and nothing says what it was before",
        "mở ngày {when}, và không rõ trước đó là gì",
    ),
    "reach.outside": (
        "it does not lie below the campaign's top there",
        "ở đó không nằm dưới đơn vị đứng đầu của cuộc vận động",
    ),
    "toml.unclosed": ("a quotation mark is opened and never closed", "thiếu dấu ngoặc kép đóng"),
    "toml.header": (
        (
            "the name of a table has to end with its bracket, and consists of letters without diacritics, digits "
            "and hyphens"
        ),
        "tên trong ngoặc vuông chỉ gồm chữ cái không dấu, chữ số, dấu gạch nối, và phải có ngoặc đóng",
    ),
    "toml.key": (
        "here a key has to stand, of letters without diacritics, digits and hyphens, and after it an equals sign",
        "ở đây phải là tên mục (chữ cái không dấu, chữ số, dấu gạch nối), rồi đến dấu bằng",
    ),
    "toml.value": (
        "this is no value; texts stand in quotation marks",
        "đây không phải là một giá trị; chữ phải đặt trong ngoặc kép",
    ),
    "toml.rest": (
        "something follows the value; texts stand in quotation marks, days are written 2021-08-31",
        "sau giá trị còn ký tự thừa; chữ phải đặt trong ngoặc kép, ngày viết như 2021-08-31",
    ),
    "toml.twice": ("this key or table stands twice", "tên mục hoặc bảng này có hai lần"),
    "toml.bracket": ("a bracket is opened and never closed", "thiếu dấu ngoặc đóng"),
    "toml.escape": ("a backslash in quotation marks is written twice", "dấu \\ trong ngoặc kép phải viết hai lần"),
    "toml.digits": ("a number has very many digits", "số có quá nhiều chữ số"),
    "toml.deep": (
        "a key has more names, or values lie deeper in each other, than antq reads",
        "tên mục có quá nhiều phần, hoặc các giá trị lồng vào nhau quá sâu",
    ),
    "toml.other": ("the parser says “{detail}”", "bộ đọc báo “{detail}”"),
    # What stands in a sentence in the place of a value that only a finding has.
    "slot.above": ("level above", "cấp trên"),
    "slot.after": ("later number", "số sau"),
    "slot.alike": ("what it is taken for", "dễ nhầm với mã nào"),
    "slot.allowed": ("words that may stand there", "các giá trị được phép"),
    "slot.asked": ("folder", "thư mục"),
    "slot.before": ("earlier number", "số trước"),
    "slot.begins": ("first day", "ngày bắt đầu"),
    "slot.calendar": ("calendar", "lịch"),
    "slot.code": ("code", "mã"),
    "slot.column": ("column", "tên cột"),
    "slot.columns": ("columns of the register", "các cột của sổ đăng ký"),
    "slot.computed": ("result by the criteria", "kết quả theo tiêu chí"),
    "slot.damage": ("what is wrong with it", "bị lỗi gì"),
    "slot.day": ("day", "ngày"),
    "slot.days": ("how many days", "số ngày"),
    "slot.due": ("due day", "hạn gửi"),
    "slot.expected": ("what is expected", "giá trị phải có"),
    "slot.first": ("first one", "chỗ đầu"),
    "slot.forms": ("forms", "các dạng"),
    "slot.guess": ("what it may be", "có thể là mã nào"),
    "slot.has": ("number in the book", "số trong sổ"),
    "slot.in_": ("register", "sổ đăng ký"),
    "slot.key": ("key", "khoá của dòng"),
    "slot.kind": ("kind", "loại"),
    "slot.form": ("in what way", "theo cách nào"),
    "slot.last": ("last day", "ngày cuối"),
    "slot.last_day": ("last day", "ngày cuối"),
    "slot.latest": ("latest return", "báo cáo gần nhất"),
    "slot.letter": ("letter", "chữ đó"),
    "slot.line": ("number of the line", "số thứ tự dòng"),
    "slot.level": ("level", "cấp"),
    "slot.measure": ("measure", "chỉ tiêu"),
    "slot.median": ("median", "trung vị"),
    "slot.n": ("how many", "số lượng"),
    "slot.name": ("name", "tên"),
    "slot.no_use": ("reason", "lý do"),
    "slot.opened": ("first day", "ngày đầu"),
    "slot.other": ("other one", "bên kia"),
    "slot.parent": ("unit above", "đơn vị cấp trên"),
    "slot.reason": ("reason", "lý do"),
    "slot.reason_given": ("reason", "lý do"),
    "slot.recorded": ("recorded result", "kết quả đã ghi"),
    "slot.regime": ("regime", "quy định"),
    "slot.register": ("register", "sổ đăng ký"),
    "slot.reported": ("reported number", "số báo cáo"),
    "slot.right": ("as it should be", "cách ghi đúng"),
    "slot.row": ("what it is", "là dòng gì"),
    "slot.separated": ("another sign", "dấu khác"),
    "slot.share": ("share", "tỷ lệ"),
    "slot.sum": ("sum", "tổng"),
    "slot.today": ("today", "hôm nay"),
    "slot.unit": ("unit", "đơn vị"),
    "slot.until": ("day", "ngày hết hạn"),
    "slot.value": ("what is written", "giá trị đã ghi"),
    "slot.what": ("what is wrong", "sai ở chỗ nào"),
    "slot.why": ("reason", "lý do"),
    "slot.window": ("year", "năm xét"),
    "slot.z": ("its value", "trị số"),
}

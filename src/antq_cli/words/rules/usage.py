"""The rules of the command line; their message says all that there is to say."""

TEXTS = {
    "U001.what": ("There is no command {value}.", "Không có lệnh {value}."),
    "U001.fix": ("See `{command} --help`.", "Xem `{command} --help`."),
    "U002.what": ("This command has no option {value}.", "Lệnh này không có tùy chọn {value}."),
    "U002.fix": ("{instead}.", "{instead}."),
    "U003.what": ("The option {value} needs a value.", "Tùy chọn {value} cần một giá trị."),
    "U003.fix": ("See `{command} --help`.", "Xem `{command} --help`."),
    "U004.what": ("{value} cannot be used for {option}.", "Giá trị {value} không dùng được cho {option}."),
    "U004.fix": ("Write one of: {allowed}.", "Ghi một trong các giá trị: {allowed}."),
    "U005.what": ("{value} is one word too many.", "Thừa {value} trên dòng lệnh."),
    "U005.fix": (
        "Leave it out, or put a value with spaces in quotation marks.",
        "Bỏ đi, hoặc đặt giá trị có dấu cách trong ngoặc kép.",
    ),
    "U006.what": (
        "The suffix of {value} means {suffix}, but --format says {format}.",
        "Đuôi của {value} là {suffix}, nhưng --format ghi {format}.",
    ),
    "U006.fix": ("Leave --format out, or change the suffix.", "Bỏ --format, hoặc đổi đuôi tệp."),
    "U007.what": (
        "On {day} no unit of the book has the code or the name {value}.",
        "Ngày {day} không có đơn vị nào trong bộ sổ mang mã hoặc tên {value}.",
    ),
    "U007.fix": (
        "Write the code or the name of a unit that is open on that day (`antq units` lists them).",
        "Ghi mã hoặc tên của một đơn vị đang hoạt động vào ngày đó (xem tên bằng `antq units`).",
    ),
    "U008.what": (
        "The suffix of {value} does not tell a format.",
        "Không xác định được định dạng từ đuôi tệp {value}.",
    ),
    "U008.fix": ("Name the file with one of: {allowed}.", "Đặt tên tệp với một trong các đuôi: {allowed}."),
    "U009.what": ("{value} is not a day.", "{value} chưa đúng cách viết ngày, hoặc là ngày không có trên lịch."),
    "U009.fix": (
        "Write it as 2021-08-31, 31/08/2021 or 31-8-2021.",
        "Viết như 31/08/2021, 31-8-2021 hoặc 2021-08-31.",
    ),
    "U010.what": ("The file {value} cannot be written: {why}.", "Không ghi được tệp {value}: {why}."),
    "U010.fix": (
        "Choose an existing folder that you may write to.",
        "Chọn thư mục có sẵn và có quyền ghi.",
    ),
    "U011.what": (
        "On {day} the book's top unit {value} is closed, and the crosswalk does not say where it went.",
        (
            "Ngày {day} đơn vị cao nhất {value} đã kết thúc hoạt động, và sổ sắp xếp đơn vị (crosswalk) chưa ghi "
            "chuyển sang đơn vị nào."
        ),
    ),
    "U011.fix": (
        "Choose another day, or add the unit to the crosswalk.",
        "Chọn ngày khác, hoặc thêm một dòng cho đơn vị này vào sổ sắp xếp đơn vị (crosswalk).",
    ),
    "U012.what": ("The option {value} takes no value.", "Tùy chọn {value} không nhận giá trị."),
    "U012.fix": ("See `{command} --help`.", "Xem `{command} --help`."),
    "U013.what": (
        "The result cannot be written to stdout: {why}.",
        "Không in được kết quả ra màn hình hoặc lệnh nối tiếp (stdout): {why}.",
    ),
    "U040.what": (
        "{value} is a way to write CSV; asked for is {format}.",
        "{value} là cách ghi tệp CSV, còn định dạng được chọn là {format}.",
    ),
    "U040.fix": ("Write -f csv with it, or leave it out.", "Ghi cùng -f csv, hoặc bỏ đi."),
    "U013.fix": (
        "See whether stdout is closed or the disk is full.",
        "Xem stdout có bị đóng hoặc đĩa có bị đầy không.",
    ),
    "U014.what": (
        "The file {value} lies in the book and would be read as part of it.",
        "Tệp {value} nằm trong bộ sổ và sẽ bị đọc như một phần của bộ sổ.",
    ),
    "U014.fix": ("Name a file outside the book.", "Ghi tên một tệp ở ngoài bộ sổ."),
    "U015.what": (
        "On the map of {basis}, {who} has no place: {reach}.",
        "Không quy đổi được {who} về địa giới ngày {basis}: {reach}.",
    ),
    "U015.fix": (
        "Ask for a unit further up, choose a basis that the crosswalk reaches, or complete the crosswalk.",
        ("Hỏi đơn vị cấp trên, chọn ngày địa giới mà sổ sắp xếp đơn vị (crosswalk) dẫn tới được, hoặc bổ sung sổ này."),
    ),
    "U016.what": ("{value} is not a period.", "{value} không phải là một kỳ."),
    "U016.fix": (
        (
            "Write 2021, 2021-H1, 2021-Q3, 2021-08, 6T-2026, 9T-2026, Quý III/2021, tháng 8/2021, a day, or two: "
            "2021-03-01..2021-08-31."
        ),
        (
            "Ghi như 2021, Quý III/2021, Tháng 8/2021, 6 tháng đầu năm 2021, 9T-2021, 2021-Q3, một ngày, hoặc hai "
            "ngày: 01/03/2021..31/08/2021."
        ),
    ),
    "U017.what": (
        "{value} does not lie in the period, {first} to {last}.",
        "{value} không nằm trong kỳ, từ {first} đến {last}.",
    ),
    "U017.fix": (
        "Leave --as-of out to count on the last day, or name a day of the period.",
        "Bỏ --as-of để tính đến ngày cuối, hoặc ghi một ngày trong kỳ.",
    ),
    "U018.what": ("{value} cannot be used for --basis.", "{value} không dùng được cho --basis."),
    "U018.fix": (
        "Write then, now, or a day such as 2025-07-01.",
        "Ghi then (ngày tính), now (hôm nay), hoặc một ngày như 01/07/2025.",
    ),
    "U019.what": (
        "{value}: the calendar {calendar} has only whole years, because its years do not follow on each other.",
        "{value}: lịch {calendar} chỉ chia theo năm, vì các năm không nối tiếp nhau.",
    ),
    "U019.fix": ("Ask for a year, or choose another --calendar.", "Hỏi theo năm, hoặc chọn --calendar khác."),
    "U020.what": ("On {day} several units are called {value}.", "Ngày {day} có nhiều đơn vị tên là {value}."),
    "U020.fix": ("Write the code of one of them: {units}.", "Ghi mã của một đơn vị: {units}."),
    "U021.what": (
        "{value} is not a percentage above 0 and up to 100.",
        "{value} phải là tỷ lệ lớn hơn 0% và không quá 100%.",
    ),
    "U021.fix": (
        "Write one such as 95%; a value below 1 needs its sign: 0.5%.",
        "Ghi như 95%; dưới 1 thì phải có dấu: 0,5%.",
    ),
    "U022.what": (
        "On {day} there is no unit {value}; there is {elsewhen}.",
        "Ngày {day} không có đơn vị {value}; đơn vị này có: {elsewhen}.",
    ),
    "U022.fix": ("Choose another day, or leave --on out.", "Chọn ngày khác, hoặc bỏ --on."),
    "U023.what": (
        "No unit has or had the code or the name {value}.",
        "Không có đơn vị nào mang mã hoặc tên {value}, ở bất kỳ thời kỳ nào.",
    ),
    "U023.fix": (
        "Write a code, or a name with its diacritics; `antq units` lists them all.",
        "Ghi mã, hoặc tên có đủ dấu; `antq units` hiển thị tất cả.",
    ),
    "U024.what": ("{value} is not a window of any regime.", "{value} không phải là năm xét của quy định nào."),
    "U024.fix": (
        "Write a year such as 2021 on whose last day a regime was in force.",
        "Ghi năm như 2021, thuộc một quy định còn hiệu lực vào ngày cuối của năm đó.",
    ),
    "U025.what": (
        "{value}: on this day the standard does not judge {unit}.",
        "{value}: vào ngày này {unit} không thuộc diện xét tiêu chuẩn.",
    ),
    "U025.fix": (
        "Choose a --unit that is judged, or the level of such units with --by.",
        "Chọn --unit là một đơn vị được xét, hoặc --by là cấp được xét.",
    ),
    "U026.what": (
        "No rule has a code that is or begins with {value} ({option}).",
        "Không có quy tắc nào mang mã {value} hoặc bắt đầu bằng {value} ({option}).",
    ),
    "U026.fix": ("See `antq rules` for the codes.", "Xem các mã bằng `antq rules`."),
    "U027.what": (
        "{value} is not a whole number from 0 on ({option}).",
        "{value} không phải là số nguyên từ 0 trở lên ({option}).",
    ),
    "U027.fix": ("Write one such as 10; 0 shows only the counts.", "Ghi một số như 10; 0 chỉ hiển thị số lượng."),
    "U028.what": (
        "The baseline {value} cannot be read: {why}.",
        "Không đọc được tệp phát hiện đã biết {value}: {why}.",
    ),
    "U028.fix": ("Name a file that --write-baseline wrote.", "Chỉ ra tệp do --write-baseline ghi."),
    "U029.what": ("The file {value} is not a baseline.", "Tệp {value} không phải là tệp phát hiện đã biết."),
    "U029.fix": ("Write it anew with --write-baseline.", "Ghi lại bằng --write-baseline."),
    "U030.what": (
        "{value} is about the command line, not about books.",
        "{value} là thông báo về cách gõ lệnh, không phải quy tắc của bộ sổ.",
    ),
    "U030.fix": ("See `antq rules` for the rules of books.", "Xem các quy tắc của bộ sổ bằng `antq rules`."),
    "U031.what": (
        "{value} needs the whole check, not some rules or registers.",
        "{value} chỉ dùng khi kiểm tra toàn bộ, không dùng cùng --select, --ignore, --register.",
    ),
    "U031.fix": ("Leave out --select, --ignore and --register.", "Bỏ --select, --ignore và --register."),
    "U032.what": (
        "{value} is named both for the result and for the baseline; one would overwrite the other.",
        "{value} vừa là tệp kết quả vừa là tệp phát hiện đã biết; hai tệp sẽ ghi đè lên nhau.",
    ),
    "U032.fix": ("Name another file for one of them.", "Đặt tên khác cho một trong hai tệp."),
    "U033.what": (
        "{value} is out of reach: antq counts on days of the years {first} to {last}.",
        "{value} nằm ngoài phạm vi: chỉ tính được cho các ngày thuộc năm {first} đến năm {last}.",
    ),
    "U033.fix": ("Correct the year.", "Sửa lại năm."),
    "U034.what": ("{option} has two values: {first} and {value}.", "{option} có hai giá trị: {first} và {value}."),
    "U034.fix": ("Write it once.", "Chỉ ghi một giá trị."),
    "U035.what": (
        "From {first} to {last} there would be {n} points ({value}); antq counts at most {most}.",
        "Từ {first} đến {last} sẽ có {n} mốc ({value}); chỉ tính nhiều nhất {most} mốc.",
    ),
    "U035.fix": (
        "Choose a shorter --period, or a longer --every.",
        "Chọn --period ngắn hơn, hoặc --every dài hơn.",
    ),
    "U036.what": ("There is no such day: {value}.", "Không có ngày {value} trên lịch."),
    "U036.fix": ("Write a day that the calendar has.", "Ghi một ngày có trên lịch."),
    "U037.what": ("{value} is a period and not a day.", "{value} là một kỳ, không phải là ngày."),
    "U037.fix": ("{instead}.", "{instead}."),
    "U045.what": ("{value} has no rows to order here.", "{value} không có dòng nào để xếp ở đây."),
    "U045.fix": ("{instead}.", "{instead}."),
    "U050.what": (
        "{value} change needs something to compare with.",
        "{value} change cần một kỳ để so sánh.",
    ),
    "U050.fix": ("Write --vs PERIOD with it.", "Ghi cùng --vs KỲ."),
    "U051.what": (
        "{value} is not a whole number from 1 on ({option}).",
        "{value} không phải là số nguyên từ 1 trở lên ({option}).",
    ),
    "U051.fix": ("Write one such as 10.", "Ghi một số như 10."),
    "U070.what": ("There is no template {value}.", "Không có mẫu báo cáo {value}."),
    "U070.fix": (
        "Write one of: {allowed}; or the path of a file.",
        "Ghi một trong các mẫu: {allowed}; hoặc đường dẫn của một tệp.",
    ),
    "U071.what": ("The template {value} cannot be read: {why}.", "Không đọc được mẫu báo cáo {value}: {why}."),
    "U071.fix": ("Write it as a text file in UTF-8.", "Ghi mẫu thành tệp văn bản UTF-8."),
    "U072.what": ("A template has no line {value}.", "Mẫu báo cáo không có dòng {value}."),
    "U072.fix": (
        "Begin the line with one of: {allowed}; or write a sentence.",
        "Bắt đầu dòng bằng một trong: {allowed}; hoặc viết một câu.",
    ),
    "U073.what": ("There is no {value} to put here.", "Không có phần {value} để đưa vào đây."),
    "U073.fix": ("Write one of: {allowed}.", "Ghi một trong: {allowed}."),
    "U074.what": ("The {value} is not closed in its line.", "Dấu {value} chưa được đóng trong dòng này."),
    "U074.fix": (
        "Write {closed} behind it; a {value} that is meant as itself is written twice.",
        "Ghi {closed} ở sau; muốn in chính dấu {value} thì ghi hai lần.",
    ),
    "U075.what": ("{value} is no number that a book has.", "{value} không phải là số liệu nào của bộ sổ."),
    "U075.fix": (
        "Write it as {{pledges.household percent}}: a measure, a unit, a day and a part.",
        "Ghi như {{pledges.household percent}}: chỉ tiêu, đơn vị, ngày và phần cần in.",
    ),
    "U076.what": ("A number has no part {value}.", "Số liệu không có phần {value}."),
    "U076.fix": ("Write one of: {allowed}.", "Ghi một trong: {allowed}."),
    "U077.what": ("The book does not count {value}.", "Bộ sổ không tính chỉ tiêu {value}."),
    "U077.fix": (
        "Write a measure whose kind antq.toml declares.",
        "Ghi chỉ tiêu thuộc loại đã khai báo trong antq.toml.",
    ),
    "U078.what": (
        "On {day} no unit of the book has the code or the name {value}.",
        "Ngày {day} không có đơn vị nào trong bộ sổ mang mã hoặc tên {value}.",
    ),
    "U078.fix": (
        "Write the code of a unit that is open on that day.",
        "Ghi mã của một đơn vị đang hoạt động vào ngày đó.",
    ),
    "U079.what": (
        "{value} says no days here: a flow needs a period, and vs something to compare with.",
        "{value} ở đây chưa xác định được ngày: số phát sinh cần một kỳ, còn vs cần kỳ để so sánh.",
    ),
    "U079.fix": (
        "Write a day or a period behind a colon, or ask for the report of a period.",
        "Ghi ngày hoặc kỳ sau dấu hai chấm, hoặc lập báo cáo của một kỳ.",
    ),
    "U060.what": ("{first} and {value} are the same file.", "{first} và {value} là cùng một tệp."),
    "U060.fix": ("Name each file once.", "Mỗi tệp chỉ ghi một lần."),
    "U061.what": (
        "A document ({value}) cannot be shown on the screen.",
        "Văn bản {value} không hiển thị được trên màn hình.",
    ),
    "U061.fix": ("Write it into a file: -o FILE.{value}.", "Ghi vào tệp: -o TỆP.{value}."),
    "U062.what": (
        "{value} needs {package}, which is not installed.",
        "Định dạng {value} cần {package}, hiện chưa được cài đặt.",
    ),
    "U062.fix": (
        'Install it with `python -m pip install "antq-cli[{extra}]"`.',
        'Cài đặt bằng `python -m pip install "antq-cli[{extra}]"`.',
    ),
    "U063.what": ("The file {value} was not written by antq.", "Tệp {value} không phải do antq ghi."),
    "U063.fix": (
        "Name another file, or write --force to replace this one.",
        "Ghi tên tệp khác, hoặc dùng --force để ghi đè.",
    ),
    "U064.what": (
        "Somebody has edited the file {value} since antq wrote it.",
        "Tệp {value} đã có người sửa sau khi antq ghi.",
    ),
    "U064.fix": (
        "Name another file, or write --force to replace this one and lose what was added.",
        "Ghi tên tệp khác, hoặc dùng --force để ghi đè và bỏ phần đã sửa.",
    ),
    "U065.what": (
        "The file {value} cannot be replaced: {why}. Replaced before it: {done}.",
        "Không thay được tệp {value}: {why}. Các tệp đã thay trước đó: {done}.",
    ),
    "U065.fix": (
        "See who holds the file, and run the command again.",
        "Xem tệp có đang mở ở nơi khác không, rồi chạy lại lệnh.",
    ),
    "U066.what": (
        "Small numbers cannot be hidden as yet: {value} is not built.",
        "Chưa ẩn được số nhỏ: tùy chọn {value} chưa có.",
    ),
    "U066.fix": (
        "Leave it out, and look through what you publish yourself.",
        "Bỏ tùy chọn này và tự rà soát trước khi công bố.",
    ),
    "U053.what": ("{value} and {option} do not go together.", "{value} và {option} không dùng cùng nhau."),
    "U053.fix": ("Leave one of them out.", "Bỏ một trong hai."),
    "U055.what": (
        "{value} says what a period is, and none is asked for.",
        "{value} cho biết kỳ tính từ ngày nào, nhưng dòng lệnh không hỏi kỳ nào.",
    ),
    "U055.fix": ("Write --period PERIOD with it, or leave it out.", "Ghi cùng --period KỲ, hoặc bỏ tùy chọn này."),
    "U052.what": ("{value}: none of the kinds has a target.", "{value}: không loại nào có mức phấn đấu."),
    "U052.fix": (
        "Write target under the kind in antq.toml, or ask `antq pledges gaps --target`.",
        "Ghi mức phấn đấu (target) cho loại đó trong antq.toml, hoặc dùng `antq pledges gaps --target`.",
    ),
}

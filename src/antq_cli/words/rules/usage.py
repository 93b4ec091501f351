"""The rules of the command line; their message says all that there is to say."""

TEXTS = {
    "U001.what": ("There is no command {value}.", "Không có lệnh {value}."),
    "U001.fix": ("See `{command} --help`.", "Xem `{command} --help`."),
    "U002.what": ("There is no option {value} here.", "Ở đây không có tuỳ chọn {value}."),
    "U002.fix": ("{instead}.", "{instead}."),
    "U003.what": ("The option {value} needs a value.", "Tuỳ chọn {value} cần một giá trị."),
    "U003.fix": ("See `{command} --help`.", "Xem `{command} --help`."),
    "U004.what": ("{value} is not a value of {option}.", "{value} không phải là giá trị của {option}."),
    "U004.fix": ("Write one of: {allowed}.", "Ghi một trong các giá trị: {allowed}."),
    "U005.what": ("Nothing takes the argument {value}.", "Lệnh không nhận đối số {value}."),
    "U005.fix": (
        "Leave it out, or put a value with spaces in quotation marks.",
        "Bỏ đi, hoặc đặt giá trị có dấu cách trong ngoặc kép.",
    ),
    "U006.what": (
        "The file {value} would be {suffix}, and --format says {format}.",
        "Tệp {value} sẽ là {suffix}, mà --format là {format}.",
    ),
    "U006.fix": ("Leave --format out, or name the file after it.", "Bỏ --format, hoặc đặt tên tệp theo nó."),
    "U007.what": (
        "No unit below the campaign's top bears the code or the name {value} on {day}.",
        "Ngày {day} không có đơn vị nào dưới đơn vị đứng đầu mang mã hoặc tên {value}.",
    ),
    "U007.fix": (
        "Write the code or the name of a unit that is open on that day.",
        "Ghi mã hoặc tên của một đơn vị đang tồn tại vào ngày đó.",
    ),
    "U008.what": ("The suffix of {value} says no format.", "Đuôi tệp của {value} không nói lên định dạng."),
    "U008.fix": ("Name the file with one of: {allowed}.", "Đặt tên tệp với một trong các đuôi: {allowed}."),
    "U009.what": ("{value} is not a day.", "{value} không phải là ngày."),
    "U009.fix": (
        "Write it as 2021-08-31, 31/08/2021 or 31-8-2021.",
        "Viết như 31/08/2021, 31-8-2021 hoặc 2021-08-31.",
    ),
    "U010.what": ("The file {value} cannot be written: {why}.", "Không ghi được tệp {value}: {why}."),
    "U010.fix": (
        "Name a file in a folder that exists and that you may write to.",
        "Ghi tên tệp trong thư mục có sẵn mà bạn được phép ghi.",
    ),
    "U011.what": (
        "On {day} the campaign's top unit {value} is not open, and nothing carries it on.",
        "Ngày {day} đơn vị đứng đầu {value} không hoạt động, và không có gì chuyển tiếp nó.",
    ),
    "U011.fix": (
        "Choose another day, or add a row for it to the crosswalk.",
        "Chọn ngày khác, hoặc thêm một dòng cho nó vào crosswalk.",
    ),
    "U012.what": ("The option {value} takes no value.", "Tuỳ chọn {value} không nhận giá trị."),
    "U012.fix": ("See `{command} --help`.", "Xem `{command} --help`."),
    "U013.what": ("The result cannot be written to stdout: {why}.", "Không ghi được kết quả ra stdout: {why}."),
    "U040.what": (
        "{value} is a way to write CSV; asked for is {format}.",
        "{value} là cách ghi tệp CSV, còn định dạng được chọn là {format}.",
    ),
    "U040.fix": ("Write -f csv with it, or leave it out.", "Ghi cùng -f csv, hoặc bỏ đi."),
    "U013.fix": ("See whether it is closed, or the disk full.", "Xem stdout có bị đóng hoặc đĩa có bị đầy không."),
    "U014.what": (
        "The file {value} lies in the book and would be read as a part of it.",
        "Tệp {value} nằm trong sổ và sẽ bị đọc như một phần của sổ.",
    ),
    "U014.fix": ("Name a file outside the book.", "Ghi tên một tệp ở ngoài sổ."),
    "U015.what": (
        "On the map of {basis} {who} has no place: {reach}.",
        "Theo địa giới ngày {basis}, {who} không có chỗ: {reach}.",
    ),
    "U015.fix": (
        "Ask for a unit further up, choose a basis to which the crosswalk leads, or add what it lacks.",
        "Hỏi đơn vị cấp trên, chọn ngày địa giới mà crosswalk dẫn tới được, hoặc bổ sung crosswalk.",
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
        "Bỏ --as-of để đếm đến ngày cuối, hoặc ghi một ngày trong kỳ.",
    ),
    "U018.what": ("{value} is not a basis.", "{value} không phải là ngày của địa giới."),
    "U018.fix": ("Write then, now, or a day such as 2025-07-01.", "Ghi then, now, hoặc một ngày như 2025-07-01."),
    "U019.what": (
        "{value}: the calendar {calendar} has years only, since they do not follow on each other.",
        "{value}: lịch {calendar} chỉ có năm, vì các năm không nối tiếp nhau.",
    ),
    "U019.fix": ("Ask for a year, or choose another --calendar.", "Hỏi theo năm, hoặc chọn --calendar khác."),
    "U020.what": ("On {day} several units are called {value}.", "Ngày {day} có nhiều đơn vị tên là {value}."),
    "U020.fix": ("Write the code of one of them: {units}.", "Ghi mã của một đơn vị: {units}."),
    "U021.what": (
        "{value} is not a percentage above 0 and up to 100.",
        "{value} không phải là tỷ lệ phần trăm trên 0 và đến 100.",
    ),
    "U021.fix": (
        "Write one such as 95%; what is below 1 needs its sign: 0.5%.",
        "Ghi như 95%; dưới 1 thì phải có dấu: 0,5%.",
    ),
    "U022.what": (
        "On {day} no unit is {value}; on other days it is {elsewhen}.",
        "Ngày {day} không có đơn vị {value}; ngày khác thì có {elsewhen}.",
    ),
    "U022.fix": ("Choose another day, or leave --on out.", "Chọn ngày khác, hoặc bỏ --on."),
    "U023.what": (
        "No unit ever bore the code or the name {value}.",
        "Chưa từng có đơn vị nào mang mã hoặc tên {value}.",
    ),
    "U023.fix": (
        "Write a code, or a name with its diacritics; `antq units` shows them all.",
        "Ghi mã, hoặc tên có đủ dấu; `antq units` cho xem tất cả.",
    ),
    "U024.what": ("{value} is not a window of any regime.", "{value} không phải là năm xét của quy định nào."),
    "U024.fix": (
        "Write a year such as 2021 on whose last day a regime was in force.",
        "Ghi năm như 2021, thuộc một quy định còn hiệu lực vào ngày cuối của năm đó.",
    ),
    "U025.what": (
        "{value}: {unit} is not judged by the standard on this day.",
        "{value}: {unit} không phải là đối tượng xét tiêu chuẩn vào ngày này.",
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
    "U027.fix": ("Write one such as 10; 0 shows the counts alone.", "Ghi một số như 10; 0 chỉ hiện số đếm."),
    "U028.what": ("The baseline {value} cannot be read: {why}.", "Không đọc được tệp mốc {value}: {why}."),
    "U028.fix": ("Name a file that --write-baseline has written.", "Chỉ ra tệp do --write-baseline ghi."),
    "U029.what": ("The file {value} is not a baseline.", "Tệp {value} không phải là tệp mốc."),
    "U029.fix": ("Write it anew with --write-baseline.", "Ghi lại bằng --write-baseline."),
    "U030.what": (
        "{value} is of the command line, not of a book; its message says all that there is to say.",
        "{value} là của dòng lệnh, không phải của sổ; thông báo của nó đã nói đủ.",
    ),
    "U030.fix": ("See `antq rules` for the rules of books.", "Xem các quy tắc của sổ bằng `antq rules`."),
    "U031.what": (
        "{value} knows all that is found, or nothing: it cannot be written of some rules or registers alone.",
        "{value} phải biết mọi phát hiện: không ghi riêng cho vài quy tắc hay vài sổ đăng ký.",
    ),
    "U031.fix": ("Leave out --select, --ignore and --register.", "Bỏ --select, --ignore và --register."),
    "U032.what": (
        "{value} is named both for the result and for the baseline; one would overwrite the other.",
        "{value} vừa là tệp kết quả vừa là tệp mốc; cái này sẽ ghi đè cái kia.",
    ),
    "U032.fix": ("Name another file for one of them.", "Đặt tên khác cho một trong hai tệp."),
    "U033.what": (
        "{value} is out of reach: days of the years {first} to {last} can be counted on.",
        "{value} nằm ngoài phạm vi: chỉ tính được cho các ngày thuộc năm {first} đến năm {last}.",
    ),
    "U033.fix": ("Correct the year.", "Sửa lại năm."),
    "U034.what": ("{option} says {first} as well as {value}.", "{option} ghi cả {first} lẫn {value}."),
    "U034.fix": ("Write it once.", "Chỉ ghi một giá trị."),
    "U035.what": (
        "From {first} to {last} there would be {n} points ({value}); at most {most} are counted.",
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
    "U045.what": ("{value} finds no rows to order here.", "{value} không có dòng nào để xếp ở đây."),
    "U045.fix": ("{instead}.", "{instead}."),
    "U050.what": (
        "{value} change needs to know since when something changed.",
        "{value} change cần biết thay đổi so với thời điểm nào.",
    ),
    "U050.fix": ("Write --vs PERIOD with it.", "Ghi cùng --vs KỲ."),
    "U051.what": (
        "{value} is not a whole number from 1 on ({option}).",
        "{value} không phải là số nguyên từ 1 trở lên ({option}).",
    ),
    "U051.fix": ("Write one such as 10.", "Ghi một số như 10."),
    "U052.what": ("{value}: none of the kinds has a target.", "{value}: không loại nào có mức phấn đấu."),
    "U052.fix": (
        "Write target under the kind in antq.toml, or ask `antq pledges gaps --target`.",
        "Ghi target cho loại đó trong antq.toml, hoặc dùng `antq pledges gaps --target`.",
    ),
}

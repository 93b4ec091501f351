"""The rules of import: the cells of a sheet, and the names in it (I2)."""

TEXTS = {
    "I201.name": ("not-a-count", "ô không phải số nguyên"),
    "I201.holds": (
        "A cell of counts holds a whole number from 0 on, or nothing.",
        "Ô số liệu là số nguyên từ 0 trở lên, hoặc để trống.",
    ),
    "I201.why": (
        "25.91 and 25,915 are other numbers for a program than for who typed them. A dash may mean 0, or nothing.",
        "25.91 hay 25,915 người gõ hiểu một cách, chương trình hiểu cách khác; dấu gạch có thể là 0 hoặc chưa có số.",
    ),
    "I201.what": ("{value} is no count: {read_as}.", "{value} không phải số nguyên: {read_as}."),
    "I201.fix": (
        "Ask which number is meant, and write it in digits alone.",
        "Hỏi lại nơi gửi rồi ghi số chỉ bằng chữ số.",
    ),
    "I202.name": ("cell-error", "ô bị lỗi"),
    "I202.holds": ("No cell shows an error.", "Không có ô nào báo lỗi."),
    "I202.why": (
        "#REF! is a number that got lost: taken for a blank it would be not reported, or 0.",
        "#REF! là số đã mất; coi là ô trống thì thành chưa báo cáo.",
    ),
    "I202.what": ("The cell shows the error {value}.", "Ô báo lỗi {value}."),
    "I202.fix": ("Write the number itself into the cell.", "Ghi lại số vào ô này."),
    "I203.name": ("not-calculated", "công thức chưa tính"),
    "I203.holds": ("Each formula has been calculated.", "Công thức nào cũng đã được tính."),
    "I203.why": (
        "The file was made by a program that wrote the formula and not what comes out; the 0 in it is none.",
        "Tệp do chương trình tạo ra, chỉ ghi công thức mà không ghi kết quả; số 0 trong đó không phải số thật.",
    ),
    "I203.what": ("The formula in the cell was never calculated.", "Công thức trong ô chưa được tính."),
    "I203.fix": (
        "Open the file in Excel once, and save it.",
        "Mở tệp bằng Excel một lần rồi lưu lại.",
    ),
    "I204.name": ("several-lines", "ô có nhiều dòng"),
    "I204.holds": ("A cell holds one thing.", "Mỗi ô ghi một nội dung."),
    "I204.why": (
        "Of two numbers in one cell nobody can tell which is whose.",
        "Hai số trong một ô thì không biết số nào của đơn vị nào.",
    ),
    "I204.what": ("There are several lines in the cell.", "Trong ô có nhiều dòng chữ."),
    "I204.fix": ("Write each into a row of its own.", "Tách mỗi nội dung thành một dòng riêng."),
    "I205.name": ("not-one-day", "không phải ngày"),
    "I205.holds": ("A cell of days holds one day.", "Ô ngày ghi đúng một ngày."),
    "I205.why": (
        "A year or a month alone is no day, and 31/02 there is none: the number would stand in another period.",
        "Chỉ ghi năm hay tháng thì chưa rõ ngày, còn 31/02 thì không có: số liệu sẽ rơi vào kỳ khác.",
    ),
    "I205.what": ("{value} does not name one day.", "{value} không ghi rõ một ngày."),
    "I205.fix": ("Write the day, such as 31/08/2021.", "Ghi rõ ngày, ví dụ 31/08/2021."),
    "I206.name": ("unit-not-found", "không có đơn vị"),
    "I206.holds": (
        "Each row names a unit that there is on its day.",
        "Mỗi dòng ghi tên một đơn vị có vào ngày của số liệu.",
    ),
    "I206.why": (
        "Cẩm Tâm and Cẩm Tân are neighbours: a name that is nearly right may be another commune's.",
        "Cẩm Tâm và Cẩm Tân là hai xã: tên gần giống có thể là của xã khác.",
    ),
    "I206.what": (
        "On {day} no unit is called {value}.",
        "Ngày {day} không có đơn vị nào tên {value}.",
    ),
    "I206.fix": (
        "Correct the name, or write the code of the unit; {near}.",
        "Sửa tên hoặc ghi mã đơn vị; {near}.",
    ),
    "I207.name": ("several-units", "nhiều đơn vị cùng tên"),
    "I207.holds": ("Each row names one unit.", "Mỗi dòng ghi đúng một đơn vị."),
    "I207.why": (
        "Thôn 1 is in many communes. Which one is meant is seen from the sheet by nobody else.",
        "Xã nào cũng có Thôn 1; không nhìn vào biểu mà biết được là của xã nào.",
    ),
    "I207.what": (
        "On {day} several units are called {value}: {units}.",
        "Ngày {day} có nhiều đơn vị tên {value}: {units}.",
    ),
    "I207.fix": (
        "Write the code of the unit, or import below one commune: --unit.",
        "Ghi mã đơn vị, hoặc nhập riêng từng xã: --unit.",
    ),
    "I208.name": ("units-disagree", "tên và mã không khớp"),
    "I208.holds": (
        "What a row names is the same unit, or lies one in the other.",
        "Các tên, mã trong một dòng là của cùng một đơn vị, hoặc đơn vị trực thuộc.",
    ),
    "I208.why": (
        "A code that slipped by a row gives the numbers to the neighbour.",
        "Mã lệch một dòng thì số liệu sang đơn vị bên cạnh.",
    ),
    "I208.what": (
        "{value} is {units}, and another unit stands beside it, or above it.",
        "{value} là {units}, nhưng cùng dòng, hoặc nhóm ở trên, lại ghi đơn vị khác.",
    ),
    "I208.fix": ("Correct the name or the code.", "Sửa lại tên hoặc mã."),
    "I209.name": ("letters-mapped", "chữ trông giống"),
    "I209.holds": (
        "Names are written in Vietnamese letters alone.",
        "Tên viết đúng chữ cái tiếng Việt.",
    ),
    "I209.why": (
        "Ð of another alphabet looks like Đ. The name is found all the same, but not by every program.",
        "Chữ Ð của bảng chữ khác trông giống Đ: antq vẫn tìm ra tên, chương trình khác thì không.",
    ),
    "I209.what": (
        "{value} has letters that only look alike, or cannot be seen; it was read as {read}.",
        "{value} có ký tự chỉ trông giống hoặc không nhìn thấy; đã đọc là {read}.",
    ),
    "I209.fix": ("Type the name anew.", "Gõ lại tên này."),
    "I210.name": ("text-about-people", "chữ có dữ liệu cá nhân"),
    "I210.holds": ("No cell names a person.", "Không ô nào có dữ liệu cá nhân."),
    "I210.why": (
        "A remark with a name or a telephone would stand in the book for good.",
        "Ghi chú có họ tên hay số điện thoại sẽ nằm mãi trong bộ sổ.",
    ),
    "I210.what": (
        "The cell of the column {heading} seems to name a person, or holds a number of one.",
        "Ô ở cột {heading} có vẻ có họ tên, số định danh hoặc số điện thoại.",
    ),
    "I210.fix": ("Delete that from the cell.", "Xóa phần đó trong ô."),
    "I211.name": ("another-day", "ngày khác"),
    "I211.holds": (
        "The days of a sheet are those that it is imported for.",
        "Ngày trong biểu đúng với ngày ghi khi nhập.",
    ),
    "I211.why": (
        "Last month's sheet imported for this month would be this month's numbers.",
        "Nhập nhầm biểu tháng trước thì thành số liệu tháng này.",
    ),
    "I211.what": ("The row is of {value}, and not of {day}.", "Dòng này ghi {value}, không phải ngày {day}."),
    "I211.fix": (
        "See whether it is the right sheet; without --on the day of the row counts.",
        "Xem có đúng biểu không; không ghi --on thì lấy ngày của dòng.",
    ),
    "I213.name": ("day-to-come", "ngày chưa đến"),
    "I213.holds": ("No number is of a day that is still to come.", "Không có số liệu của ngày chưa đến."),
    "I213.why": (
        "Nobody has counted it yet: the day is mistyped, or the month.",
        "Chưa ai thống kê được: gõ nhầm ngày hoặc tháng.",
    ),
    "I213.what": ("The day {value} is still to come; today is {today}.", "Ngày {value} chưa đến; hôm nay là {today}."),
    "I213.fix": ("Correct the day.", "Sửa lại ngày."),
    "I212.name": ("measure-not-found", "không có chỉ tiêu"),
    "I212.holds": (
        "A row that names what it counts names a measure of the book.",
        "Dòng ghi tên chỉ tiêu thì chỉ tiêu đó có trong bộ sổ.",
    ),
    "I212.why": (
        "A number of something that the book does not count would be in no figure.",
        "Số của chỉ tiêu không có trong bộ sổ thì không vào số liệu nào.",
    ),
    "I212.what": ("{value} is no measure of the book.", "{value} không phải chỉ tiêu của bộ sổ."),
    "I212.fix": ("Write one of: {allowed}.", "Ghi một trong: {allowed}."),
}

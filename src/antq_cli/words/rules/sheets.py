"""The rules of import: the layout of a sheet (I1)."""

TEXTS = {
    "I101.name": ("no-table-header", "không thấy tiêu đề bảng"),
    "I101.holds": (
        "A sheet has a header that names whose its rows are and what they count.",
        "Trang tính có tiêu đề bảng, cho biết mỗi dòng của đơn vị nào và ghi chỉ tiêu gì.",
    ),
    "I101.why": (
        "A number without its heading may count anything. No column is taken for what it may not be.",
        "Số không có tên cột thì không biết là số gì; tên cột không được tự đoán.",
    ),
    "I101.what": (
        "No rows of the sheet {sheet} name a unit and what is counted.",
        "Trang tính {sheet} không có dòng nào ghi tên cột đơn vị và tên cột số liệu.",
    ),
    "I101.fix": (
        "Say in a mapping which columns are what: --mapping FILE.",
        "Ghi rõ cột nào là gì trong tệp khai báo cột: --mapping TỆP.",
    ),
    "I102.name": ("second-table", "có bảng thứ hai"),
    "I102.holds": ("A sheet holds one table, or it is said which.", "Mỗi trang tính một bảng, hoặc ghi rõ bảng nào."),
    "I102.why": (
        "Rows of another table under the heads of the first would be counted as something that they are not.",
        "Dòng của bảng khác mà tính theo tiêu đề của bảng đầu thì thành số của chỉ tiêu khác.",
    ),
    "I102.what": ("Another table begins on row {value}.", "Từ dòng {value} là một bảng khác."),
    "I102.fix": (
        "Import one after the other, each with its cells: --range A1:F20.",
        "Nhập từng bảng, ghi vùng ô của bảng: --range A1:F20.",
    ),
    "I103.name": ("row-not-told", "không rõ dòng gì"),
    "I103.holds": (
        "Each row of a sheet can be told: data, a sum, a group, a note.",
        "Dòng nào của trang tính cũng rõ là dòng gì: số liệu, tổng, nhóm hay ghi chú.",
    ),
    "I103.why": (
        "A row with numbers that is passed over is lost; one that is taken for another's is wrong.",
        "Dòng có số mà bỏ qua thì mất số liệu, tính cho đơn vị khác thì sai.",
    ),
    "I103.what": (
        "Row {value} has numbers, and it cannot be told whose they are, or under which head they stand.",
        "Dòng {value} có số nhưng không rõ của đơn vị, nhóm hay dòng tổng nào, hoặc không rõ thuộc bảng nào.",
    ),
    "I103.fix": (
        "Write in the row whose it is, or delete its numbers; of another table: name the cells of one, --range.",
        "Ghi rõ dòng này của đơn vị nào, hoặc xóa các số; nếu là bảng khác thì ghi vùng ô của một bảng: --range.",
    ),
    "I104.name": ("column-missing", "thiếu cột khai báo"),
    "I104.holds": (
        "Each column that the mapping names is there.",
        "Trang tính có đủ các cột mà tệp khai báo cột nêu tên.",
    ),
    "I104.why": (
        "The form has changed, or it is another sheet: what is missing would be taken for not reported.",
        "Mẫu biểu đã đổi, hoặc là trang tính khác: cột thiếu sẽ bị coi là chưa báo cáo.",
    ),
    "I104.what": ("The sheet {sheet} has no column {value}.", "Trang tính {sheet} không có cột {value}."),
    "I104.fix": (
        "Correct the heading, in the sheet or in the mapping.",
        "Sửa tên cột cho khớp, ở trang tính hoặc ở tệp khai báo cột.",
    ),
    "I105.name": ("column-twice", "cột lặp lại"),
    "I105.holds": ("No two columns hold the same.", "Không có hai cột cùng một nội dung."),
    "I105.why": (
        "Which of two numbers is right, nobody can tell; and two tables side by side look like one.",
        "Hai cột cùng một nội dung thì không biết lấy số nào; cũng có thể là hai bảng đặt cạnh nhau.",
    ),
    "I105.what": (
        "The columns {first} and {second} hold the same ({value}).",
        "Cột {first} và cột {second} cùng một nội dung ({value}).",
    ),
    "I105.fix": (
        "Map one of them to ignore = true, or name the cells of one table: --range.",
        "Ghi ignore = true cho một cột trong tệp khai báo cột, hoặc ghi vùng ô của một bảng: --range.",
    ),
    "I106.name": ("column-not-used", "cột không dùng"),
    "I106.holds": (
        "Each column is used, or the mapping says that it is to be left out.",
        "Cột nào cũng được dùng, hoặc được ghi rõ là bỏ qua.",
    ),
    "I106.why": (
        "What a commune has counted and the book does not get should not go unnoticed.",
        "Xã đã báo cáo mà bộ sổ không nhận thì phải có người biết.",
    ),
    "I106.what": ("The column {value} is not used.", "Cột {value} không được dùng."),
    "I106.fix": (
        "Say in a mapping what it holds, or ignore = true.",
        "Khai báo cột này trong tệp khai báo cột, hoặc ghi ignore = true.",
    ),
    "I107.name": ("column-about-people", "cột dữ liệu cá nhân"),
    "I107.holds": ("A sheet has no columns about persons.", "Trang tính không có cột dữ liệu cá nhân."),
    "I107.why": (
        "Names, identity numbers and telephones are not needed to count, and should not travel with the figures.",
        "Thống kê không cần họ tên, số định danh, số điện thoại; các dữ liệu này không nên gửi kèm biểu.",
    ),
    "I107.what": (
        "The column {value} looks personal: nothing of the sheet is read.",
        "Cột {value} có vẻ là dữ liệu cá nhân: không đọc trang tính này.",
    ),
    "I107.fix": (
        "Delete the column in the sheet, and ask for sheets without it.",
        "Xóa cột này trong trang tính, và đề nghị nơi gửi không ghi cột này.",
    ),
    "I108.name": ("hidden-read", "dòng, cột ẩn vẫn đọc"),
    "I108.holds": ("No rows and columns are hidden.", "Không có dòng, cột bị ẩn."),
    "I108.why": (
        "Whoever looks at the sheet does not see them, but its sums hold them, and so does the import.",
        "Người xem không thấy, nhưng công thức tổng vẫn tính, nên khi nhập cũng tính.",
    ),
    "I108.what": (
        "What is hidden is read as well: rows {rows}; columns {columns}.",
        "Phần ẩn vẫn được đọc: dòng {rows}; cột {columns}.",
    ),
    "I108.fix": ("Show them, and see whether they belong there.", "Bỏ ẩn và xem các dòng, cột này có đúng không."),
    "I109.name": ("sheet-hidden", "trang tính ẩn không đọc"),
    "I109.holds": ("No sheets are hidden.", "Không có trang tính bị ẩn."),
    "I109.why": (
        "A hidden sheet is most often a list or an old state, and no table that anybody sent.",
        "Trang tính ẩn thường là danh mục hoặc bản cũ, không phải bảng gửi báo cáo.",
    ),
    "I109.what": ("The sheet {sheet} is hidden, and is not read.", "Trang tính {sheet} bị ẩn, không đọc."),
    "I109.fix": ("If it belongs to the report, show it.", "Nếu thuộc báo cáo thì bỏ ẩn."),
    "I110.name": ("no-day", "không rõ ngày"),
    "I110.holds": ("It is said of which day the numbers are.", "Số liệu ghi rõ của ngày nào."),
    "I110.why": (
        "A number of an unknown day stands in no month. The day of the file is not the day of the count.",
        "Số liệu không rõ ngày thì không xếp được vào kỳ nào; ngày của tệp không phải ngày chốt số liệu.",
    ),
    "I110.what": (
        "It cannot be told of which day the numbers are.",
        "Không xác định được số liệu của ngày nào.",
    ),
    "I110.fix": (
        "Write --on DATE, of activities --period; or name the cell of the day in a mapping.",
        "Ghi --on NGÀY, với hoạt động ghi --period; hoặc khai báo ô ghi ngày trong tệp khai báo cột.",
    ),
    "I111.name": ("no-such-measure", "không rõ chỉ tiêu"),
    "I111.holds": (
        "Each column of counts is of one measure.",
        "Mỗi cột số liệu thuộc đúng một chỉ tiêu.",
    ),
    "I111.why": (
        "The same heading stands over households and students. The wrong one is not seen in any sum.",
        "Cùng một tên cột có thể là của hộ gia đình hay của học sinh; nhầm thì phép cộng nào cũng vẫn khớp.",
    ),
    "I111.what": (
        "It cannot be told what the column {value} counts; the book has: {measures}.",
        "Không xác định được cột {value} thuộc chỉ tiêu nào; bộ sổ có: {measures}.",
    ),
    "I111.fix": (
        "Write the measure in a mapping: --mapping FILE.",
        "Ghi chỉ tiêu của cột trong tệp khai báo cột: --mapping TỆP.",
    ),
    "I112.name": ("macros", "tệp có macro"),
    "I112.holds": ("A file has no macros.", "Tệp không có macro."),
    "I112.why": (
        "They are not run here, but whoever opens the file may run them.",
        "Khi nhập, macro không được chạy, nhưng người mở tệp có thể chạy.",
    ),
    "I112.what": ("The file has macros; they are not run.", "Tệp có macro; không chạy macro."),
    "I112.fix": ("Ask for a file without macros.", "Đề nghị gửi tệp không có macro."),
    "I113.name": ("no-data", "không có số liệu"),
    "I113.holds": ("A sheet has rows of data.", "Trang tính có dòng số liệu."),
    "I113.why": (
        "An empty form comes back where somebody sent the wrong file.",
        "Biểu trống thường do gửi nhầm tệp.",
    ),
    "I113.what": ("The sheet {sheet} has no row of data.", "Trang tính {sheet} không có dòng số liệu nào."),
    "I113.fix": ("Ask for the file that was filled in.", "Xin lại tệp đã điền số liệu."),
}

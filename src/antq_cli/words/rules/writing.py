"""Changes that are refused (U1): what cannot be entered, and what somebody else does, or has done, to the files."""

TEXTS = {
    "U150.what": (
        "The file {value} has several sheets: {allowed}.",
        "Tệp {value} có nhiều trang tính: {allowed}.",
    ),
    "U150.fix": (
        "Say which: --sheet NAME, its number, or '*' for all.",
        "Ghi trang tính nào: --sheet TÊN hoặc số thứ tự; '*' là tất cả.",
    ),
    "U151.what": ("The file {file} has no sheet {value}.", "Tệp {file} không có trang tính {value}."),
    "U151.fix": ("Name one of: {allowed}.", "Ghi một trong: {allowed}."),
    "U152.what": ("{value} is no range of cells.", "{value} không phải là vùng ô."),
    "U152.fix": ("Write the first and the last cell: A5:H30.", "Ghi ô đầu và ô cuối: A5:H30."),
    "U153.what": ("{value} needs a file to import.", "{value} cần tệp để nhập."),
    "U153.fix": ("Name one or more: bieu-01.xlsx.", "Ghi một hoặc nhiều tệp: bieu-01.xlsx."),
    "U154.what": ("The file {value} cannot be read: {why}.", "Không đọc được tệp {value}: {why}."),
    "U154.fix": ("See whether it is there and who may read it.", "Xem tệp có ở đó không và có quyền đọc không."),
    "U155.what": (
        "{value} cannot be ignored: it is not only of a total or a warning.",
        "Không bỏ qua {value} được: chỉ bỏ qua được dòng tổng lệch (I301) và cảnh báo.",
    ),
    "U155.fix": (
        "Correct the sheet, or import the other rows: --partial.",
        "Sửa biểu, hoặc nhập các dòng còn lại: --partial.",
    ),
    "U156.what": (
        "There is a mapping {value} already.",
        "Đã có tệp khai báo cột {value}.",
    ),
    "U156.fix": (
        "Name another file, or import with it: --mapping {value}.",
        "Ghi tên tệp khác, hoặc nhập theo tệp đó: --mapping {value}.",
    ),
    "U158.what": (
        "There is no mapping to write into {value}: no sheet could be read.",
        "Không có gì để ghi vào {value}: không đọc được trang tính nào.",
    ),
    "U158.fix": (
        "Write the mapping by hand; docs/import.md shows one.",
        "Tự viết tệp khai báo cột; xem mẫu ở docs/vi/nhap-bieu.md.",
    ),
    "U159.what": ("There is a file {value} already.", "Đã có tệp {value}."),
    "U159.fix": ("Name another file, or take that one away.", "Ghi tên tệp khác, hoặc chuyển tệp đó đi."),
    "U157.what": (
        "A template is an xlsx file, and {value} is none.",
        "Biểu mẫu là tệp xlsx, {value} không phải.",
    ),
    "U157.fix": (
        "Name a file that ends with .xlsx: --template bieu.xlsx.",
        "Ghi tên tệp có đuôi .xlsx: --template bieu.xlsx.",
    ),
    "U101.what": ("{value} is no file of a register of this book.", "{value} không phải là tệp của sổ đăng ký nào."),
    "U101.fix": (
        "Name a file that bears the name of a register, such as returns.csv, or lies in its folder.",
        "Ghi tên tệp mang tên một sổ đăng ký, ví dụ returns.csv, hoặc tệp trong thư mục của sổ đăng ký.",
    ),
    "U102.what": ("{value} is a TOML file.", "{value} là tệp TOML."),
    "U102.fix": (
        "Format it with `antq fmt`; office programs write no TOML that could be mended.",
        "Dùng `antq fmt`; chương trình văn phòng không ghi tệp TOML nên không có gì để sửa.",
    ),
    "U103.what": (
        (
            "{value} is neither in UTF-8 nor in UTF-16, and nothing proves that it is in windows-1258: "
            "in TCVN3 or VNI the same bytes are other letters."
        ),
        (
            "Tệp {value} không phải UTF-8 hay UTF-16, và không chắc là windows-1258: "
            "trong TCVN3 hoặc VNI, cùng một byte là chữ khác."
        ),
    ),
    "U103.fix": (
        (
            "If it is in windows-1258, say --encoding windows-1258. Else convert it to Unicode (with UniKey, say) "
            "and save it as CSV UTF-8."
        ),
        (
            "Nếu đúng là windows-1258, thêm --encoding windows-1258. Nếu không, chuyển sang Unicode (như bằng UniKey) "
            "rồi lưu dạng CSV UTF-8."
        ),
    ),
    "U104.what": ("{value} cannot be read as {encoding}.", "Không đọc được tệp {value} theo {encoding}."),
    "U104.fix": (
        "Leave out --encoding: UTF-8 and UTF-16 are recognised.",
        "Bỏ --encoding: UTF-8 và UTF-16 được nhận ra tự động.",
    ),
    "U105.what": (
        "{value} is no table of {register}: no sign gives every row the columns of a header.",
        "Tệp {value} chưa thành bảng của sổ đăng ký {register}: không dấu nào tách mọi dòng đúng cột.",
    ),
    "U105.fix": (
        (
            "Above the header leave only titles of one cell each, delete what stands below the last row, and name "
            "every column as the register does."
        ),
        "Trên dòng tiêu đề chỉ để các dòng có một ô; xóa phần dưới dòng cuối; đặt tên mọi cột theo sổ đăng ký.",
    ),
    "U106.what": (
        "Column {column} of {value}: nothing tells how the days are to be read ({cell}).",
        "Cột {column} của {value}: không rõ phải đọc ngày thế nào ({cell}).",
    ),
    "U106.fix": (
        "Say so: --dates dmy (day first), mdy (month first) or serial (a number of Excel).",
        "Ghi rõ: --dates dmy (ngày trước), mdy (tháng trước) hoặc serial (số thứ tự của Excel).",
    ),
    "U107.what": (
        "Column {column} of {value}: the days are not all written in one form that has them all ({cell}).",
        "Cột {column} của {value}: các ngày không cùng một dạng, hoặc có ngày không tồn tại ({cell}).",
    ),
    "U107.fix": (
        "Write the days of the column as 2021-08-31, and mend the file again.",
        "Ghi các ngày của cột theo dạng 2021-08-31 rồi chạy lại.",
    ),
    "U108.what": (
        "Column {column} of {value}: {why}; such cells: {n}.",
        "Cột {column} của {value}: {why}; số ô như vậy: {n}.",
    ),
    "U108.fix": (
        "Write the number that is meant with digits alone, such as 25915.",
        "Ghi đúng số cần ghi, chỉ bằng chữ số, ví dụ 25915.",
    ),
    "U110.what": (
        "Whoever bears this code may sign several kinds.",
        "Mã này có thể ký nhiều loại cam kết.",
    ),
    "U110.fix": ("Say which with --kind: {allowed}.", "Ghi rõ loại bằng --kind: {allowed}."),
    "U111.what": ("There is nothing to enter.", "Chưa có mã nào để ghi."),
    "U111.fix": (
        "Write codes, or - to read them from stdin, one a line.",
        "Ghi các mã, hoặc ghi - để đọc từ đầu vào (stdin), mỗi dòng một mã.",
    ),
    "U112.what": ("Nothing can be read from stdin.", "Không đọc được đầu vào (stdin)."),
    "U112.fix": (
        "Send the codes to the command, one a line, or write them on the command line.",
        "Chuyển các mã vào lệnh, mỗi dòng một mã, hoặc ghi ngay trên dòng lệnh.",
    ),
    "U113.what": ("{day} is still to come: today is {today}.", "Ngày {day} chưa đến; hôm nay là {today}."),
    "U113.fix": ("Enter what has happened, with its day.", "Chỉ ghi việc đã diễn ra, theo đúng ngày."),
    "U114.what": (
        "The value of {option} holds what no cell may hold: {value}.",
        "Giá trị của {option} có ký tự không được phép trong ô: {value}.",
    ),
    "U114.fix": ("Write one line of plain text.", "Ghi một dòng chữ thường."),
    "U115.what": (
        "A spreadsheet would take the value of {option} for a formula: {value}.",
        "Bảng tính sẽ coi giá trị của {option} là công thức: {value}.",
    ),
    "U115.fix": ("Begin it with a letter or a digit.", "Bắt đầu bằng chữ cái hoặc chữ số."),
    "U116.what": (
        "{value} is no file of the register {register}.",
        "{value} không phải là tệp của {register}.",
    ),
    "U116.fix": ("Name one as {allowed}.", "Ghi tên tệp như: {allowed}."),
    "U117.what": (
        "No file of the register has rows near {value}, so it does not tell where this one goes.",
        "Chưa tệp nào của sổ đăng ký có dòng thuộc hoặc gần {value}, nên không xác định được tệp để ghi.",
    ),
    "U117.fix": ("Name the file with --into: {files}.", "Ghi rõ tệp bằng --into: {files}."),
    "U118.what": ("A new row needs {options}.", "Dòng mới còn thiếu {options}."),
    "U118.fix": ("Write each with its value.", "Ghi mỗi tùy chọn cùng giá trị của nó."),
    "U119.what": ("{value} are too many at once.", "Một lần ghi {value} là quá nhiều."),
    "U119.fix": ("Write at most {most}.", "Ghi nhiều nhất {most}."),
    "U120.what": ("`{value}` needs one word: {word}.", "`{value}` cần một từ: {word}."),
    "U120.fix": ("See `{value} --help`.", "Xem `{value} --help`."),
    "U121.what": ("No household has the code {value}.", "Không có hộ nào mang mã {value}."),
    "U121.fix": ("Correct the code.", "Sửa mã."),
    "U122.what": (
        "The household {value} has been gone since {day}.",
        "Hộ {value} không còn trong sổ đăng ký từ ngày {day}.",
    ),
    "U122.fix": (
        "Add a row to the register of households if it has come back.",
        "Nếu hộ đã trở lại, thêm một dòng vào sổ đăng ký hộ gia đình.",
    ),
    "U123.what": (
        "What the register says of the household {value} begins on {day}, and not before {on}.",
        "Khoảng thời gian hiện có của hộ {value} bắt đầu ngày {day}, không trước ngày {on}.",
    ),
    "U123.fix": (
        "Choose a later day: what has been is not entered anew.",
        "Chọn ngày sau đó: khoảng thời gian đã ghi không ghi lại.",
    ),
    "U130.what": (
        "Somebody else has been changing this book for {seconds} seconds.",
        "Bộ sổ đang được một lệnh khác ghi, đã chờ {seconds} giây.",
    ),
    "U130.fix": (
        "Run the command again later, or wait longer with --wait SECONDS.",
        "Chạy lại lệnh sau, hoặc chờ lâu hơn bằng --wait SỐ-GIÂY.",
    ),
    "U131.what": (
        "The file {value} was changed by somebody else just now; nothing was written.",
        "Tệp {value} vừa bị sửa ở nơi khác; chưa ghi gì.",
    ),
    "U131.fix": ("Look at the file, and run the command again.", "Xem lại tệp rồi chạy lại lệnh."),
    "U132.what": (
        "Another change was made meanwhile ({newest}): the newest was {id} when this command began.",
        "Trong lúc chờ đã có thay đổi khác ({newest}); khi bắt đầu lệnh, thay đổi mới nhất là {id}.",
    ),
    "U132.fix": (
        "Look at `antq log`, and name the change: antq undo ID.",
        "Xem `antq log` rồi ghi rõ thay đổi cần hoàn tác: antq undo SỐ.",
    ),
    "U133.what": (
        "The file {value} was changed after change {id}, by: {ids}.",
        "Tệp {value} đã được sửa sau thay đổi {id}, ở các thay đổi: {ids}.",
    ),
    "U133.fix": (
        "Undo the later changes first, the newest first.",
        "Hoàn tác các thay đổi sau trước, bắt đầu từ thay đổi mới nhất.",
    ),
    "U134.what": (
        "Somebody has edited the file {value} since change {id}.",
        "Tệp {value} đã có người sửa sau thay đổi {id}.",
    ),
    "U134.fix": (
        "Take the edit back, or write what is to change into the file yourself.",
        "Trả lại phần đã sửa, hoặc tự sửa tiếp trong tệp.",
    ),
    "U135.what": (
        "The book was changed each time that it was read; tries: {n}.",
        "Lần nào đọc bộ sổ cũng đang bị ghi; số lần thử: {n}.",
    ),
    "U135.fix": ("Run the command again when nobody writes.", "Chạy lại khi không có lệnh nào đang ghi."),
    "U136.what": (
        "Change {id} counts already, but {value} could not be written to the end: {why}.",
        "Thay đổi {id} đã có hiệu lực, nhưng chưa ghi xong {value}: {why}.",
    ),
    "U136.fix": (
        "Close the file wherever it is open; the next command that writes finishes the change.",
        "Đóng tệp ở nơi đang mở; lệnh ghi tiếp theo sẽ hoàn tất thay đổi này.",
    ),
    "U137.what": ("Another program has the file {value} open.", "Tệp {value} đang mở ở chương trình khác."),
    "U137.fix": (
        "Close it in Excel or LibreOffice, and run the command again.",
        "Đóng tệp trong Excel hoặc LibreOffice rồi chạy lại lệnh.",
    ),
    "U138.what": ("{value} leads out of the book.", "{value} dẫn ra ngoài thư mục của bộ sổ."),
    "U138.fix": (
        "Put the file itself into the book: antq writes nothing outside of it.",
        "Đặt chính tệp đó vào bộ sổ: antq không ghi gì bên ngoài thư mục này.",
    ),
    "U139.what": ("The file {value} cannot be written: {why}.", "Không ghi được tệp {value}: {why}."),
    "U139.fix": (
        "See who may write the file and its folder, and whether the disk is full.",
        "Xem quyền ghi tệp và thư mục, và ổ đĩa còn chỗ không.",
    ),
    "U140.what": (
        "The book cannot keep a log of its changes in {value}: {why}.",
        "Không ghi được nhật ký thay đổi vào {value}: {why}.",
    ),
    "U140.fix": (
        "See who may write the folder of the book, and whether {value} is a folder.",
        "Xem quyền ghi thư mục của bộ sổ, và {value} có phải là thư mục không.",
    ),
    "U141.what": ("The log has no change {value}.", "Nhật ký không có thay đổi số {value}."),
    "U141.fix": ("`antq log` lists them.", "Xem danh sách bằng `antq log`."),
    "U142.what": (
        "The log does not have what is needed to undo change {id}.",
        "Nhật ký không còn đủ nội dung để hoàn tác thay đổi {id}.",
    ),
    "U142.fix": (
        "Take the files from a copy of the book, or correct the rows by hand.",
        "Lấy lại tệp từ bản sao của bộ sổ, hoặc tự sửa các dòng.",
    ),
    "U143.what": ("{value} is no number of a change.", "{value} không phải là số của một thay đổi."),
    "U143.fix": ("Write a number that `antq log` shows, such as 12.", "Ghi một số có trong `antq log`, ví dụ 12."),
    "U144.what": (
        "Change {id} was undone already, by change {by}.",
        "Thay đổi {id} đã được hoàn tác ở thay đổi {by}.",
    ),
    "U144.fix": (
        "To make it again, undo that one: antq undo {by}.",
        "Muốn làm lại thay đổi này, chạy: antq undo {by}.",
    ),
}

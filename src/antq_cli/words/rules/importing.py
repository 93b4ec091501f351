"""The rules of import: why a file with a sheet is not read (I0)."""

TEXTS = {
    "I001.name": ("other-kind-of-file", "loại tệp không đọc"),
    "I001.holds": (
        "A file to be imported is xlsx, CSV or text separated by tabs.",
        "Tệp để nhập là xlsx, CSV hoặc văn bản ngăn cách bằng dấu tab.",
    ),
    "I001.why": (
        "Other kinds of files say less of their cells, or another program has to be asked.",
        "Các loại tệp khác không cho biết đủ về từng ô, hoặc phải nhờ chương trình khác.",
    ),
    "I001.what": (
        "The file {value} is {kind}: only xlsx, CSV and tab-separated text are read.",
        "Tệp {value} là {kind}; chỉ đọc được xlsx, CSV và văn bản ngăn cách ô bằng dấu tab.",
    ),
    "I001.fix": (
        "Open it in Excel or LibreOffice, and save it as xlsx.",
        "Mở tệp bằng Excel hoặc LibreOffice rồi lưu thành xlsx.",
    ),
    "I002.name": ("needs-a-password", "tệp có mật khẩu"),
    "I002.holds": ("A file needs no password.", "Tệp không đặt mật khẩu."),
    "I002.why": (
        "Without it nobody reads the file, and antq asks for no passwords.",
        "Không có mật khẩu thì không đọc được; antq không hỏi mật khẩu.",
    ),
    "I002.what": ("The file {value} needs a password.", "Tệp {value} có mật khẩu."),
    "I002.fix": ("Save it without a password.", "Lưu lại tệp, không đặt mật khẩu."),
    "I003.name": ("damaged-workbook", "tệp hỏng"),
    "I003.holds": ("A workbook is whole.", "Tệp bảng tính không bị hỏng."),
    "I003.why": (
        "Of a damaged file nobody knows which rows are missing.",
        "Tệp hỏng thì không biết thiếu những dòng nào.",
    ),
    "I003.what": (
        "The workbook {value} is damaged; what cannot be read: {part}.",
        "Tệp {value} bị hỏng; phần không đọc được: {part}.",
    ),
    "I003.fix": (
        "Ask for the file again, or open it in Excel and save it anew.",
        "Xin lại tệp từ nơi gửi, hoặc mở bằng Excel rồi lưu lại.",
    ),
    "I004.name": ("too-large-a-workbook", "tệp quá lớn"),
    "I004.holds": ("A file unpacks to no more than 200 MiB.", "Nội dung tệp sau khi giải nén không quá 200 MiB."),
    "I004.why": (
        "What unpacks to very much more is no report, and can stop the machine.",
        "Tệp giải nén ra quá lớn không phải là báo cáo và có thể làm treo máy.",
    ),
    "I004.what": ("There is more in the file {value} than {n} MiB.", "Nội dung tệp {value} lớn hơn {n} MiB."),
    "I004.fix": (
        "Take out pictures and sheets that are not needed, or divide the file.",
        "Bỏ bớt hình ảnh và trang tính không cần, hoặc chia nhỏ tệp.",
    ),
    "I005.name": ("too-many-cells", "quá nhiều ô"),
    "I005.holds": ("A sheet has no more than a million cells.", "Trang tính không quá một triệu ô."),
    "I005.why": (
        "A stray cell far below makes a sheet as large as that.",
        "Chỉ một ô gõ nhầm ở rất xa cũng làm trang tính lớn như vậy.",
    ),
    "I005.what": (
        "The sheet {sheet} of {value} goes as far as {cell}: that is more than {n} cells.",
        "Trang tính {sheet} của {value} kéo dài đến ô {cell}: quá {n} ô.",
    ),
    "I005.fix": (
        "Delete the rows and columns beyond the table, and save the file.",
        "Xóa các dòng và cột thừa ngoài bảng rồi lưu lại tệp.",
    ),
    "I006.name": ("document-type-inside", "có khai báo DTD"),
    "I006.holds": ("A workbook declares no document type.", "Tệp bảng tính không khai báo kiểu tài liệu (DTD)."),
    "I006.why": (
        "Such a declaration can make a small file grow without end, or fetch others.",
        "Khai báo như vậy có thể làm tệp nhỏ phình ra vô hạn, hoặc kéo theo tệp khác.",
    ),
    "I006.what": (
        "The file {value} declares a document type (DTD), which no office program writes: {part}.",
        "Tệp {value} có khai báo kiểu tài liệu (DTD), chương trình văn phòng không ghi như vậy: {part}.",
    ),
    "I006.fix": ("Ask the sender how the file was made.", "Hỏi nơi gửi xem tệp được tạo ra bằng cách nào."),
    "I007.name": ("coding-not-told", "không rõ bảng mã"),
    "I007.holds": ("It can be told which letters the bytes of a text are.", "Xác định được bảng mã của tệp văn bản."),
    "I007.why": (
        "A coding that is guessed gives other names, and nobody notices.",
        "Đoán bảng mã thì tên sẽ thành tên khác mà không ai biết.",
    ),
    "I007.what": (
        "It cannot be told which letters are in {value}: the byte {byte} ({guess}).",
        "Không xác định được bảng mã của {value}: byte {byte} ({guess}).",
    ),
    "I007.fix": (
        (
            "Save the file as xlsx or as CSV UTF-8. Text for TCVN3 (.VnTime) or VNI fonts has to be made Unicode "
            "first, by UniKey for example."
        ),
        (
            "Lưu lại thành xlsx hoặc CSV UTF-8. Chữ viết bằng phông TCVN3 (.VnTime) hoặc VNI thì chuyển sang Unicode "
            "trước, ví dụ bằng UniKey."
        ),
    ),
    "I008.name": ("separator-not-told", "không rõ dấu ngăn cách"),
    "I008.holds": ("One sign separates the cells of a text.", "Các ô của tệp văn bản ngăn cách bằng một dấu."),
    "I008.why": (
        "By the wrong sign a row is one cell, or a number is two.",
        "Nhầm dấu thì cả dòng thành một ô, hoặc một số thành hai ô.",
    ),
    "I008.what": (
        "It cannot be told what separates the cells of {value}; signs that could: {n}.",
        "Không xác định được dấu ngăn cách các ô của {value}; số dấu có thể đúng: {n}.",
    ),
    "I008.fix": (
        "Say it: --separator comma, semicolon or tab; or save the file as xlsx.",
        "Ghi rõ: --separator comma, semicolon hoặc tab; hoặc lưu lại tệp thành xlsx.",
    ),
    "I009.name": ("broken-quotes", "ngoặc kép không khớp"),
    "I009.holds": ("Quotation marks of a text pair.", "Dấu ngoặc kép trong tệp văn bản đi theo cặp."),
    "I009.why": (
        "One that is missing swallows the rows behind it.",
        "Thiếu một dấu thì các dòng sau bị nuốt mất.",
    ),
    "I009.what": (
        "In {value} a quotation mark is not closed, or text follows a closing one.",
        "Trong {value} có dấu ngoặc kép không đóng, hoặc còn chữ sau ngoặc kép đóng.",
    ),
    "I009.fix": (
        "Put the quotation marks right, or save the file as xlsx.",
        "Sửa lại dấu ngoặc kép, hoặc lưu lại tệp thành xlsx.",
    ),
}

"""The rules of import: why a file with a sheet is not read (I0)."""

TEXTS = {
    "I001.what": (
        "The file {value} is {kind}: only xlsx, CSV and tab-separated text are read.",
        "Tệp {value} là {kind}; chỉ đọc được xlsx, CSV và văn bản ngăn cách ô bằng dấu tab.",
    ),
    "I001.fix": (
        "Open it in Excel or LibreOffice, and save it as xlsx.",
        "Mở tệp bằng Excel hoặc LibreOffice rồi lưu thành xlsx.",
    ),
    "I002.what": ("The file {value} needs a password.", "Tệp {value} có mật khẩu."),
    "I002.fix": ("Save it without a password.", "Lưu lại tệp, không đặt mật khẩu."),
    "I003.what": (
        "The workbook {value} is damaged; what cannot be read: {part}.",
        "Tệp {value} bị hỏng; phần không đọc được: {part}.",
    ),
    "I003.fix": (
        "Ask for the file again, or open it in Excel and save it anew.",
        "Xin lại tệp từ nơi gửi, hoặc mở bằng Excel rồi lưu lại.",
    ),
    "I004.what": ("There is more in the file {value} than {n} MiB.", "Nội dung tệp {value} lớn hơn {n} MiB."),
    "I004.fix": (
        "Take out pictures and sheets that are not needed, or divide the file.",
        "Bỏ bớt hình ảnh và trang tính không cần, hoặc chia nhỏ tệp.",
    ),
    "I005.what": (
        "The sheet {sheet} of {value} goes as far as {cell}: that is more than {n} cells.",
        "Trang tính {sheet} của {value} kéo dài đến ô {cell}: quá {n} ô.",
    ),
    "I005.fix": (
        "Delete the rows and columns beyond the table, and save the file.",
        "Xóa các dòng và cột thừa ngoài bảng rồi lưu lại tệp.",
    ),
    "I006.what": (
        "The file {value} declares a document type (DTD), which no office program writes: {part}.",
        "Tệp {value} có khai báo kiểu tài liệu (DTD), chương trình văn phòng không ghi như vậy: {part}.",
    ),
    "I006.fix": ("Ask the sender how the file was made.", "Hỏi nơi gửi xem tệp được tạo ra bằng cách nào."),
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
    "I008.what": (
        "It cannot be told what separates the cells of {value}; signs that could: {n}.",
        "Không xác định được dấu ngăn cách các ô của {value}; số dấu có thể đúng: {n}.",
    ),
    "I008.fix": ("Save the file as xlsx.", "Lưu lại tệp thành xlsx."),
    "I009.what": (
        "In {value} a quotation mark is not closed, or text follows a closing one.",
        "Trong {value} có dấu ngoặc kép không đóng, hoặc còn chữ sau ngoặc kép đóng.",
    ),
    "I009.fix": (
        "Put the quotation marks right, or save the file as xlsx.",
        "Sửa lại dấu ngoặc kép, hoặc lưu lại tệp thành xlsx.",
    ),
}

"""The help of the commands by which sheets come in."""

_COMMANDS = ("import returns", "import activities")
TEXTS = {
    "command.import": (
        "Sheets that come in: see what they hold, then write it",
        "Nhập biểu: xem trước, rồi ghi vào bộ sổ",
    ),
    "command.import returns": (
        "Import what units reported from sheets (xlsx, CSV); shows what it comes to, and writes with --write",
        "Nhập báo cáo số liệu từ biểu (xlsx, CSV); xem trước kết quả, ghi khi có --write",
    ),
    "command.import activities": (
        "Import what was done within some days from sheets (xlsx, CSV); writes with --write",
        "Nhập hoạt động từ biểu (xlsx, CSV); xem trước kết quả, ghi khi có --write",
    ),
    "metavar.CELLS": ("CELLS", "VÙNG-Ô"),
    "metavar.ENCODING": ("CODING", "BẢNG-MÃ"),
    "metavar.SEPARATOR": ("SIGN", "DẤU"),
    "option.mapping": ("the file that says what each column is", "tệp khai báo cột nào là gì"),
    "option.save_mapping": (
        "write what was found of the columns into this file, to be looked through and used next month",
        "ghi các cột đã nhận ra vào tệp này để xem lại và dùng cho tháng sau",
    ),
    "option.cells": ("only these cells, such as A5:H30", "chỉ vùng ô này, ví dụ A5:H30"),
    "option.encoding": (
        "the coding of a text file where it cannot be told: utf-8, utf-16, windows-1258",
        "bảng mã của tệp văn bản khi không tự nhận ra: utf-8, utf-16, windows-1258",
    ),
    "option.separator": (
        "what separates the cells of a text file where it cannot be told: ';', ',' or tab",
        "dấu ngăn cách ô của tệp văn bản khi không tự nhận ra: ';', ',' hoặc tab",
    ),
    "option.compare": (
        "tell also what the book has of these days and the sheets have not",
        "liệt kê cả những gì bộ sổ có mà biểu không có",
    ),
    "option.write": ("write it into the book", "ghi vào bộ sổ"),
    **{
        key: text
        for command in _COMMANDS
        for key, text in {
            f"option.sheet.{command}": (
                "the sheet by its name or its number; '*' are all (default: the only one)",
                "trang tính, theo tên hoặc số thứ tự; '*' là tất cả (mặc định: trang duy nhất)",
            ),
            f"option.unit.{command}": (
                "only units below this one; a sheet without a column of units is of it",
                "chỉ các đơn vị thuộc đơn vị này; biểu không có cột đơn vị là của đơn vị này",
            ),
            f"option.ignore.{command}": (
                "pass over a total that differs (I301), or a warning; may be repeated",
                "bỏ qua dòng tổng không khớp (I301), hoặc một cảnh báo; có thể ghi nhiều lần",
            ),
            f"option.replace.{command}": (
                "let the sheet replace what the book has otherwise",
                "thay số trong bộ sổ bằng số của biểu khi hai bên khác nhau",
            ),
            f"option.partial.{command}": (
                "write what is not refused, also where something is",
                "ghi các dòng nhận được, kể cả khi có dòng không nhận",
            ),
            f"option.template.{command}": (
                "write a sheet to be filled in into this file (.xlsx) instead",
                "thay vì nhập, ghi biểu mẫu để điền vào tệp này (.xlsx)",
            ),
        }.items()
    },
    "option.on.import returns": ("the day as of which was counted", "số liệu tính đến ngày này"),
    "option.on.import activities": ("the one day on which it was done", "ngày diễn ra, nếu chỉ trong một ngày"),
    "option.period.import activities": (
        "the days within which it was done: a period such as 2021-08, or FIRST..LAST",
        "khoảng ngày diễn ra: một kỳ như 2021-08, hoặc NGÀY-ĐẦU..NGÀY-CUỐI",
    ),
}

"""Changing a book: what a change did, the log of all changes, what is said beside them."""

TEXTS = {
    "taken.new": ("new", "mới"),
    "taken.changed": ("changed", "sửa"),
    "taken.same": ("there already", "đã có"),
    "taken.refused": ("refused", "không nhận"),
    "file.made": ("made", "tạo mới"),
    "file.changed": ("changed", "sửa"),
    "file.gone": ("removed", "xóa"),
    "rows.none": ("No row is changed.", "Không dòng nào thay đổi."),
    "rows.added": ("rows added: {n}", "số dòng thêm: {n}"),
    "rows.changed": ("rows changed: {n}", "số dòng sửa: {n}"),
    "rows.removed": ("rows removed: {n}", "số dòng xóa: {n}"),
    "log.files": ("files: {n}", "số tệp: {n}"),
    "log.undo-of": ("undo of {id}", "hoàn tác thay đổi {id}"),
    "log.undone": ("undone", "đã hoàn tác"),
    "log.dropped": ("dropped before it was whole", "bỏ khi chưa ghi xong"),
    "log.pending": ("not yet whole", "chưa ghi xong"),
    "log.bare": ("cannot be undone", "không hoàn tác được"),
}

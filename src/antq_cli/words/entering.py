"""The help of the commands by which rows are entered."""

TEXTS = {
    # Commands.
    "command.pledges record": (
        "Enter signatures of those with these codes; - reads the codes from stdin, one a line",
        "Ghi ký cam kết của các mã này; - là đọc mã từ đầu vào (stdin), mỗi dòng một mã",
    ),
    "command.pledges withdraw": (
        "Enter that those with these codes withdraw their pledge",
        "Ghi rút cam kết của các mã này",
    ),
    "command.returns record": (
        "Enter a number that a unit has reported",
        "Ghi một số do đơn vị báo cáo",
    ),
    "command.activities record": (
        "Enter what a unit has done within some days",
        "Ghi hoạt động của một đơn vị trong một khoảng ngày",
    ),
    "command.teams record": ("Enter a team", "Ghi một tổ"),
    "command.organisations": ("Organisations: agencies, enterprises, schools", "Cơ quan, doanh nghiệp, nhà trường"),
    "command.organisations record": (
        "Enter an agency, an enterprise, a school, an armed-forces unit",
        "Ghi một cơ quan, doanh nghiệp, nhà trường, đơn vị vũ trang",
    ),
    "command.households": ("Households: who comes, moves, leaves", "Hộ gia đình: đến, chuyển, đi"),
    "command.households add": (
        "Enter new households of an area, by its next codes",
        "Ghi hộ mới của một khu dân cư, theo các mã tiếp theo",
    ),
    "command.households move": ("Enter that a household lives in another area", "Ghi hộ chuyển sang khu dân cư khác"),
    "command.households leave": ("Enter that a household has left", "Ghi hộ không còn ở địa bàn"),
    "command.households exclude": (
        "Enter that a household is not counted, or is counted again",
        "Ghi hộ không tính vào tổng số, hoặc tính lại",
    ),
    # What stands behind them.
    "metavar.CODES": ("CODE… | -", "MÃ… | -"),
    "metavar.AREA": ("AREA", "KHU DÂN CƯ"),
    "metavar.HOUSEHOLD": ("CODE", "MÃ HỘ"),
    "metavar.MEASURE": ("MEASURE", "CHỈ TIÊU"),
    "metavar.OWN-CODE": ("CODE", "MÃ"),
    "metavar.TEXT": ("TEXT", "CHỮ"),
    "metavar.REASON": ("REASON", "LÝ DO"),
    # Options.
    "option.measure": (
        "what was counted, such as pledges.household",
        "chỉ tiêu của số báo cáo, ví dụ pledges.household",
    ),
    "option.code": ("its own code", "mã của tổ hoặc tổ chức"),
    "option.called": ("its name", "tên gọi"),
    "option.amount": ("how many there are", "số đếm được"),
    "option.total": ("out of how many, if that is known", "trên tổng số, nếu biết"),
    "option.first": ("the first day", "ngày đầu"),
    "option.last": ("the last day", "ngày cuối"),
    "option.participants": ("how many took part, if that is known", "lượt người tham gia, nếu biết"),
    "option.received": ("the day on which the report came in", "ngày nhận báo cáo"),
    "option.established": ("the day on which it began", "ngày thành lập"),
    "option.dissolved": ("the first day on which it is no more", "ngày đầu tiên không còn"),
    "option.members": ("how many members it has, if that is known", "số thành viên, nếu biết"),
    "option.opened": ("the day on which it began; none: it was always there", "ngày thành lập; không ghi: có từ trước"),
    "option.closed": ("the first day on which it is no more", "ngày đầu tiên không còn hoạt động"),
    "option.exempt": (
        "why the safety standard does not apply to it, such as pre-school",
        "lý do không thuộc diện xét tiêu chuẩn, ví dụ pre-school",
    ),
    "option.number": ("how many households (default: 1)", "số hộ (mặc định: 1)"),
    "option.to": ("the area where it lives now, by code or name", "khu dân cư mới, theo mã hoặc tên"),
    "option.reason": (
        "absent, vacant or temporary: not counted for this reason; counted: counted again",
        "absent (vắng), vacant (nhà trống), temporary (tạm trú): lý do không tính; counted: tính lại",
    ),
    "option.sheet": ("the sheet of paper that it stands on", "số phiếu"),
    "option.source": ("where the number comes from", "nguồn của số liệu"),
    "option.note": ("a remark; no names and no numbers of persons", "ghi chú; không ghi tên, số của cá nhân"),
    "option.into": (
        "the file of the register for a new row (default: the one with the latest rows of the same unit)",
        "tệp của sổ đăng ký để ghi dòng mới (mặc định: tệp có các dòng mới nhất của cùng đơn vị)",
    ),
    "option.partial": (
        "enter what can be entered, and refuse the rest (default: all or nothing)",
        "ghi những mã ghi được, từ chối các mã còn lại (mặc định: ghi tất cả hoặc không ghi gì)",
    ),
    "option.replace": (
        "put this in the place of what the row says now; the old values are shown",
        "thay nội dung đang có của dòng; giá trị cũ được hiển thị",
    ),
    # Options that other commands take as well, as these take them.
    **{
        f"option.on.{command}": ("the day on which it happened (default: today)", "ngày diễn ra (mặc định: hôm nay)")
        for command in (
            *("pledges record", "pledges withdraw"),
            *(f"households {name}" for name in ("add", "move", "leave", "exclude")),
        )
    },
    "option.on.returns record": ("the day as of which was counted", "số liệu tính đến ngày này"),
    **{
        f"option.kind.pledges {word}": (
            "what is signed (default: the only kind that these codes can sign)",
            "loại cam kết (mặc định: loại duy nhất mà mã đó có thể ký)",
        )
        for word in ("record", "withdraw")
    },
    "option.kind.activities record": ("what was done", "loại hoạt động"),
    "option.kind.teams record": ("the kind of team", "loại tổ"),
    "option.kind.organisations record": (
        "agency, enterprise, school or armed-forces",
        "agency (cơ quan), enterprise (doanh nghiệp), school (nhà trường), armed-forces (lực lượng vũ trang)",
    ),
    "option.unit.returns record": (
        "who reports: a unit by code or name, or an organisation by its code",
        "nơi báo cáo: đơn vị theo mã hoặc tên, hoặc tổ chức theo mã",
    ),
    "option.unit.activities record": ("the unit that did it, by code or name", "đơn vị thực hiện, theo mã hoặc tên"),
    "option.unit.teams record": ("the unit that it is in, by code or name", "đơn vị có tổ, theo mã hoặc tên"),
    "option.unit.organisations record": ("the unit that it is in, by code or name", "đơn vị sở tại, theo mã hoặc tên"),
    # Lines to try.
    "example.pledges record.1": (
        "What one signature would do; without --dry-run it is entered.",
        "Xem trước khi ghi một hộ ký; bỏ --dry-run thì ghi.",
    ),
    "example.pledges record.2": (
        "Two households register for the standard today.",
        "Hai hộ đăng ký theo tiêu chuẩn hôm nay.",
    ),
    "example.pledges withdraw.1": ("A household withdraws.", "Một hộ rút cam kết."),
    "example.pledges withdraw.2": ("An organisation withdraws today.", "Một cơ quan rút cam kết hôm nay."),
    "example.returns record.1": ("What a commune has reported.", "Số do một xã báo cáo."),
    "example.returns record.2": ("Another number than was entered.", "Thay số đã ghi bằng số khác."),
    "example.activities record.1": ("Sessions of outreach in a month.", "Số buổi tuyên truyền trong một tháng."),
    "example.activities record.2": ("What was done on one day.", "Việc làm trong một ngày."),
    "example.teams record.1": ("A new team.", "Một tổ mới."),
    "example.teams record.2": ("A team with more members.", "Một tổ thêm thành viên."),
    "example.organisations record.1": ("A new school.", "Một trường mới."),
    "example.organisations record.2": ("An enterprise that closes.", "Một doanh nghiệp ngừng hoạt động."),
    "example.households add.1": (
        "Three new households of an area, with their codes.",
        "Ba hộ mới của một khu dân cư, kèm mã.",
    ),
    "example.households add.2": ("One more, into this file.", "Thêm một hộ, ghi vào tệp này."),
    "example.households move.1": ("A household that moves today.", "Một hộ chuyển hôm nay."),
    "example.households move.2": ("One that moved to another commune.", "Một hộ đã chuyển sang xã khác."),
    "example.households leave.1": ("A household that leaves today.", "Một hộ đi khỏi địa bàn hôm nay."),
    "example.households leave.2": ("One that left, for a script.", "Một hộ đã đi, cho máy đọc."),
    "example.households exclude.1": ("A house that stands empty.", "Một nhà không có người ở."),
    "example.households exclude.2": ("People who live there for a time.", "Hộ tạm trú."),
}

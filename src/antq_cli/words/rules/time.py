"""The rules of time."""

TEXTS = {
    "T001.name": ("overlapping-years", "năm chồng nhau"),
    "T001.holds": (
        "The years of a calendar follow on each other without overlap.",
        "Các năm của một lịch nối tiếp nhau, không chồng lên nhau.",
    ),
    "T001.why": (
        (
            "For a day in two years nobody can say in which it counts. Circular 23/2012/TT-BCA had it so: 31 October "
            "ended one year of the areas and began the next."
        ),
        (
            "Ngày thuộc hai năm thì không biết tính vào năm nào. Thông tư số 23/2012/TT-BCA quy định đúng như "
            "vậy: ngày 31/10 vừa kết thúc một năm của khu dân cư vừa bắt đầu năm sau."
        ),
    ),
    "T001.what": (
        "A year of the calendar {calendar} begins before the one before it has ended; days in both: {days}.",
        "Mỗi năm của lịch {calendar} bắt đầu khi năm trước chưa kết thúc; số ngày trùng: {days}.",
    ),
    "T001.fix": (
        "If the law has it so, leave it: what is signed on such a day holds to the end of the later year.",
        "Nếu luật quy định như vậy thì để nguyên: ký vào ngày trùng thì có hiệu lực đến hết năm xét sau.",
    ),
    "T002.name": ("gap-between-years", "khoảng trống giữa hai năm"),
    "T002.holds": ("No day lies between two years of a calendar.", "Không có ngày nào ở giữa hai năm của một lịch."),
    "T002.why": (
        "What is signed on such a day never comes into force by this calendar, and is in none of its periods.",
        "Ký vào ngày như vậy thì theo lịch này không bao giờ có hiệu lực, và không thuộc kỳ nào.",
    ),
    "T002.what": (
        "Between the years of the calendar {calendar} there are days that belong to none: {days}.",
        "Giữa các năm của lịch {calendar} có những ngày không thuộc năm nào: {days}.",
    ),
    "T002.fix": (
        "Correct the first or the last day; what is signed on such a day is never in force by this calendar.",
        "Sửa ngày đầu hoặc ngày cuối; ký vào ngày như vậy thì theo lịch này không bao giờ có hiệu lực.",
    ),
    "T003.name": ("before-the-campaign", "trước cuộc vận động"),
    "T003.holds": (
        "What is counted happened in the time of the campaign, and not before 1900.",
        "Việc được tính diễn ra trong thời gian của cuộc vận động, không trước năm 1900.",
    ),
    "T003.why": (
        (
            "In 0021-03-01 a digit is wrong, and the pledge would count since the year 21. The age of a "
            "household or a team is not judged."
        ),
        (
            "Ngày 0021-03-01 gõ sai một chữ số, và cam kết ấy sẽ có trong mọi số liệu từ năm 21. Ngày đến của hộ,"
            " ngày thành lập của tổ thì không xét như vậy."
        ),
    ),
    "T003.what": ("Column {column}: {value} is before {begins}.", "Cột {column}: {value} trước ngày {begins}."),
    "T003.fix": (
        "Correct the day; if the campaign began earlier, say so in antq.toml (campaign.begins).",
        "Sửa ngày; nếu cuộc vận động bắt đầu sớm hơn thì ghi lại trong antq.toml (campaign.begins).",
    ),
    "T101.name": ("future-day", "ngày trong tương lai"),
    "T101.holds": (
        "What has happened is not dated after today.",
        "Việc đã xảy ra thì có ngày không sau ngày hôm nay.",
    ),
    "T101.why": (
        "A pledge of 2026 that was typed as 2062 is missing from every figure until then.",
        "Một cam kết năm 2026 gõ nhầm thành 2062 sẽ thiếu trong mọi số liệu cho đến lúc đó.",
    ),
    "T101.what": (
        "Column {column}: {value} is after today, {today}.",
        "Cột {column}: {value} sau ngày hôm nay, {today}.",
    ),
    "T101.fix": (
        "Correct the day; enter only what has happened.",
        "Sửa ngày; việc chưa diễn ra thì chưa ghi vào bộ sổ.",
    ),
    "T102.name": ("received-before-its-day", "nhận trước ngày số liệu"),
    "T102.holds": (
        "A return is received on the day of its numbers, or later.",
        "Báo cáo được nhận vào ngày của số liệu hoặc sau ngày đó.",
    ),
    "T102.why": (
        (
            "Nobody knows a day's numbers before that day. One of the two days is wrong, and the numbers may be of "
            "another day."
        ),
        (
            "Số liệu đến một ngày không thể có trước ngày đó: một trong hai ngày bị sai, và có thể số liệu là của ngày "
            "khác."
        ),
    ),
    "T102.what": (
        "The return was received on {value}, before {other}, the day of its numbers.",
        "Báo cáo ghi nhận ngày {value}, trước ngày chốt số liệu {other}.",
    ),
    "T102.fix": (
        "Correct one of the two days.",
        "Sửa một trong hai ngày.",
    ),
    "T103.name": ("late-return", "báo cáo muộn"),
    "T103.holds": (
        "Returns for the last ended period arrive by their due day.",
        "Báo cáo của kỳ gần nhất đã kết thúc được nhận trong hạn.",
    ),
    "T103.why": (
        (
            "A late return is missing from the report that was due, or an older number stands for it. Repeated "
            "delay should be seen."
        ),
        (
            "Báo cáo chậm thì thiếu trong bản tổng hợp đúng kỳ, hoặc phải dùng số cũ; cần thấy nơi nào thường "
            "xuyên chậm."
        ),
    ),
    "T103.what": (
        "{unit} sent the return of {measure} late: received on {value}, due on {due}.",
        "Báo cáo {measure} của {unit} nhận ngày {value}, sau hạn {due}.",
    ),
    "T103.fix": (
        "Correct the day if it was mistyped; else leave it.",
        "Sửa ngày nếu ghi nhầm; nếu không thì để nguyên.",
    ),
    "T104.name": ("missing-return", "thiếu báo cáo"),
    "T104.holds": (
        "Whoever has to report has sent a return for the last ended period.",
        "Nơi nào phải báo cáo đều đã gửi báo cáo của kỳ gần nhất đã kết thúc.",
    ),
    "T104.why": (
        "Without it the figure is partial, or rests on an older number. Blank is not zero.",
        "Thiếu báo cáo thì số liệu chưa đầy đủ hoặc phải dùng số cũ; bỏ trống không phải là số 0.",
    ),
    "T104.what": (
        "{unit} sent no return of {measure} for {first} to {last_day}; {latest}.",
        "{unit} chưa báo cáo {measure} kỳ từ {first} đến {last_day}; {latest}.",
    ),
    "T104.fix": (
        "Ask for it, and enter how many there are in all; if nothing was added, the old number again.",
        "Đôn đốc gửi, rồi nhập tổng số đến ngày chốt; không thêm thì ghi lại số cũ.",
    ),
    "T105.name": ("stale-return", "báo cáo quá cũ"),
    "T105.holds": (
        "Whoever has to report has a return no older than the manifest allows.",
        "Nơi nào phải báo cáo đều có báo cáo không cũ hơn mức antq.toml cho phép.",
    ),
    "T105.why": (
        "The latest return counts, however old: a total may rest on last year's numbers.",
        "Báo cáo gần nhất được tính dù đã cũ: tổng số có thể dựa trên những con số của năm ngoái.",
    ),
    "T105.what": (
        "{unit} sent no return of {measure} in the {n} days up to {day}; {latest}.",
        "{unit} không báo cáo {measure} trong {n} ngày tính đến {day}; {latest}.",
    ),
    "T105.fix": ("Ask for a new return and enter it.", "Đôn đốc gửi báo cáo mới và nhập vào bộ sổ."),
}

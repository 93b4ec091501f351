"""The rules of plausibility."""

TEXTS = {
    "Q101.name": ("outlier", "số bất thường"),
    "Q101.holds": (
        (
            "A count or a total is near those that the same sender reported of the same measure at other "
            "times. Signatures out of a known total may begin low and grow, unless they fall back later."
        ),
        (
            "Số báo cáo gần với những lần báo cáo khác của cùng một nơi về cùng một chỉ tiêu. Số đã ký trên "
            "tổng số đã biết có thể thấp lúc đầu rồi tăng dần, miễn là sau đó không giảm trở lại."
        ),
    ),
    "Q101.why": (
        (
            "A digit too many passes every other rule. Found is what lies over 3.5 standard deviations from the "
            "median, estimated so that the outlier itself does not mislead (the modified z of Iglewicz and Hoaglin "
            "1993). Less than a tenth, or fewer than six returns, is not judged."
        ),
        (
            "Thừa một chữ số thì với các quy tắc khác vẫn là số đúng. Quy tắc này tìm số lệch quá 3,5 lần độ lệch "
            "chuẩn so với trung vị; độ lệch chuẩn ước lượng sao cho chính số bất thường không làm sai (Iglewicz và "
            "Hoaglin, 1993). Lệch dưới một phần mười hoặc có dưới sáu báo cáo thì không xét."
        ),
    ),
    "Q101.what": (
        (
            "Column {column}: {unit} reported {measure}: {reported}, far from what is usual there: {median} (the "
            "median of its {n} returns). Those that are usual lie between {low} and {high}."
        ),
        (
            "Cột {column}: {unit} báo cáo {measure}: {reported}, khác xa mức thường gặp ở đó: {median} (số đứng giữa "
            "của {n} lần báo cáo). Các lần bình thường từ {low} đến {high}."
        ),
    ),
    "Q101.fix": (
        "Compare it with the paper. Correct a slip; else waive the finding and say why.",
        "Đối chiếu với bản giấy; ghi nhầm thì sửa, nếu đúng thì khai báo bỏ qua và nêu lý do.",
    ),
    "Q102.name": ("jump", "thay đổi đột biến"),
    "Q102.holds": (
        "From one return to the next a number neither more than doubles nor falls below half.",
        "Từ báo cáo này đến báo cáo sau, số báo cáo không tăng quá gấp đôi và không giảm quá một nửa.",
    ),
    "Q102.why": (
        (
            "So large a change is more often another way of counting, or a slip. Differences under 20 are not "
            "judged, and signatures out of a known total may double, unless the next return takes it back."
        ),
        (
            "Thay đổi lớn như vậy thường do cách tính khác hoặc ghi nhầm hơn là do số người thay đổi. Chênh "
            "lệch dưới 20 thì bỏ qua; số đã ký trên tổng số đã biết thì được tăng quá gấp đôi, trừ khi báo cáo "
            "kế tiếp lại giảm xuống."
        ),
    ),
    "Q102.what": (
        ("Column {column}: {unit} reported {measure}: a sudden change from {before} ({first}) to {reported} ({day})."),
        ("Cột {column}: {unit} báo cáo {measure} thay đổi đột biến: từ {before} ({first}) thành {reported} ({day})."),
    ),
    "Q102.fix": (
        "Compare both with the paper. Correct a slip; else waive the finding and say why.",
        "Đối chiếu cả hai với bản giấy; ghi nhầm thì sửa, nếu đúng thì khai báo bỏ qua và nêu lý do.",
    ),
    "Q103.name": ("growth", "tăng quá nhanh"),
    "Q103.holds": (
        ("Where nothing was merged, a total grows by at most 10 % a year, compounded, or by less than 20 in all."),
        ("Nơi không có sáp nhập thì tổng số không tăng quá 10% một năm, tính lũy kế; mức tăng dưới 20 thì không xét."),
    ),
    "Q103.why": (
        ("Hardly any commune gains a tenth of its households in a year. A total that is too large lowers every rate."),
        "Hiếm có xã nào tăng một phần mười số hộ trong một năm; tổng số ghi quá lớn thì mọi tỷ lệ đều thấp đi.",
    ),
    "Q103.what": (
        "{unit}: the total of {measure} grew from {before} ({first}) to {after} ({day}), more than 10 % a year.",
        "{unit}: tổng số {measure} tăng từ {before} ({first}) lên {after} ({day}), quá 10% một năm.",
    ),
    "Q103.fix": (
        "Look for rows entered twice, a unit counted with another, or a mistyped total.",
        "Xem có dòng nhập hai lần, có đơn vị bị tính gộp, hoặc tổng số bị ghi nhầm hay không.",
    ),
    "Q104.name": ("parent-not-sum", "khác tổng cấp dưới"),
    "Q104.holds": (
        "What a unit reports is the sum of what all units of a level below it report for the same day.",
        "Số một đơn vị báo cáo bằng tổng số báo cáo cùng ngày của tất cả các đơn vị thuộc một cấp bên dưới.",
    ),
    "Q104.why": (
        "Two returns about the same people cannot both be right.",
        "Hai báo cáo về cùng một số người thì không thể cùng đúng, dù số liệu lấy từ nguồn nào.",
    ),
    "Q104.what": (
        "Column {column}: {unit} reported {measure} on {day}: {reported}, but its {n} units come to {sum}. {in_use}.",
        (
            "Cột {column}: {unit} báo cáo {measure} ngày {day} là {reported}, khác tổng của {n} đơn vị trực "
            "thuộc: {sum}. {in_use}."
        ),
    ),
    "Q104.fix": (
        (
            "Compare the return of {unit} of {day} and those of its {n} units with the paper, and correct each that "
            "is wrong."
        ),
        "Đối chiếu với bản giấy: báo cáo ngày {day} của {unit} và của {n} đơn vị trực thuộc; báo cáo nào sai thì sửa.",
    ),
    "Q105.name": ("too-even", "tỷ lệ quá đều"),
    "Q105.holds": (
        "The rates of the units in one parent differ at least as much as chance makes them.",
        "Tỷ lệ của các đơn vị cùng cấp trên không đều nhau đến mức bất thường.",
    ),
    "Q105.why": (
        (
            "Real counts scatter. If six or more rates are so even that chance does it once in a thousand "
            "times, they may have been shared out from a total (R. A. Fisher, 1936, on Mendel)."
        ),
        (
            "Số thật luôn chênh nhau. Từ sáu đơn vị trở lên mà đều đến mức một nghìn lần ngẫu nhiên mới có một "
            "lần thì tỷ lệ có thể được chia từ tổng số chứ không phải thống kê thật (R. A. Fisher, 1936, về "
            "Mendel)."
        ),
    ),
    "Q105.what": (
        "On {day} the rates of {measure} in the {n} units of {unit} are unusually even.",
        "Tỷ lệ {measure} ngày {day} của {n} đơn vị thuộc {unit} đều nhau bất thường, khó có trong thực tế.",
    ),
    "Q105.fix": (
        "Recount a sample: the numbers may have been shared out from a total.",
        "Kiểm tra lại một số nơi: tỷ lệ có thể được chia từ tổng số chứ không phải thống kê thật.",
    ),
}

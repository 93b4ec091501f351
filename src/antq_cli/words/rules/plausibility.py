"""The rules of plausibility."""

TEXTS = {
    "Q101.holds": (
        (
            "A count or a total lies near those that the same sender reports of the same measure at other times. What "
            "has been signed of a known total may begin low and grow, as long as it does not fall back."
        ),
        (
            "Số đếm và tổng số đều gần với những lần báo cáo khác của cùng một nơi về cùng một chỉ tiêu. Số đã ký trên "
            "tổng số đã biết có thể thấp lúc đầu rồi tăng dần, miễn là sau đó không giảm trở lại."
        ),
    ),
    "Q101.why": (
        (
            "A digit too many is a right count to every other rule. The modified z (Iglewicz and Hoaglin 1993) over "
            "3.5 is not misled by the outlier itself; less than a tenth, and fewer than six returns, are left alone."
        ),
        (
            "Thừa một chữ số thì với các quy tắc khác vẫn là số đúng. Trị số z hiệu chỉnh (Iglewicz và Hoaglin 1993) "
            "trên 3,5 không bị chính giá trị bất thường làm lệch; lệch dưới một phần mười hoặc có dưới sáu báo cáo thì "
            "không xét."
        ),
    ),
    "Q101.what": (
        (
            "Column {column}: {unit} reported {reported} of {measure}; the median of its {n} returns is {median} "
            "(modified z {z})."
        ),
        (
            "Cột {column}: {unit} báo cáo {measure} là {reported}; trung vị của {n} báo cáo là {median} (z hiệu chỉnh "
            "{z})."
        ),
    ),
    "Q101.fix": (
        "Compare it with the paper; correct it where it was mistyped, else waive the finding and say why.",
        "Đối chiếu với bản giấy; ghi nhầm thì sửa, nếu đúng thì khai báo miễn trừ và nêu lý do.",
    ),
    "Q102.holds": (
        "From one return to the next a count or a total does not more than double, nor fall to less than half.",
        "Từ báo cáo này đến báo cáo sau, số đếm và tổng số không tăng quá gấp đôi và không giảm quá một nửa.",
    ),
    "Q102.why": (
        (
            "So large a change is more often another way of counting, or a slip, than another number of people. "
            "Differences of less than 20 are left alone, and what is signed of a known total may double, unless the "
            "next return takes it back."
        ),
        (
            "Thay đổi lớn như vậy thường do cách đếm khác hoặc ghi nhầm hơn là do số người thay đổi. Chênh lệch dưới "
            "20 thì bỏ qua; số đã ký trên tổng số đã biết thì được tăng quá gấp đôi, trừ khi báo cáo kế tiếp lại tụt "
            "xuống."
        ),
    ),
    "Q102.what": (
        "Column {column}: {unit} reported {before} of {measure} on {first} and {reported} on {day}.",
        "Cột {column}: {unit} báo cáo {measure} là {before} ngày {first} và {reported} ngày {day}.",
    ),
    "Q102.fix": (
        "Compare both with the paper; correct what was mistyped, else waive the finding and say why.",
        "Đối chiếu cả hai với bản giấy; ghi nhầm thì sửa, nếu đúng thì khai báo miễn trừ và nêu lý do.",
    ),
    "Q103.holds": (
        (
            "A total grows by no more than 10 % a year, compounded over several years, or by less than 20 in all, "
            "where nothing was merged."
        ),
        (
            "Nơi không có sáp nhập thì tổng số không tăng quá 10% một năm (nhiều năm thì tính luỹ kế), hoặc chỉ tăng "
            "chưa đến 20."
        ),
    ),
    "Q103.why": (
        "Hardly a commune gains a tenth of its households in a year; a total too large lowers every rate.",
        "Hiếm có xã nào tăng một phần mười số hộ trong một năm; tổng số ghi quá lớn thì mọi tỷ lệ đều thấp đi.",
    ),
    "Q103.what": (
        "The total of {measure} at {unit} grew from {before} ({first}) to {after} ({day}): over 10 % a year.",
        "Tổng số của {measure} ở {unit} tăng từ {before} ({first}) lên {after} ({day}): quá 10% một năm.",
    ),
    "Q103.fix": (
        "Look for rows entered twice, a unit counted with another, or a mistyped total.",
        "Xem có dòng nhập hai lần, có đơn vị bị đếm gộp, hoặc tổng số bị ghi nhầm hay không.",
    ),
    "Q104.holds": (
        "What a unit reports is the sum of what all units of a level below it report for the same day.",
        "Số một đơn vị báo cáo bằng tổng số báo cáo cùng ngày của tất cả các đơn vị thuộc một cấp bên dưới.",
    ),
    "Q104.why": (
        "Two returns of the same people cannot both be right, whatever the figure is counted from.",
        "Hai báo cáo cùng đếm những người như nhau thì không thể cùng đúng, dù số liệu lấy từ nguồn nào.",
    ),
    "Q104.what": (
        "Column {column}: {unit} reported {reported} of {measure} on {day}, the {n} units below it {sum}.",
        "Cột {column}: {unit} báo cáo {measure} ngày {day} là {reported}, {n} đơn vị bên dưới là {sum}.",
    ),
    "Q104.fix": (
        "Ask the unit which of the two is right, and correct the other.",
        "Hỏi lại đơn vị xem số nào đúng rồi sửa số kia.",
    ),
    "Q105.holds": (
        "The signing rates of the units of one parent differ at least as much as chance alone makes them.",
        "Tỷ lệ ký của các đơn vị cùng thuộc một đơn vị cấp trên chênh nhau ít nhất bằng mức ngẫu nhiên.",
    ),
    "Q105.why": (
        (
            "Real counts scatter. Where six units or more are so even that chance does it once in a thousand times, "
            "rates may have been shared out from a total and not counted (R. A. Fisher, 1936, on Mendel)."
        ),
        (
            "Số đếm thật luôn chênh nhau. Từ sáu đơn vị trở lên mà đều đến mức một nghìn lần ngẫu nhiên mới có một lần "
            "thì tỷ lệ có thể được chia từ tổng số chứ không phải đếm (R. A. Fisher, 1936, về Mendel)."
        ),
    ),
    "Q105.what": (
        "On {day} the rates of {measure} in the {n} units of {unit} ({name}) are more even than chance.",
        "Tỷ lệ {measure} ngày {day} của {n} đơn vị thuộc {unit} ({name}) đều hơn mức ngẫu nhiên cho phép.",
    ),
    "Q105.fix": (
        "Recount a sample: they may have been shared out from a total and not counted.",
        "Đếm lại một số nơi: có thể tỷ lệ được chia từ tổng số chứ không phải đếm thật.",
    ),
}

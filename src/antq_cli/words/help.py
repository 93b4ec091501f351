"""The help: commands, options, and what the value of an option is called."""

from antq_cli.words.entering import TEXTS as ENTERING
from antq_cli.words.import_help import TEXTS as IMPORTING

TEXTS = {
    **ENTERING,
    **IMPORTING,
    "help.usage": ("Usage", "Cách dùng"),
    "help.options": ("Options", "Tùy chọn"),
    "help.common": ("Options of every command", "Tùy chọn chung"),
    "help.of-the-book": ("Here: {values}", "Bộ sổ này có: {values}"),
    "help.examples": ("Examples, of the book {book}", "Ví dụ, với bộ sổ {book}"),
    "help.first.sh": ("First, in the folder of antq itself.", "Gõ trước, tại thư mục của antq."),
    "help.first.powershell": ("The same in PowerShell.", "Với PowerShell thì gõ dòng này."),
    "help.verbatim": ("{text}", "{text}"),
    "help.begin": (
        "There is no book here. A book begins as a folder of three files:",
        "Ở đây chưa có bộ sổ. Một bộ sổ bắt đầu bằng thư mục có ba tệp:",
    ),
    "help.begun": (
        "Then `antq check` checks the book, and `antq summary` counts it.",
        "Sau đó `antq check` kiểm tra bộ sổ, `antq summary` cho số liệu.",
    ),
    "help.exits": ("Exit codes", "Mã thoát"),
    "help.exit.0": ("fine", "bình thường"),
    "help.exit.1": ("an error, or rows left out", "có lỗi, hoặc có dòng không được tính"),
    "help.exit.2": ("refused: no figures", "bị từ chối: không có số liệu"),
    "help.exit.3": ("nothing to show", "không có gì để hiển thị"),
    "help.exit.4": ("a fault of the program", "lỗi của chương trình"),
    "help.exit.5": ("kept as it was: edited, or in use", "giữ nguyên: đã bị sửa, hoặc đang được ghi"),
    "help.exit.130": ("interrupted", "bị ngắt"),
    "help.read-on": ("Read on", "Đọc thêm"),
    "help.command": ("command", "lệnh"),
    "help.option": ("options", "tùy chọn"),
    "help.tagline": (
        "The books of a pledge campaign: every figure is counted from rows that can be checked.",
        "Theo dõi, thống kê cuộc vận động ký cam kết: mỗi số liệu đều tính lại được từ các dòng của bộ sổ.",
    ),
    "help.days": (
        "Days on screens are day/month/year: 01/08/2021 is 1 August 2021.",
        "Ngày ghi theo thứ tự ngày/tháng/năm: 01/08/2021 là ngày 1 tháng 8 năm 2021.",
    ),
    "help.more": ("`antq COMMAND --help` shows all of a command.", "Xem chi tiết từng lệnh: `antq LỆNH --help`."),
    # Commands, and the panels in which they stand.
    "panel.count": ("Count", "Thống kê"),
    "panel.check": ("Check", "Kiểm tra"),
    "panel.keep": ("Keep", "Ghi bộ sổ"),
    "panel.publish": ("Publish", "Phát hành"),
    "command.log": (
        "What was changed in this book; one change, by its number",
        "Những thay đổi antq đã ghi vào bộ sổ; xem một thay đổi theo số",
    ),
    "command.undo": (
        "Take the last change back, or the one with this number",
        "Hoàn tác thay đổi gần nhất, hoặc thay đổi có số này",
    ),
    "metavar.ID": ("ID", "SỐ"),
    "metavar.SECONDS": ("SECONDS", "SỐ-GIÂY"),
    "option.dry_run": ("show what would be written, and write nothing", "xem trước những gì sẽ ghi, không ghi gì"),
    "option.wait": (
        "wait so many seconds for another change to be whole; default: 60",
        "chờ bấy nhiêu giây nếu bộ sổ đang được ghi; mặc định: 60",
    ),
    "option.pending": (
        "drop the change that was interrupted: what was replaced gets its old bytes back",
        "bỏ thay đổi bị ngắt giữa chừng: phần đã thay được trả lại như cũ",
    ),
    "option.finish": (
        "finish the change that was interrupted; this file, which somebody has edited, counts as it is",
        "ghi nốt thay đổi bị ngắt giữa chừng; tệp này đã có người sửa thì giữ như hiện có",
    ),
    "option.forget": (
        "take the rows of these changes out of the log: of those with these numbers, --before a day, or --all",
        "xóa nội dung các thay đổi khỏi nhật ký: theo số, trước ngày (--before), hoặc tất cả (--all)",
    ),
    "option.before": ("forget what was changed before this day", "xóa nội dung các thay đổi trước ngày này"),
    "option.all": ("forget what was changed, all of it", "xóa nội dung mọi thay đổi"),
    "command.pledges": ("Pledges: how many have signed, out of how many", "Cam kết: số đã ký trên tổng số"),
    "command.pledges summary": (
        "How many have signed, out of how many: each kind, at a unit or by level",
        "Tỷ lệ ký theo thành phần ký, ở một đơn vị hoặc theo cấp",
    ),
    "command.pledges trend": (
        "How many have signed at the end of each month, quarter or year, and the change",
        "Tỷ lệ ký cuối mỗi tháng, quý hoặc năm, và mức thay đổi",
    ),
    "command.pledges gaps": (
        "Units below the target, and how much each needs",
        "Đơn vị chưa đạt mức phấn đấu, mỗi nơi cần thêm bao nhiêu",
    ),
    "command.teams": ("Teams: which kinds there are, and how many of each", "Các tổ: có những loại nào, bao nhiêu tổ"),
    "command.teams summary": ("Teams by kind, at a unit or by level", "Số tổ theo loại, ở một đơn vị hoặc theo cấp"),
    "command.units": (
        "Units: what lies in what on a day, and the history of each",
        "Các đơn vị: đơn vị nào thuộc đơn vị nào vào một ngày, và lịch sử từng đơn vị",
    ),
    "command.periods": (
        "The periods of a calendar, with their first and last days",
        "Các kỳ của một lịch, có ngày đầu và ngày cuối",
    ),
    "command.check": (
        "Check every register: what is wrong, where, and what to do",
        "Kiểm tra mọi sổ đăng ký: sai gì, ở đâu, sửa thế nào",
    ),
    "command.rules": (
        "Each rule: what it is for, why, and how to repair what breaks it",
        "Từng quy tắc kiểm tra: để làm gì, vì sao, sửa thế nào",
    ),
    "command.summary": (
        "The campaign on one page: pledges, teams, models, activities, the standard, published figures",
        "Cả cuộc vận động trên một trang: cam kết, tổ, mô hình, hoạt động, tiêu chuẩn, số đã công bố",
    ),
    "command.models": (
        "Models: which there are, and how many of each",
        "Mô hình: có những mô hình nào, bao nhiêu điểm",
    ),
    "command.models summary": (
        "How many there are of each model, and how many places have one",
        "Số điểm của từng mô hình, và số nơi có mô hình",
    ),
    "command.activities": (
        "Activities: what was done within a period, and how many took part",
        "Các hoạt động: số đã thực hiện trong kỳ, và lượt người tham gia",
    ),
    "command.activities summary": (
        "Activities by kind within a period; --every shows each part of it",
        "Số hoạt động theo loại trong kỳ; --every: xem từng kỳ nhỏ",
    ),
    "command.standards": (
        "The safety standard: how many meet it, how many do not",
        "Tiêu chuẩn “An toàn về ANTT”: số đạt, số chưa đạt",
    ),
    "command.standards summary": (
        "Results by kind of subject and year; --criteria shows each criterion",
        "Kết quả theo đối tượng xét và năm xét; --criteria: xem từng tiêu chí",
    ),
    "command.returns": (
        "Returns: which units sent them, which did not",
        "Báo cáo số liệu: đơn vị nào đã gửi, đơn vị nào chưa",
    ),
    "command.returns summary": (
        "How many returns were due, received, on time, missing",
        "Số phải gửi, đã nhận, đúng hạn, chưa gửi",
    ),
    "command.claims": ("Each published figure, compared with the book", "Từng số đã công bố, đối chiếu với bộ sổ"),
    "command.reconcile": (
        "Returns compared with the journal or a register: both numbers, difference, factor",
        "Đối chiếu báo cáo số liệu với sổ cam kết hoặc sổ đăng ký: hai số, chênh lệch, hệ số",
    ),
    "command.report": (
        "The report of a month, quarter or year as a document, from the book alone",
        "Báo cáo tháng, quý hoặc năm thành văn bản, lấy từ bộ sổ",
    ),
    # Options; those with the name of a command behind them as that command takes them.
    "option.book": (
        "the book's folder (default: ANTQ_BOOK, then the nearest folder upward with an antq.toml)",
        "thư mục của bộ sổ (mặc định: ANTQ_BOOK, rồi thư mục cấp trên gần nhất có antq.toml)",
    ),
    "option.as_of": (
        "count on this day: 2021-08-31 or 31/08/2021 (default: as antq.toml says, then today)",
        "tính đến ngày này: 2021-08-31 hoặc 31/08/2021 (mặc định: theo antq.toml, rồi hôm nay)",
    ),
    "option.on": (
        "the day of the map: 2025-07-01 or 01/07/2025 (a unit without it: in all of time)",
        "ngày của địa giới: 2025-07-01 hoặc 01/07/2025 (tra một đơn vị mà không ghi ngày: mọi thời kỳ)",
    ),
    "option.period": (
        "figures of this period, counted on its last day: 2021, 2021-H1, 2021-Q3, 2021-08, 6T-2026",
        "số liệu của kỳ này, tính đến ngày cuối kỳ: 2021, 2021-H1, 2021-Q3 (hoặc “Quý III/2021”), 2021-08, 6T-2026",
    ),
    "option.period.periods": ("the periods of the year that this one lies in", "các kỳ trong năm có kỳ này"),
    "option.period.pledges trend": ("only the points within this period", "chỉ các mốc trong kỳ này"),
    "option.period.pledges gaps": ("count on the last day of this period", "tính đến ngày cuối của kỳ này"),
    "option.period.teams summary": ("count on the last day of this period", "tính đến ngày cuối của kỳ này"),
    "option.period.returns summary": (
        "the period to be reported (default: the last one that has ended since returns began, else the running one)",
        "kỳ phải báo cáo (mặc định: kỳ gần nhất đã kết thúc từ khi có báo cáo; chưa có thì kỳ đang chạy)",
    ),
    "option.period.reconcile": (
        "all returns of this period (default: the latest of each unit)",
        "mọi báo cáo trong kỳ này (mặc định: báo cáo gần nhất của mỗi đơn vị)",
    ),
    "option.period.models summary": ("count on the last day of this period", "tính đến ngày cuối của kỳ này"),
    "option.period.activities summary": (
        "sum up what lies within this period (else within the year, up to the day)",
        "cộng các dòng nằm trọn trong kỳ này (mặc định: từ đầu năm đến ngày tính)",
    ),
    "option.every.activities summary": (
        "a row for each month, quarter or year of the period",
        "mỗi tháng, quý hoặc năm trong kỳ một dòng",
    ),
    "option.period.summary": (
        "the month's page: the change since the period before, who did not report, who is far from the target",
        "trang tháng: so với kỳ trước, nơi chưa báo cáo, nơi xa mức phấn đấu",
    ),
    "option.period.report": (
        "the report of this period (default: a report on the day, without flows or a comparison)",
        "báo cáo của kỳ này (mặc định: báo cáo đến ngày tính, không có số phát sinh và so sánh)",
    ),
    "option.calendar": (
        "the calendar of the periods (default: the campaign's)",
        "lịch của các kỳ (mặc định: lịch của cuộc vận động)",
    ),
    "option.every": (
        "month, quarter or year (default: month)",
        "month, quarter hoặc year: tháng, quý hoặc năm (mặc định: tháng)",
    ),
    "option.unit": (
        "a unit by its code, its name on the map that is used, or “Cẩm T*”; may be repeated (default: the top unit)",
        "đơn vị cần tính: mã, tên tại ngày lấy địa giới, hoặc “Cẩm T*”; ghi được nhiều lần (mặc định: đơn vị cao nhất)",
    ),
    "option.unit.summary": (
        "a unit by its code or its name on the map that is used (default: the top unit)",
        "đơn vị cần tính, theo mã hoặc tên tại ngày lấy địa giới (mặc định: đơn vị cao nhất)",
    ),
    "option.unit.reconcile": (
        "a unit by its code or its name on the map that is used (default: the top unit)",
        "đơn vị cần tính, theo mã hoặc tên tại ngày lấy địa giới (mặc định: đơn vị cao nhất)",
    ),
    "option.unit.report": (
        "a unit by its code or its name on the basis (default: the top unit)",
        "đơn vị cần báo cáo, theo mã hoặc tên tại ngày lấy địa giới (mặc định: đơn vị cao nhất)",
    ),
    "option.by": (
        "one row for each unit of this level; LEVEL,LEVEL: with subtotals",
        "mỗi đơn vị thuộc cấp này một dòng; CẤP,CẤP: có cộng theo cấp trên",
    ),
    "option.by.pledges summary": (
        "one row for each unit of this level, or each organisation of this kind; LEVEL,LEVEL: with subtotals",
        "mỗi đơn vị thuộc cấp này, hoặc mỗi cơ quan, nhà trường… loại này, một dòng; CẤP,CẤP: có cộng theo cấp trên",
    ),
    "option.by.standards summary": (
        "one row for each unit of this level, or each organisation of this kind; LEVEL,LEVEL: with subtotals",
        "mỗi đơn vị thuộc cấp này, hoặc mỗi cơ quan, nhà trường… loại này, một dòng; CẤP,CẤP: có cộng theo cấp trên",
    ),
    "option.by.pledges gaps": (
        "the level of the units, or a kind of organisation (default: the next level below)",
        "cấp của các đơn vị, hoặc loại cơ quan, nhà trường… (mặc định: cấp liền dưới)",
    ),
    "option.by.returns summary": (
        "one row for each unit of this level, with those that did not report",
        "mỗi đơn vị thuộc cấp này một dòng, kèm nơi chưa gửi",
    ),
    "option.by.summary": (
        "the annex: one row for each unit of this level, all figures side by side",
        "phụ lục: mỗi đơn vị thuộc cấp này một dòng, đủ các cột",
    ),
    "option.by.report": (
        "tell the units of this level (default: the next level below the unit)",
        "nêu các đơn vị thuộc cấp này (mặc định: cấp liền dưới)",
    ),
    "option.kind.summary": (
        "only this measure, such as pledges.household, or this kind in every part; may be repeated",
        "riêng chỉ tiêu này, ví dụ pledges.household, hoặc loại này ở mọi phần; có thể ghi nhiều lần",
    ),
    "option.kind": ("only this kind; may be repeated", "chỉ loại này; có thể ghi nhiều lần"),
    "option.basis": (
        "use the map of this day: then (the day counted), now (today), or a day",
        "theo địa giới của ngày nào: then (ngày tính), now (hôm nay), hoặc một ngày",
    ),
    "option.vs": ("compare with the end of this period, or with this day", "so với cuối kỳ này, hoặc với ngày này"),
    "option.vs.summary": (
        "compare with the end of this period, or with this day (default: the period before)",
        "so với cuối kỳ này, hoặc với ngày này (mặc định: kỳ liền trước)",
    ),
    "option.vs.report": (
        "compare with this period (default: a year before, where the book has figures, else the period before)",
        "so với kỳ này (mặc định: cùng kỳ năm trước nếu bộ sổ có số liệu, nếu không thì kỳ liền trước)",
    ),
    "option.sort": (
        (
            "the order of the rows of --by: code or name, from the first on; rate, missing or change, from the highest "
            "on; -rate: reversed"
        ),
        (
            "thứ tự các dòng của --by: code (mã), name (tên), rate (tỷ lệ), missing (còn thiếu), change (mức thay "
            "đổi); -rate: ngược lại"
        ),
    ),
    "option.sort.activities summary": (
        "the order of the rows of --by: code or name, from the first on; change, from the highest on; -name: reversed",
        "thứ tự các dòng của --by: code (mã), name (tên), change (mức thay đổi); -name: ngược lại",
    ),
    "option.sort.standards summary": (
        (
            "the order of the rows of --by: code or name, from the first on; rate or missing, from the highest on; "
            "-rate: reversed"
        ),
        "thứ tự các dòng của --by: code (mã), name (tên), rate (tỷ lệ), missing (còn thiếu); -rate: ngược lại",
    ),
    "option.sort.pledges gaps": (
        (
            "the order of the rows: code or name, from the first on; rate, from the highest on; missing, who needs "
            "most first; -rate: reversed"
        ),
        "thứ tự các dòng: code (mã), name (tên), rate (tỷ lệ), missing (cần thêm nhiều trước); -rate: ngược lại",
    ),
    "option.top": (
        "only the first N rows of the order; the others as one row",
        "chỉ N dòng đầu theo thứ tự; các dòng khác cộng lại một dòng",
    ),
    "option.below_target": (
        "of the rows of --by, only those below the target in antq.toml",
        "trong các dòng của --by chỉ hiển thị các đơn vị dưới mức phấn đấu ghi trong antq.toml",
    ),
    "option.columns": (
        "the periods as columns: one row for each unit and kind",
        "các kỳ thành cột: mỗi đơn vị và loại một dòng",
    ),
    "option.fresh": (
        "leave old numbers out (from before the period that is asked about): they count as not reported",
        "không tính số liệu cũ (có trước kỳ đang xét): coi như chưa báo cáo",
    ),
    "option.target": (
        "the rate to reach, such as 95% (default: as antq.toml says, then 100%)",
        "mức phấn đấu, ví dụ 95% (mặc định: theo antq.toml, rồi 100%)",
    ),
    "option.format": ("table, json, csv or md", "table, json, csv hoặc md"),
    "option.format.check": (
        "full, concise, json, jsonl, csv, md, github, junit or sarif",
        "full, concise, json, jsonl, csv, md, github, junit hoặc sarif",
    ),
    "option.format.report": (
        "md, json, csv, docx or xlsx (docx and xlsx only into a file)",
        "md, json, csv, docx hoặc xlsx (docx và xlsx phải ghi vào tệp)",
    ),
    "option.output.report": (
        "write to this file; its suffix says the format: .docx .xlsx .md .json .csv; may be repeated",
        "ghi vào tệp này; định dạng theo đuôi tệp: .docx .xlsx .md .json .csv; có thể ghi nhiều lần",
    ),
    "option.title": ("the title of the report (default: that of the outline)", "tên báo cáo (mặc định: theo đề cương)"),
    "option.template": (
        "the outline: one of antq, reports/NAME.md of the book, or a file (default: by the period)",
        "đề cương: của antq, reports/TÊN.md trong bộ sổ, hoặc một tệp (mặc định: theo kỳ)",
    ),
    "option.dated": (
        "the day of signing (default: left blank for the clerk)",
        "ngày ký (mặc định: để trống)",
    ),
    "option.force": (
        "replace a document that somebody has edited, or that antq did not write",
        "ghi đè cả văn bản đã có người sửa, hoặc không do antq ghi",
    ),
    "option.strict": (
        "check the book first; write nothing if there is an error",
        "kiểm tra bộ sổ trước; có lỗi thì không ghi gì",
    ),
    "option.if_changed": (
        "leave a file as it is that was made from the same figures",
        "giữ nguyên tệp đã lập từ đúng số liệu này",
    ),
    "option.output": ("write to this file; its suffix says the format", "ghi vào tệp này; định dạng theo đuôi tệp"),
    "option.excel": (
        "CSV for Excel: BOM, ;, decimal commas, dd/mm/yyyy",
        "CSV cho Excel: BOM, dấu ;, dấu phẩy thập phân, dd/mm/yyyy",
    ),
    "option.lang": (
        "vi or en (default: ANTQ_LANG, the book's, the system's)",
        "vi hoặc en (mặc định: ANTQ_LANG, theo bộ sổ, theo hệ thống)",
    ),
    "option.hashes": (
        "show the hash of the book, large registers included",
        "hiển thị mã băm của bộ sổ, kể cả các sổ đăng ký lớn",
    ),
    "option.values": (
        "show codes of households and other withheld values",
        "hiển thị mã hộ và các giá trị đang được ẩn",
    ),
    "option.quiet": (
        "only the result, and one line if anything was found",
        "chỉ in kết quả; có phát hiện thì thêm một dòng",
    ),
    "option.verbose": (
        "say which book is counted, and why on this day",
        "cho biết đang tính bộ sổ nào và vì sao tính đến ngày đó",
    ),
    "option.debug": (
        "show the technical details of an internal error",
        "hiển thị chi tiết kỹ thuật khi chương trình gặp sự cố",
    ),
    "option.version": ("show the version", "hiển thị phiên bản"),
    "option.show_completion": (
        "print what the shell needs to complete lines: bash, zsh, fish or powershell",
        "in đoạn mã giúp shell tự điền tiếp khi gõ lệnh: bash, zsh, fish hoặc powershell",
    ),
    "option.help": ("show this help", "hiển thị trợ giúp này"),
    "option.window": (
        "the year, on each subject's calendar (default: that of the day)",
        "năm xét, theo lịch của từng đối tượng xét (mặc định: năm có ngày tính)",
    ),
    "option.criteria": (
        "show each criterion of the unit, or of the units of --by",
        "xem từng tiêu chí của đơn vị, hoặc của các đơn vị thuộc --by",
    ),
    "option.select": (
        "only rules with this code, or whose code begins so, such as D or X2; may be repeated",
        "chỉ các quy tắc có mã này hoặc có mã bắt đầu như vậy, ví dụ D, X2; có thể ghi nhiều lần",
    ),
    "option.ignore": (
        "leave out rules with this code, or whose code begins so; may be repeated",
        "bỏ các quy tắc có mã này hoặc có mã bắt đầu như vậy; có thể ghi nhiều lần",
    ),
    "option.register": (
        "only this register (book: antq.toml); may be repeated",
        "chỉ sổ đăng ký này (book: tệp antq.toml); có thể ghi nhiều lần",
    ),
    "option.examples": (
        "how many findings of each rule in a register to show; 0 shows only the counts",
        "số phát hiện được hiển thị của mỗi quy tắc trong một sổ đăng ký; 0: chỉ hiển thị số lượng",
    ),
    "option.statistics": (
        "show counts by rule instead of findings",
        "hiển thị số lượng theo quy tắc thay cho từng phát hiện",
    ),
    "option.baseline": (
        "do not show the findings that this baseline lists as known",
        "không nêu những phát hiện có trong tệp phát hiện đã biết này",
    ),
    "option.write_baseline": (
        "write the present findings to this file, as known from now on",
        "ghi các phát hiện hiện có vào tệp này, từ nay coi là đã biết",
    ),
    "option.fail_on": (
        "error, warning or never: from which severity on the exit code is 1 (default: error)",
        (
            "error (lỗi), warning (cảnh báo) hoặc never (không bao giờ): từ mức nào thì lệnh kết thúc với mã 1 (mặc "
            "định: error)"
        ),
    ),
    # What the value of an option is called.
    "metavar.DIR": ("DIR", "THƯ MỤC"),
    "metavar.DATE": ("DATE", "NGÀY"),
    "metavar.PERIOD": ("PERIOD", "KỲ"),
    "metavar.CALENDAR": ("CALENDAR", "LỊCH"),
    "metavar.EVERY": ("EVERY", "CHU KỲ"),
    "metavar.UNIT": ("CODE|NAME", "MÃ|TÊN"),
    "metavar.BASIS": ("BASIS", "ĐỊA GIỚI"),
    "metavar.ORDER": ("ORDER", "THỨ TỰ"),
    "metavar.PERCENT": ("PERCENT", "TỶ LỆ%"),
    "metavar.LEVEL": ("LEVEL", "CẤP"),
    "metavar.KIND": ("KIND", "LOẠI"),
    "metavar.FORMAT": ("FORMAT", "ĐỊNH DẠNG"),
    "metavar.FILE": ("FILE", "TỆP"),
    "metavar.LANG": ("LANG", "NGÔN NGỮ"),
    "metavar.TITLE": ("TITLE", "TÊN"),
    "metavar.TEMPLATE": ("NAME|FILE", "TÊN|TỆP"),
    "metavar.YEAR": ("YEAR", "NĂM"),
    "metavar.CODE": ("CODE", "MÃ"),
    "metavar.REGISTER": ("REGISTER", "SỔ ĐĂNG KÝ"),
    "metavar.N": ("N", "N"),
    "metavar.SHELL": ("SHELL", "SHELL"),
    "metavar.SEVERITY": ("SEVERITY", "MỨC"),
}

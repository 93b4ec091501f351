"""The help: commands, options, and what the value of an option is called."""

TEXTS = {
    "help.usage": ("Usage", "Cách dùng"),
    "help.options": ("Options", "Tuỳ chọn"),
    "help.common": ("Options of every command", "Tùy chọn chung"),
    "help.of-the-book": ("Here: {values}", "Bộ sổ này có: {values}"),
    "help.examples": ("Examples, of the book {book}", "Ví dụ, với bộ sổ {book}"),
    "help.verbatim": ("{text}", "{text}"),
    "help.begin": (
        "There is no book here. One begins with a folder of three files:",
        "Ở đây chưa có bộ sổ. Một bộ sổ bắt đầu bằng thư mục có ba tệp:",
    ),
    "help.begun": (
        "Then `antq check` says whether all is well, and `antq summary` counts.",
        "Sau đó `antq check` cho biết đã đúng chưa, `antq summary` cho số liệu.",
    ),
    "help.exits": ("Exit codes", "Mã thoát"),
    "help.exit.0": ("fine", "bình thường"),
    "help.exit.1": ("findings, or rows left out", "có phát hiện hoặc có dòng bị bỏ ra"),
    "help.exit.2": ("refused: no figures", "bị từ chối: không có số liệu"),
    "help.exit.3": ("nothing to see", "không có gì để xem"),
    "help.exit.4": ("a fault of the program", "lỗi của chương trình"),
    "help.exit.130": ("interrupted", "bị ngắt"),
    "help.read-on": ("Read on", "Đọc thêm"),
    "help.command": ("command", "lệnh"),
    "help.option": ("options", "tuỳ chọn"),
    "help.tagline": (
        "The books of a pledge campaign: figures that can be proven to the line.",
        "Sổ sách của một cuộc vận động ký cam kết: số liệu chứng minh được đến từng dòng.",
    ),
    "help.more": ("`antq COMMAND --help` tells more of a command.", "`antq LỆNH --help` nói rõ hơn về một lệnh."),
    # Commands, and the panels in which they stand.
    "panel.count": ("Count", "Đếm"),
    "panel.check": ("Check", "Kiểm tra"),
    "command.pledges": ("pledges: who has signed, out of how many", "cam kết: ai đã ký, trên tổng số bao nhiêu"),
    "command.pledges summary": (
        "coverage by kind, at a unit or by level",
        "tỷ lệ ký theo đối tượng, ở một đơn vị hoặc theo cấp",
    ),
    "command.pledges trend": (
        "coverage at the end of each month, quarter or year, and how it changed",
        "tỷ lệ ký cuối mỗi tháng, quý hoặc năm, và mức thay đổi",
    ),
    "command.pledges gaps": (
        "units below the target, and how many signatures each still needs",
        "các đơn vị chưa đạt chỉ tiêu, và mỗi nơi còn cần bao nhiêu chữ ký",
    ),
    "command.teams": ("teams: what kinds there are, and how many", "các tổ: có những loại nào, bao nhiêu tổ"),
    "command.teams summary": ("teams by kind, at a unit or by level", "số tổ theo loại, ở một đơn vị hoặc theo cấp"),
    "command.units": (
        "places: what lies in what on a day, and the history of each",
        "các đơn vị: đơn vị nào thuộc đơn vị nào vào một ngày, và lịch sử từng đơn vị",
    ),
    "command.periods": (
        "the periods of a calendar, with their first and last days",
        "các kỳ của một lịch, có ngày đầu và ngày cuối",
    ),
    "command.check": (
        "every rule of every register: what is broken, where, and what to do",
        "mọi quy tắc trên mọi sổ đăng ký: sai gì, ở đâu, phải làm gì",
    ),
    "command.rules": (
        "what each rule is for, why, and how to mend what breaks it",
        "từng quy tắc để làm gì, vì sao, và cách sửa chỗ vi phạm",
    ),
    "command.summary": (
        "the campaign on one page: pledges, teams, models, the standard, published figures",
        "cả cuộc vận động trên một trang: cam kết, tổ, mô hình, tiêu chuẩn, số đã công bố",
    ),
    "command.models": (
        "models: which kinds there are, and how many of each",
        "các mô hình: có những loại nào, bao nhiêu mô hình",
    ),
    "command.models summary": (
        "models by kind, and whom they reach",
        "số mô hình theo loại, và có mặt ở bao nhiêu nơi",
    ),
    "command.standards": ("the safety standard: who meets it", "tiêu chuẩn “An toàn về ANTT”: ai đạt, ai chưa"),
    "command.standards summary": (
        "results by kind of subject and window; --criteria shows each criterion",
        "kết quả xét theo đối tượng và năm xét; --criteria cho xem từng tiêu chí",
    ),
    "command.returns": ("returns: who sent them, who did not", "các báo cáo: ai đã gửi, ai chưa"),
    "command.returns summary": ("expected, received, on time, missing", "phải gửi, đã nhận, đúng hạn, chưa gửi"),
    "command.claims": ("every published figure, held against the book", "từng số đã công bố, đối chiếu với sổ"),
    "command.reconcile": (
        "returns beside the journal or a register: both numbers, difference, factor",
        "báo cáo bên cạnh nhật ký hoặc sổ đăng ký: hai số, chênh lệch, hệ số",
    ),
    # Options; those with the name of a command behind them as that command takes them.
    "option.book": (
        "the book's folder (else ANTQ_BOOK, else the nearest upward with an antq.toml)",
        "thư mục của sổ (nếu không: ANTQ_BOOK, rồi thư mục gần nhất phía trên có antq.toml)",
    ),
    "option.as_of": (
        "count on this day: 2021-08-31 or 31/08/2021 (else the manifest's, else today)",
        "đếm đến ngày này: 2021-08-31 hoặc 31/08/2021 (nếu không: theo antq.toml, rồi hôm nay)",
    ),
    "option.on": (
        "the day of the map: 2025-07-01 or 01/07/2025 (a unit without it: in all of time)",
        "ngày của địa giới: 2025-07-01 hoặc 01/07/2025 (tra một đơn vị mà không ghi: mọi thời kỳ)",
    ),
    "option.period": (
        "count over this period, up to its last day: 2021, 2021-H1, 2021-Q3, 2021-08, 6T-2026",
        "đếm trong kỳ này, đến ngày cuối kỳ: 2021, 2021-H1, 2021-Q3, 2021-08, 6T-2026",
    ),
    "option.period.periods": ("show the year of this period", "cho xem năm của kỳ này"),
    "option.period.pledges trend": ("only the points within this period", "chỉ các mốc trong kỳ này"),
    "option.period.pledges gaps": ("count on the last day of this period", "đếm đến ngày cuối của kỳ này"),
    "option.period.teams summary": ("count on the last day of this period", "đếm đến ngày cuối của kỳ này"),
    "option.period.returns summary": (
        "the period that was to be reported (else the last one that has ended)",
        "kỳ phải báo cáo (nếu không: kỳ gần nhất đã kết thúc)",
    ),
    "option.period.reconcile": (
        "all returns of this period (else the latest of each unit)",
        "mọi báo cáo trong kỳ này (nếu không: báo cáo gần nhất của mỗi đơn vị)",
    ),
    "option.period.models summary": ("count on the last day of this period", "đếm đến ngày cuối của kỳ này"),
    "option.period.summary": (
        "the month's page: beside the period before, who did not report, who is far from target",
        "trang tháng: so với kỳ trước, nơi chưa báo cáo, nơi xa mức phấn đấu",
    ),
    "option.calendar": (
        "the calendar that periods are of (else the campaign's)",
        "lịch của các kỳ (nếu không: lịch của cuộc vận động)",
    ),
    "option.every": (
        "month, quarter or year (else month)",
        "month, quarter hoặc year: tháng, quý hoặc năm (nếu không: tháng)",
    ),
    "option.unit": (
        "a unit to count, by its code or its name on the basis, or “Sơn*”; several are told one by one (else the top)",
        "đơn vị cần đếm: mã, tên vào ngày của địa giới, hoặc “Sơn*”; có thể ghi nhiều (nếu không: đơn vị đứng đầu)",
    ),
    "option.unit.summary": (
        "the unit to count, by its code or its name on the basis (else the campaign's top)",
        "đơn vị cần đếm, theo mã hoặc tên vào ngày của địa giới (nếu không: đơn vị đứng đầu)",
    ),
    "option.unit.reconcile": (
        "the unit to count, by its code or its name on the basis (else the campaign's top)",
        "đơn vị cần đếm, theo mã hoặc tên vào ngày của địa giới (nếu không: đơn vị đứng đầu)",
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
        "the level of the units, or a kind of organisation (else the next level below)",
        "cấp của các đơn vị, hoặc loại cơ quan, nhà trường… (nếu không: cấp liền dưới)",
    ),
    "option.by.returns summary": (
        "one row for each unit of this level, and who did not report",
        "mỗi đơn vị thuộc cấp này một dòng, với nơi chưa gửi",
    ),
    "option.by.summary": (
        "the annex: one row for each unit of this level, everything beside each other",
        "phụ lục: mỗi đơn vị thuộc cấp này một dòng, đủ các cột",
    ),
    "option.kind.summary": (
        "only this measure, such as pledges.household, or this kind of every family; may be repeated",
        "chỉ chỉ tiêu này, như pledges.household, hoặc loại này ở mọi phần; có thể ghi nhiều lần",
    ),
    "option.kind": ("only this kind; may be repeated", "chỉ loại này; có thể ghi nhiều lần"),
    "option.basis": (
        "group by the map of this day: then (its own), now, or a day",
        "xếp theo địa giới ngày này: then (ngày đếm), now (hôm nay), hoặc một ngày",
    ),
    "option.vs": ("compare with the end of this period, or with this day", "so với cuối kỳ này, hoặc với ngày này"),
    "option.vs.summary": (
        "compare with the end of this period, or with this day (else the period before)",
        "so với cuối kỳ này, hoặc với ngày này (nếu không: kỳ liền trước)",
    ),
    "option.sort": (
        "the order of the rows of --by: code, name, rate, missing or change, the highest first; -rate: the other way",
        "thứ tự các dòng của --by: code (mã), name (tên), rate (tỷ lệ), missing (còn thiếu), change; -rate: ngược lại",
    ),
    "option.sort.standards summary": (
        "the order of the rows of --by: code, name, rate or missing, the highest first; -rate: the other way",
        "thứ tự các dòng của --by: code (mã), name (tên), rate (tỷ lệ), missing (còn thiếu); -rate: ngược lại",
    ),
    "option.sort.pledges gaps": (
        "the order of the rows: code, name, rate or missing (who needs most first); -rate: the other way",
        "thứ tự các dòng: code (mã), name (tên), rate (tỷ lệ), missing (cần thêm nhiều trước); -rate: ngược lại",
    ),
    "option.top": (
        "only the first N rows of the order; the others as one sum",
        "chỉ N dòng đầu theo thứ tự; các dòng khác cộng lại một dòng",
    ),
    "option.below_target": (
        "of the rows of --by only those below the target of antq.toml",
        "trong các dòng của --by chỉ hiện các đơn vị dưới mức phấn đấu ghi trong antq.toml",
    ),
    "option.columns": (
        "the periods as columns: one row for each unit and kind",
        "các kỳ thành cột: mỗi đơn vị và loại một dòng",
    ),
    "option.fresh": (
        "leave old numbers out: they count as not reported",
        "không tính số cũ: coi như chưa báo cáo",
    ),
    "option.target": (
        "the share to reach, such as 95% (else the manifest's, else 100%)",
        "tỷ lệ cần đạt, như 95% (nếu không: theo antq.toml, rồi 100%)",
    ),
    "option.format": ("table, json, csv or md", "table, json, csv hoặc md"),
    "option.format.check": (
        "full, concise, json, jsonl, csv, md, github, junit or sarif",
        "full, concise, json, jsonl, csv, md, github, junit hoặc sarif",
    ),
    "option.output": (
        "write to this file; its suffix implies the format",
        "ghi vào tệp này; đuôi tệp nói lên định dạng",
    ),
    "option.excel": (
        "CSV for Excel: BOM, ;, decimal commas, dd/mm/yyyy",
        "CSV cho Excel: BOM, dấu ;, dấu phẩy thập phân, dd/mm/yyyy",
    ),
    "option.lang": (
        "vi or en (else ANTQ_LANG, the book's, the locale's)",
        "vi hoặc en (nếu không: ANTQ_LANG, theo sổ, theo hệ thống)",
    ),
    "option.hashes": (
        "say the hash of the book, large registers as well",
        "nói rõ mã băm của sổ, kể cả các sổ đăng ký lớn",
    ),
    "option.values": ("show codes of households and other withheld values", "hiện mã hộ và các giá trị đang ẩn khác"),
    "option.quiet": (
        "only the result, and one line if anything was found",
        "chỉ in kết quả; có phát hiện thì thêm một dòng",
    ),
    "option.verbose": ("say which book was counted, and why on this day", "nói rõ đã đếm sổ nào và vì sao vào ngày đó"),
    "option.debug": ("show the traceback of an internal error", "hiện dấu vết của lỗi bên trong"),
    "option.version": ("show the version", "hiện phiên bản"),
    "option.show_completion": (
        "print what the shell needs to complete lines: bash, zsh, fish or powershell",
        "in đoạn mã giúp shell tự điền tiếp khi gõ lệnh: bash, zsh, fish hoặc powershell",
    ),
    "option.help": ("show this help", "hiện trợ giúp này"),
    "option.window": (
        "the window, a year on each subject's calendar (else that of the day)",
        "năm xét, theo lịch của từng đối tượng (nếu không: năm có ngày đếm)",
    ),
    "option.criteria": (
        "show each criterion of the unit, or of the units of --by",
        "cho xem từng tiêu chí của đơn vị, hoặc của các đơn vị thuộc --by",
    ),
    "option.select": (
        "only rules whose code is or begins with this, such as D or X2; may be repeated",
        "chỉ các quy tắc có mã là, hoặc bắt đầu bằng, như D hay X2; lặp lại được",
    ),
    "option.ignore": (
        "not the rules whose code is or begins with this; may be repeated",
        "bỏ các quy tắc có mã là, hoặc bắt đầu bằng; lặp lại được",
    ),
    "option.register": (
        "only this register, or book for the manifest; may be repeated",
        "chỉ sổ đăng ký này, hoặc book là tệp antq.toml; lặp lại được",
    ),
    "option.examples": (
        "show so many findings of each rule in a register; 0 shows the counts alone",
        "hiện chừng này phát hiện của mỗi quy tắc trong một sổ đăng ký; 0 chỉ hiện số đếm",
    ),
    "option.statistics": (
        "show counts by rule instead of findings",
        "hiện số đếm theo quy tắc thay cho từng phát hiện",
    ),
    "option.baseline": (
        "do not tell the findings that this file knows",
        "không nêu những phát hiện mà tệp này đã biết",
    ),
    "option.write_baseline": (
        "write what is found now into this file, as known from now on",
        "ghi những gì vừa phát hiện vào tệp này, từ nay coi là đã biết",
    ),
    "option.fail_on": (
        "error, warning or never: from which severity on the exit code is 1 (else error)",
        "error, warning hoặc never: từ mức nào thì mã thoát là 1 (nếu không: error)",
    ),
    # What each line of the examples is for.
    "example.antq.1": ("The campaign of the sample on one page.", "Cả cuộc vận động trong bộ sổ mẫu trên một trang."),
    "example.antq.2": ("Who has signed, a row a commune.", "Ai đã ký, mỗi xã một dòng."),
    "example.antq.3": ("Whether everything in the book is well.", "Bộ sổ có chỗ nào sai không."),
    "example.summary.1": ("On the day of the book.", "Vào ngày của bộ sổ."),
    "example.summary.2": ("Of one commune, by its name.", "Của một xã, theo tên."),
    "example.summary.3": ("On another day.", "Vào một ngày khác."),
    "example.pledges summary.1": ("A row a commune, and the total.", "Mỗi xã một dòng, và tổng cộng."),
    "example.pledges summary.2": (
        "At the end of a quarter, compared with the one before.",
        "Cuối một quý, so với quý trước.",
    ),
    "example.pledges summary.3": (
        "The figures of 2021 by the communes of 2025, for a spreadsheet.",
        "Số liệu năm 2021 xếp theo các xã của năm 2025, để mở bằng bảng tính.",
    ),
    "example.pledges trend.1": ("Month by month.", "Từng tháng một."),
    "example.pledges trend.2": ("Quarter by quarter, of one commune.", "Từng quý một, của một xã."),
    "example.pledges trend.3": ("A column a month, a row a commune.", "Mỗi tháng một cột, mỗi xã một dòng."),
    "example.pledges gaps.1": ("Communes below 95 %, the furthest first.", "Các xã chưa đạt 95%, xa nhất đứng trước."),
    "example.pledges gaps.2": ("The residential areas of one commune.", "Các khu dân cư của một xã."),
    "example.pledges gaps.3": ("The five with the lowest rates.", "Năm đơn vị có tỷ lệ thấp nhất."),
    "example.teams summary.1": ("A row a commune.", "Mỗi xã một dòng."),
    "example.teams summary.3": (
        "A row an area, with subtotals of the two communes.",
        "Mỗi khu dân cư một dòng, có cộng theo hai xã.",
    ),
    "example.teams summary.2": ("On a later day, for a script.", "Vào một ngày về sau, cho máy đọc."),
    "example.models summary.1": ("A row a commune.", "Mỗi xã một dòng."),
    "example.models summary.2": ("Of one commune.", "Của một xã."),
    "example.models summary.3": ("Of all whose name begins so.", "Của các đơn vị có tên bắt đầu như vậy."),
    "example.standards summary.1": ("The results of a year.", "Kết quả xét của một năm."),
    "example.standards summary.2": (
        "Each criterion of one residential area, so far.",
        "Từng tiêu chí của một khu dân cư, đến nay.",
    ),
    "example.returns summary.1": ("The last period that has ended.", "Kỳ gần nhất đã kết thúc."),
    "example.returns summary.2": ("One kind, in one month.", "Một loại, trong một tháng."),
    "example.units.1": ("By its name, in all of time.", "Theo tên, mọi thời kỳ."),
    "example.units.2": ("What a code meant on a day.", "Một mã là đơn vị nào vào một ngày."),
    "example.units.3": ("The whole tree on the day of the book.", "Cả cây đơn vị vào ngày của bộ sổ."),
    "example.periods.1": ("The year of the day of the book.", "Năm có ngày của bộ sổ."),
    "example.periods.2": ("A year of another calendar.", "Một năm của lịch khác."),
    "example.claims.1": ("Every published figure.", "Từng số đã công bố."),
    "example.claims.2": ("For a spreadsheet, whatever differs.", "Để mở bằng bảng tính, dù có số khác."),
    "example.reconcile.1": ("The latest return of each unit.", "Báo cáo gần nhất của mỗi đơn vị."),
    "example.reconcile.2": ("One kind, in one commune.", "Một loại, trong một xã."),
    "example.check.1": ("All rules, all registers.", "Mọi quy tắc, mọi sổ đăng ký."),
    "example.check.2": ("Values and references alone, into a file.", "Chỉ giá trị và tham chiếu, ghi vào tệp."),
    "example.check.3": ("One register, at most three findings a rule.", "Một sổ đăng ký, mỗi quy tắc nhiều nhất ba."),
    "example.rules.1": ("One rule in full.", "Một quy tắc, nói rõ."),
    "example.rules.2": ("Those whose code begins so.", "Các quy tắc có mã bắt đầu như vậy."),
    # What the value of an option is called.
    "metavar.DIR": ("DIR", "THƯ MỤC"),
    "metavar.DATE": ("DATE", "NGÀY"),
    "metavar.PERIOD": ("PERIOD", "KỲ"),
    "metavar.CALENDAR": ("CALENDAR", "LỊCH"),
    "metavar.EVERY": ("EVERY", "NHỊP"),
    "metavar.UNIT": ("CODE|NAME", "MÃ|TÊN"),
    "metavar.BASIS": ("BASIS", "ĐỊA GIỚI"),
    "metavar.ORDER": ("ORDER", "THỨ TỰ"),
    "metavar.PERCENT": ("PERCENT", "TỶ LỆ"),
    "metavar.LEVEL": ("LEVEL", "CẤP"),
    "metavar.KIND": ("KIND", "LOẠI"),
    "metavar.FORMAT": ("FORMAT", "ĐỊNH DẠNG"),
    "metavar.FILE": ("FILE", "TỆP"),
    "metavar.LANG": ("LANG", "TIẾNG"),
    "metavar.YEAR": ("YEAR", "NĂM"),
    "metavar.CODE": ("CODE", "MÃ"),
    "metavar.REGISTER": ("REGISTER", "SỔ"),
    "metavar.N": ("N", "N"),
    "metavar.SHELL": ("SHELL", "SHELL"),
    "metavar.SEVERITY": ("SEVERITY", "MỨC"),
}

"""What help says of each option; those with the name of a command behind them as that command takes them."""

_IMPORTING = ("import returns", "import activities")
TEXTS = {
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
        "md, json, csv, html, docx or xlsx (docx and xlsx only into a file)",
        "md, json, csv, html, docx hoặc xlsx (docx và xlsx phải ghi vào tệp)",
    ),
    "option.output.report": (
        "write to this file; its suffix says the format: .docx .xlsx .html .md .json .csv; may be repeated",
        "ghi vào tệp này; định dạng theo đuôi tệp: .docx .xlsx .html .md .json .csv; có thể ghi nhiều lần",
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
    "option.no_cache": (
        "find the answer out anew, and remember nothing of it",
        "tính lại từ đầu, không dùng và không nhớ kết quả",
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
    # Those of the commands by which rows are entered.
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
    "option.mapping": ("the file that says what each column is", "tệp khai báo cột nào là gì"),
    "option.save_mapping": (
        "write what was found of the columns into this file, to be looked through and used next month",
        "ghi các cột đã nhận ra vào tệp này để xem lại và dùng cho tháng sau",
    ),
    "option.cells": ("only these cells, such as A5:H30", "chỉ vùng ô này, ví dụ A5:H30"),
    "option.separator": (
        "what separates the cells of a text file where it cannot be told: comma, semicolon or tab",
        "dấu ngăn cách ô của tệp văn bản khi không tự nhận ra: comma (dấu phẩy), semicolon (dấu chấm phẩy) hoặc tab",
    ),
    "option.compare": (
        "tell also what the book has of these days and the sheets have not",
        "liệt kê cả những gì bộ sổ có mà biểu không có",
    ),
    "option.on.import returns": ("the day as of which was counted", "số liệu tính đến ngày này"),
    "option.on.import activities": ("the one day on which it was done", "ngày diễn ra, nếu chỉ trong một ngày"),
    "option.period.import activities": (
        "the days within which it was done: a period such as 2021-08, or FIRST..LAST",
        "khoảng ngày diễn ra: một kỳ như 2021-08, hoặc NGÀY-ĐẦU..NGÀY-CUỐI",
    ),
    # What both commands take by which sheets come in.
    **{
        f"option.sheet.{command}": (
            "the sheet by its name or its number; '*' are all (default: the only one)",
            "trang tính, theo tên hoặc số thứ tự; '*' là tất cả (mặc định: trang duy nhất)",
        )
        for command in _IMPORTING
    },
    **{
        f"option.unit.{command}": (
            "only units below this one; a sheet without a column of units is of it",
            "chỉ các đơn vị thuộc đơn vị này; biểu không có cột đơn vị là của đơn vị này",
        )
        for command in _IMPORTING
    },
    **{
        f"option.ignore.{command}": (
            "pass over a total that differs (I301), or a warning; may be repeated",
            "bỏ qua dòng tổng không khớp (I301), hoặc một cảnh báo; có thể ghi nhiều lần",
        )
        for command in _IMPORTING
    },
    **{
        f"option.replace.{command}": (
            "let the sheet replace what the book has otherwise",
            "thay số trong bộ sổ bằng số của biểu khi hai bên khác nhau",
        )
        for command in _IMPORTING
    },
    **{
        f"option.partial.{command}": (
            "write what is not refused, also where something is",
            "ghi các dòng nhận được, kể cả khi có dòng không nhận",
        )
        for command in _IMPORTING
    },
    **{
        f"option.template.{command}": (
            "write a sheet to be filled in into this file (.xlsx) instead",
            "thay vì nhập, ghi biểu mẫu để điền vào tệp này (.xlsx)",
        )
        for command in _IMPORTING
    },
    "option.check": (
        "write nothing; exit code 1 where a file is to be formatted",
        "không ghi gì; mã kết thúc 1 nếu có tệp cần trình bày lại",
    ),
    "option.diff": ("write nothing, and show what would change", "không ghi gì, chỉ xem những chỗ sẽ đổi"),
    "option.mend": (
        "put these files right: `;` or tabs, UTF-16, windows-1258, days as on paper; shown only, without --write",
        "sửa các tệp này: dấu `;` hoặc tab, UTF-16, windows-1258, ngày kiểu giấy tờ; chỉ xem nếu không có --write",
    ),
    "option.dates": (
        "how days are to be read where they do not tell it: dmy, mdy, or serial numbers of Excel",
        "cách đọc ngày khi tự ngày không cho biết: dmy (ngày trước), mdy (tháng trước), serial (số của Excel)",
    ),
    "option.encoding": (
        "the coding of the files where their bytes do not prove it: utf-8, utf-16 or windows-1258",
        "bảng mã của tệp khi không xác định chắc được: utf-8, utf-16 hoặc windows-1258",
    ),
    "option.write": ("write what is shown without it", "ghi những gì cho xem khi không có --write"),
}

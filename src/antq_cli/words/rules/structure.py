"""The rules of structure: what makes a file one that can be read."""

TEXTS = {
    "F001.name": ("no-book", "không có bộ sổ"),
    "F001.holds": ("A book is a folder with an antq.toml.", "Bộ sổ là một thư mục có tệp antq.toml."),
    "F001.why": (
        (
            "The manifest says what the registers are about, which unit is the top, and how each kind is "
            "counted. Without it no row means anything."
        ),
        (
            "antq.toml cho biết các sổ đăng ký ghi về việc gì, đơn vị nào cao nhất và mỗi loại được tính ra "
            "sao; không có tệp này thì không dòng nào có nghĩa."
        ),
    ),
    "F001.what": (
        "No book found: there is no antq.toml in {asked}.",
        "Không tìm thấy bộ sổ: không có antq.toml trong {asked}.",
    ),
    "F001.fix": (
        (
            "Name the book's folder with --book, or go into it. To begin a book, run `antq` in an empty folder. "
            "Tiếng Việt: `--lang vi`."
        ),
        (
            "Chỉ ra thư mục của bộ sổ bằng --book, hoặc chuyển vào thư mục đó. Để lập bộ sổ mới, chạy `antq` "
            "trong thư mục trống."
        ),
    ),
    "F002.name": ("unreadable-file", "tệp không đọc được"),
    "F002.holds": ("Every file of the book can be opened and read.", "Mọi tệp của bộ sổ đều mở và đọc được."),
    "F002.why": (
        (
            "A register that cannot be opened is not an empty one. Counted without it, a unit would look as if "
            "nobody there had signed."
        ),
        (
            "Sổ đăng ký không mở được không phải là sổ đăng ký trống: nếu vẫn tính thì các đơn vị trong đó như thể "
            "không ai ký."
        ),
    ),
    "F002.what": ("The file cannot be read: {why}.", "Không đọc được tệp: {why}."),
    "F002.fix": (
        "Put a readable file in its place, or give read permission.",
        "Thay bằng tệp đọc được, hoặc cấp quyền đọc.",
    ),
    "F003.name": ("two-forms", "sổ đăng ký nhiều dạng"),
    "F003.holds": (
        "Each register has one form: a CSV file, a TOML file or a folder of such files.",
        "Mỗi sổ đăng ký chỉ có một dạng trong bộ sổ: tệp CSV, tệp TOML hoặc thư mục gồm các tệp như vậy.",
    ),
    "F003.why": (
        (
            "One of two copies is out of date, and nobody can tell which. Read together, they would count "
            "everything twice."
        ),
        "Trong hai bản có một bản đã cũ mà không biết là bản nào; đọc cả hai thì mọi thứ bị tính hai lần.",
    ),
    "F003.what": (
        "The register {in_} is here in several forms: {forms}.",
        "Có nhiều dạng của {in_}: {forms}.",
    ),
    "F003.fix": ("Keep one of them.", "Giữ lại một dạng."),
    "F004.name": ("not-utf-8", "không phải UTF-8"),
    "F004.holds": ("Every file is UTF-8.", "Mọi tệp dùng bảng mã UTF-8."),
    "F004.why": (
        (
            "In windows-1258, TCVN3 or VNI the same bytes are other letters. A guess would change names "
            "silently, and nobody would find the unit again."
        ),
        (
            "Trong windows-1258, TCVN3 hay VNI, cùng một byte là chữ khác. Đoán bảng mã có thể làm sai tên mà "
            "không ai biết, và đơn vị bị sai tên thì không tìm ra nữa."
        ),
    ),
    "F004.what": (
        "The file is not UTF-8: the byte {value} ({guess}).",
        "Tệp không phải UTF-8: byte {value} ({guess}).",
    ),
    "F004.fix": (
        (
            "Save the file as UTF-8. Excel: “CSV UTF-8”; Notepad: Encoding: UTF-8. A CSV file of a register: "
            "`antq fmt --mend FILE` shows what it would be."
        ),
        (
            "Trong Excel chọn “CSV UTF-8”; trong Notepad chọn Encoding: UTF-8. Với tệp CSV của sổ đăng ký, "
            "`antq fmt --mend TỆP` cho xem trước rồi sửa."
        ),
    ),
    "F005.name": ("nul", "ký tự NUL"),
    "F005.holds": ("No file has a NUL character.", "Không tệp nào có ký tự NUL."),
    "F005.why": (
        "NUL is a sign of damage or of UTF-16. Some programs stop at it and lose the rest of the file.",
        "NUL là dấu hiệu tệp hỏng hoặc là UTF-16; có chương trình dừng ở đó và bỏ mất phần còn lại của tệp.",
    ),
    "F005.what": ("The file has NUL characters: {n}.", "Tệp có ký tự NUL: {n}."),
    "F005.fix": (
        "Restore the file from a good copy.",
        "Khôi phục tệp từ bản tốt.",
    ),
    "F006.name": ("lone-cr", "dấu xuống dòng sai"),
    "F006.holds": ("Lines end with LF or CRLF.", "Dòng kết thúc bằng LF hoặc CRLF."),
    "F006.why": (
        (
            "Some programs end a line at a lone carriage return, others do not: the same file would have other "
            "rows on another computer."
        ),
        (
            "Ký tự CR đứng một mình có chương trình coi là hết dòng, có chương trình không: cùng một tệp mà mỗi máy "
            "đọc ra các dòng khác nhau."
        ),
    ),
    "F006.what": (
        "A line ends with a carriage return alone, without a line feed.",
        "Dấu xuống dòng không đúng (CR không kèm LF).",
    ),
    "F006.fix": ("Save the file with LF or CRLF line ends.", "Lưu tệp với dấu xuống dòng LF hoặc CRLF."),
    "F007.name": ("bom-inside", "BOM ở giữa tệp"),
    "F007.holds": (
        "A byte order mark stands only at the beginning of a file.",
        "Ký tự đánh dấu đầu tệp (BOM) chỉ có ở đầu tệp.",
    ),
    "F007.why": (
        (
            "Inside a file it is invisible, and a code that carries it matches no other code. It remains where "
            "files were joined, usually with a second header among the rows."
        ),
        (
            "Ở giữa tệp thì không nhìn thấy BOM, và mã có ký tự này sẽ không khớp với mã nào khác. Đó là dấu "
            "vết các tệp bị nối vào nhau, thường kèm một dòng tiêu đề thứ hai."
        ),
    ),
    "F007.what": (
        "The file has a byte order mark (U+FEFF) in the middle: {n}.",
        "Có ký tự đánh dấu đầu tệp (BOM, U+FEFF) ở giữa tệp: {n}.",
    ),
    "F007.fix": (
        "Delete it. Files were probably joined, so look for a second header as well.",
        "Xóa ký tự đó; có lẽ các tệp đã bị nối vào nhau, hãy tìm cả dòng tiêu đề thứ hai.",
    ),
    "F008.name": ("stray-quote", "ngoặc kép sai chỗ"),
    "F008.holds": (
        "Quotation marks stand around a whole cell; those inside it are doubled.",
        "Dấu ngoặc kép bao trọn cả ô, dấu ở bên trong thì viết đôi.",
    ),
    "F008.why": (
        (
            "Otherwise nobody can tell where the cell ends, and a comma in a name moves every number after it into "
            "another column."
        ),
        "Nếu không thì không biết ô kết thúc ở đâu, và một dấu phẩy trong tên sẽ đẩy mọi số đứng sau sang cột khác.",
    ),
    "F008.what": (
        "A quotation mark stands inside an unquoted cell, or text follows a closing one.",
        "Có dấu ngoặc kép trong ô không mở đầu bằng ngoặc kép, hoặc còn chữ sau ngoặc kép đóng.",
    ),
    "F008.fix": (
        'Put the whole cell in quotation marks and double those inside it: "a ""b"" c".',
        'Đặt cả ô trong ngoặc kép và viết đôi các ngoặc kép bên trong: "a ""b"" c".',
    ),
    "F009.name": ("unclosed-quote", "ngoặc kép chưa đóng"),
    "F009.holds": ("Every quotation mark that opens a cell is closed.", "Dấu ngoặc kép mở đầu một ô đều được đóng."),
    "F009.why": (
        "An open quotation mark swallows the rest of the file into one cell, and all those rows are lost.",
        "Ngoặc kép không đóng gom phần còn lại của tệp vào một ô, và mọi dòng trong đó bị mất.",
    ),
    "F009.what": ("A quotation mark is opened and never closed.", "Có ngoặc kép mở mà không đóng."),
    "F009.fix": ("Close it at the end of the cell.", "Đóng ngoặc kép ở cuối ô."),
    "F010.name": ("no-header", "thiếu dòng tiêu đề"),
    "F010.holds": ("The first line of a register names its columns.", "Dòng đầu của sổ đăng ký ghi tên các cột."),
    "F010.why": (
        (
            "Without names nobody knows which number is the count and which is the total. Delete title rows "
            "above the header."
        ),
        (
            "Không có tên cột thì không biết số nào là số ký, số nào là tổng số. Bảng tính thường có dòng tên bảng ở "
            "phía trên; phải bỏ dòng đó đi."
        ),
    ),
    "F010.what": (
        "The first line names no column of {in_}.",
        "Dòng đầu không có tên cột nào của {in_}.",
    ),
    "F010.fix": ("Write the columns into the first line: {columns}.", "Ghi tên các cột vào dòng đầu: {columns}."),
    "F011.name": ("short-row", "dòng thiếu ô"),
    "F011.holds": (
        "A row has as many cells as the header, blank ones included.",
        "Mỗi dòng có đủ số ô như dòng tiêu đề, kể cả ô trống.",
    ),
    "F011.why": (
        ("Where a cell is missing, the cells after it move one column to the left, and a total is read as a count."),
        "Thiếu một ô thì các ô sau lệch sang trái một cột, và tổng số bị đọc thành số ký.",
    ),
    "F011.what": (
        "The row has too few cells: {n}, and the header has {expected} columns.",
        "Dòng thiếu ô: có {n} ô, tiêu đề có {expected} cột.",
    ),
    "F011.fix": (
        "Add the missing cells, also blank ones; delete an empty line or a row of totals.",
        "Ghi đủ các ô, kể cả ô trống; xóa dòng rỗng, dòng tổng cộng.",
    ),
    "F012.name": ("long-row", "dòng thừa ô"),
    "F012.holds": ("A row has no more cells than the header.", "Không dòng nào nhiều ô hơn dòng tiêu đề."),
    "F012.why": (
        (
            "Usually a name or a number has a comma: 25,915 becomes 25 and 915, and the cells after it move to "
            "the right."
        ),
        "Thường là có dấu phẩy trong tên hoặc trong số: 25,915 thành 25 và 915, và các ô sau lệch sang phải.",
    ),
    "F012.what": (
        "The row has too many cells: {n}, and the header has {expected} columns.",
        "Dòng thừa ô: có {n} ô, tiêu đề có {expected} cột.",
    ),
    "F012.fix": (
        "Delete the extra cells, or put a cell with a comma in quotation marks.",
        "Xóa ô thừa, hoặc đặt ô có dấu phẩy trong ngoặc kép.",
    ),
    "F013.name": ("unknown-column", "cột lạ"),
    "F013.holds": (
        "A register has only the columns that antq knows.",
        "Sổ đăng ký chỉ có những cột đã quy định.",
    ),
    "F013.why": (
        (
            "A misspelt column would count as blank. What counting does not need, names of people above all, "
            "has no place in a book."
        ),
        (
            "Cột viết sai tên sẽ bị coi là bỏ trống. Thông tin không cần cho việc thống kê, trước hết là họ "
            "tên, không được để trong bộ sổ."
        ),
    ),
    "F013.what": ("The register {in_} has no column {column}.", "Không có cột {column} trong {in_}."),
    "F013.fix": (
        "Rename or delete the column; it should be one of: {allowed}.",
        "Đổi tên hoặc xóa cột này; cột phải là một trong: {allowed}.",
    ),
    "F014.name": ("missing-column", "thiếu cột"),
    "F014.holds": ("A register has every required column.", "Sổ đăng ký có đủ các cột bắt buộc."),
    "F014.why": (
        ("Without it no row can be placed or dated: nobody knows since when a pledge without a day has been in force."),
        (
            "Thiếu cột đó thì không dòng nào xếp được vào đơn vị hay vào ngày nào: cam kết không có ngày thì "
            "không biết có hiệu lực từ bao giờ."
        ),
    ),
    "F014.what": ("The column {column} is missing.", "Thiếu cột {column}."),
    "F014.fix": ("Add the column {column}.", "Thêm cột {column}."),
    "F015.name": ("repeated-column", "cột trùng"),
    "F015.holds": ("Each column stands once.", "Mỗi cột chỉ có một lần."),
    "F015.why": (
        (
            "Of two columns with one name a program keeps one, not always the same, and the numbers in the "
            "other are lost."
        ),
        ("Hai cột cùng tên thì chương trình chỉ giữ một, không phải lúc nào cũng là một cột, và số ở cột kia bị mất."),
    ),
    "F015.what": ("The column {column} stands twice.", "Cột {column} có hai lần."),
    "F015.fix": ("Keep one of them.", "Giữ lại một cột."),
    "F016.name": ("invalid-toml", "sai cú pháp TOML"),
    "F016.holds": ("TOML files follow the grammar of TOML.", "Tệp TOML viết đúng cú pháp TOML."),
    "F016.why": (
        "After the first fault nobody can say which table a value belongs to.",
        "Sau lỗi đầu tiên thì không biết giá trị nào thuộc bảng nào; đọc nửa tệp dễ cho số liệu sai.",
    ),
    "F016.what": ("This is not valid TOML: {what}.", "Sai cú pháp TOML: {what}."),
    "F016.fix": ("Correct the line.", "Sửa dòng này."),
    "F017.name": ("not-an-array-of-tables", "bảng TOML khác tên"),
    "F017.holds": (
        "A TOML register has only tables of its own name.",
        "Sổ đăng ký dạng TOML chỉ gồm các bảng mang tên của nó.",
    ),
    "F017.why": (
        (
            "What stands under another name, such as [[unit]] for [[units]], would be skipped silently, with "
            "all its rows."
        ),
        (
            "Những gì ghi dưới tên khác, như [[unit]] thay vì [[units]], sẽ bị bỏ qua mà không ai biết, kéo "
            "theo các dòng trong đó."
        ),
    ),
    "F017.what": (
        "{value} must not stand here: the file may have only tables [[{register}]].",
        "{value} không được có ở đây: tệp chỉ gồm các bảng [[{register}]].",
    ),
    "F017.fix": ("Write each row as a table [[{register}]].", "Ghi mỗi dòng thành một bảng [[{register}]]."),
    "F018.name": ("stray-file", "tệp lạ"),
    "F018.holds": (
        "No stray file or folder beside the registers looks like one.",
        "Bên cạnh các sổ đăng ký không có tệp hay thư mục nào trông giống sổ đăng ký.",
    ),
    "F018.why": (
        "A file return.csv or a folder Claims is not read, while its author believes that the rows count.",
        (
            "Tệp return.csv (đúng ra là returns.csv) hay thư mục Claims (đúng ra là claims) không được đọc, trong "
            "khi người ghi tin rằng các dòng của mình đã được tính."
        ),
    ),
    "F018.what": (
        "No register has this name, so nothing reads it.",
        "Tên này không phải là sổ đăng ký nào; tệp hoặc thư mục này không được đọc.",
    ),
    "F018.fix": (
        "Rename it to a register's name, or move it elsewhere.",
        "Đổi thành tên của một sổ đăng ký, hoặc chuyển đi nơi khác.",
    ),
    "F019.name": ("missing-register", "thiếu sổ đăng ký"),
    "F019.holds": (
        "The book has every register that its figures are counted from.",
        "Bộ sổ có đủ các sổ đăng ký mà theo antq.toml là nguồn số liệu.",
    ),
    "F019.why": (
        (
            "A missing register is not one without rows. Its figures would be 0, as if nobody had signed, "
            "where nothing is known."
        ),
        (
            "Thiếu sổ đăng ký khác với sổ đăng ký chưa có dòng nào. Số liệu sẽ thành 0, như thể không ai ký, "
            "trong khi thật ra là chưa biết."
        ),
    ),
    "F019.what": (
        "The register {in_} is missing, and antq.toml says that figures are counted from it.",
        "Thiếu {in_}: theo antq.toml, số liệu lấy từ sổ đăng ký này.",
    ),
    "F019.fix": (
        "Add {register}.csv; if there is nothing to enter yet, with its header alone.",
        "Thêm {register}.csv, chỉ có dòng tiêu đề nếu chưa có gì để ghi.",
    ),
    "F020.name": ("other-separator", "dấu ngăn cách khác"),
    "F020.holds": ("Cells are separated by commas.", "Các ô ngăn cách bằng dấu phẩy."),
    "F020.why": (
        (
            "Where the comma is the decimal mark, spreadsheets write semicolons into CSV files. antq does not "
            "guess the separator, since a wrong guess splits names."
        ),
        (
            "Ở máy dùng dấu phẩy thập phân, bảng tính ghi dấu chấm phẩy vào tệp CSV. Nếu tự đoán dấu ngăn cách "
            "thì có lúc tách nhầm một ô thành hai."
        ),
    ),
    "F020.what": (
        "The cells are separated by {separated}.",
        "Tệp ngăn cách ô bằng {separated}.",
    ),
    "F020.fix": (
        (
            "Run `antq fmt --mend FILE`, or save it with commas. Excel: File, Options, Advanced, clear “Use system "
            "separators”, decimal separator “.”, then save as “CSV UTF-8”; LibreOffice asks for the separator."
        ),
        (
            "Chạy `antq fmt --mend TỆP`, hoặc lưu lại với dấu phẩy. Excel: Tệp (File), Tùy chọn (Options), Nâng cao "
            "(Advanced), bỏ “Use system separators”, dấu thập phân “.”, rồi lưu kiểu “CSV UTF-8”; LibreOffice hỏi "
            "dấu ngăn cách khi lưu."
        ),
    ),
    "F021.name": ("lines-above-the-header", "dòng trên tiêu đề"),
    "F021.holds": ("Nothing stands above the header.", "Phía trên dòng tiêu đề không có dòng nào."),
    "F021.why": (
        "A title in the first line is taken for the names of the columns, and then no column has its name.",
        "Tên bảng ở dòng đầu bị hiểu là tên các cột, và khi đó không cột nào có tên đúng.",
    ),
    "F021.what": (
        "The column names stand in line {line}, not in the first; lines above: {n}.",
        "Tên các cột ở dòng {line}, không phải dòng đầu; số dòng ở phía trên: {n}.",
    ),
    "F021.fix": (
        "Delete the lines above the header. `antq fmt --mend FILE` drops those of one cell.",
        "Xóa các dòng phía trên dòng tiêu đề. `antq fmt --mend TỆP` bỏ các dòng chỉ có một ô.",
    ),
    "F022.name": ("headings-in-other-words", "tiêu đề bằng tên khác"),
    "F022.holds": (
        "Columns have the names that antq knows, in small letters.",
        "Các cột mang đúng tên mà antq biết, viết thường.",
    ),
    "F022.why": (
        (
            "Offices name the same column differently, and one word may mean two columns: Mã is a unit in one "
            "table and a household in another."
        ),
        (
            "Mỗi nơi gọi một cột một cách, và một từ có thể là hai cột: Mã ở bảng này là đơn vị, ở bảng kia là "
            "hộ. Vì vậy tên cột được thống nhất."
        ),
    ),
    "F022.what": (
        "The header uses other column names: {columns}.",
        "Dòng tiêu đề dùng tên cột khác: {columns}.",
    ),
    "F022.fix": (
        "Write the header as {right}. `antq fmt --mend FILE` does so where it knows every heading.",
        "Ghi dòng tiêu đề là {right}. `antq fmt --mend TỆP` tự ghi nếu nhận ra mọi tên cột.",
    ),
    "F023.name": ("unmerged-versions", "còn dấu xung đột"),
    "F023.holds": (
        "A file is one version, without marks of an unfinished merge.",
        "Mỗi tệp là một bản duy nhất, không còn dấu của lần gộp dở dang.",
    ),
    "F023.why": (
        ("Between the marks the same rows stand twice, as two people wrote them. Only one version is true."),
        "Giữa các dấu ấy, cùng những dòng đó có hai lần, theo hai người sửa; chỉ một bản đúng.",
    ),
    "F023.what": (
        "The file has merge conflicts of version control; places: {n}.",
        "Tệp còn dấu xung đột của git: hai bản của cùng những dòng đứng cạnh nhau; số chỗ: {n}.",
    ),
    "F023.fix": (
        "Keep one version of each place and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
        "Ở mỗi chỗ giữ lại một bản và xóa các dòng bắt đầu bằng <<<<<<<, ======= và >>>>>>>.",
    ),
    "F025.name": ("edited-during-a-change", "sửa khi đang ghi"),
    "F025.holds": (
        "A file that antq is changing is edited by nobody else until the change is whole.",
        "Tệp antq đang ghi thì không ai sửa cho đến khi ghi xong.",
    ),
    "F025.why": (
        "The file is neither what it was before the change nor what it is after it: nobody knows which rows count.",
        "Một lần ghi bị ngắt giữa chừng, và tệp không còn như trước, cũng chưa như sẽ ghi; không rõ dòng nào đúng.",
    ),
    "F025.what": (
        "Change {id} was interrupted, and somebody has edited this file since.",
        "Thay đổi {id} bị ngắt giữa chừng, và tệp này đã có người sửa sau đó.",
    ),
    "F025.fix": (
        "Drop the change with `antq undo --pending`, or let the file count as it is: antq log --finish FILE.",
        "Bỏ thay đổi bằng `antq undo --pending`, hoặc lấy tệp như hiện có: antq log --finish TỆP.",
    ),
    "F026.name": ("unreadable-record", "nhật ký không đọc được"),
    "F026.holds": (
        "The records of changes in `.antq` are as antq wrote them.",
        "Nhật ký thay đổi trong `.antq` còn nguyên như antq đã ghi.",
    ),
    "F026.why": (
        "A record says which bytes become which. One that was edited could change the wrong rows.",
        "Nhật ký ghi chỗ nào trong tệp đổi thành gì; bản đã bị sửa có thể làm sai dòng khác.",
    ),
    "F026.what": (
        "This record of a change cannot be read: somebody has edited it, or another version of antq wrote it.",
        "Không đọc được nhật ký của thay đổi này: đã có người sửa, hoặc do phiên bản antq khác ghi.",
    ),
    "F026.fix": (
        "Bring it back from a copy, or finish with the version that wrote it; else move it out of `.antq`.",
        "Lấy lại từ bản sao, hoặc ghi xong bằng phiên bản đã tạo ra nó; nếu không, chuyển tệp này ra khỏi `.antq`.",
    ),
    "F024.name": ("comma-in-a-count", "dấu phẩy trong số"),
    "F024.holds": ("A count is written without a comma.", "Số viết không có dấu phẩy."),
    "F024.why": (
        "In a CSV file a comma ends the cell: 25,915 becomes 25 and 915, and every number after it moves to the right.",
        "Trong tệp CSV dấu phẩy kết thúc ô: 25,915 thành 25 và 915, và mọi số đứng sau lệch sang phải.",
    ),
    "F024.what": (
        "Column {column}: {value} has a comma, so it becomes several cells; such rows: {n}.",
        "Cột {column}: {value} có dấu phẩy nên thành nhiều ô; số dòng như vậy: {n}.",
    ),
    "F024.fix": (
        "Write {right}; in a spreadsheet remove the thousands format before saving.",
        "Ghi {right}; trong bảng tính thì bỏ định dạng phân nhóm nghìn trước khi lưu.",
    ),
}

"""The rules of structure: what makes a file one that can be read."""

TEXTS = {
    "F001.holds": ("There is a book: a folder with an antq.toml.", "Có một sổ: một thư mục chứa antq.toml."),
    "F001.why": (
        (
            "The manifest says what the registers are about, which unit is the top and how each kind is counted; "
            "without it no row means anything."
        ),
        (
            "antq.toml cho biết các sổ đăng ký ghi về việc gì, đơn vị nào đứng đầu và mỗi loại được đếm ra sao; không "
            "có tệp này thì không dòng nào có nghĩa."
        ),
    ),
    "F001.what": (
        "There is no book here: no antq.toml in {asked}.",
        "Không có sổ ở đây: không thấy antq.toml trong {asked}.",
    ),
    "F001.fix": (
        "Name the book's folder with --book, or go into it; `antq` in a folder without a book says how one begins.",
        "Chỉ ra thư mục của sổ bằng --book, hoặc chuyển vào thư mục đó; cách bắt đầu: gõ `antq` ở nơi chưa có sổ.",
    ),
    "F002.holds": ("Every file of the book can be opened and read.", "Mọi tệp của sổ đều mở và đọc được."),
    "F002.why": (
        (
            "A register that cannot be opened is not empty: counted without it, its units would look as if nobody in "
            "them had signed."
        ),
        "Sổ đăng ký không mở được không phải là sổ trống: nếu vẫn đếm thì các đơn vị trong đó như thể không ai ký.",
    ),
    "F002.what": ("The file cannot be read: {why}.", "Không đọc được tệp: {why}."),
    "F002.fix": ("Put a readable file here.", "Đặt vào đây một tệp đọc được."),
    "F003.holds": (
        "A register stands in the book in one form only: a CSV file, a TOML file or a folder of such files.",
        "Mỗi sổ đăng ký chỉ có một dạng trong sổ: tệp CSV, tệp TOML hoặc thư mục gồm các tệp như vậy.",
    ),
    "F003.why": (
        "Of two copies one is out of date and nobody can tell which; read together they would count everything twice.",
        "Trong hai bản có một bản đã cũ mà không biết là bản nào; đọc cả hai thì mọi thứ bị đếm hai lần.",
    ),
    "F003.what": (
        "The register {register} stands here in several forms: {forms}.",
        "Sổ đăng ký {register} có ở đây dưới nhiều dạng: {forms}.",
    ),
    "F003.fix": ("Keep one of them.", "Giữ lại một dạng."),
    "F004.holds": ("Every file is UTF-8.", "Mọi tệp đều ở mã UTF-8."),
    "F004.why": (
        (
            "In windows-1258, TCVN3 or VNI the same bytes are other letters. A guess would change names without a "
            "word, and a unit whose name has changed is found by nobody."
        ),
        (
            "Trong windows-1258, TCVN3 hay VNI, cùng một byte là chữ khác. Đoán mã là lặng lẽ đổi tên, mà đơn vị bị "
            "đổi tên thì không ai tìm ra."
        ),
    ),
    "F004.what": (
        "The file is not UTF-8: the byte {value} ({guess}).",
        "Tệp không phải UTF-8: byte {value} ({guess}).",
    ),
    "F004.fix": ("Save the file as UTF-8.", "Lưu tệp theo mã UTF-8."),
    "F005.holds": ("No file holds a NUL character.", "Không tệp nào có ký tự NUL."),
    "F005.why": (
        "NUL is a sign of damage or of UTF-16; some programs stop at it and lose the rest of the file.",
        "NUL là dấu hiệu tệp hỏng hoặc là UTF-16; có chương trình dừng ở đó và bỏ mất phần còn lại của tệp.",
    ),
    "F005.what": ("The file holds NUL characters: {n}.", "Tệp có ký tự NUL: {n}."),
    "F005.fix": (
        "Restore the file from a good copy; NUL is a sign of damage, or of UTF-16.",
        "Khôi phục tệp từ bản tốt; NUL là dấu hiệu tệp hỏng hoặc là UTF-16.",
    ),
    "F006.holds": ("Lines end with LF or CRLF.", "Dòng kết thúc bằng LF hoặc CRLF."),
    "F006.why": (
        (
            "A carriage return by itself ends a line in some programs and not in others: the same file would have "
            "other rows at another desk."
        ),
        (
            "Ký tự CR đứng một mình có chương trình coi là hết dòng, có chương trình không: cùng một tệp mà mỗi máy "
            "đọc ra các dòng khác nhau."
        ),
    ),
    "F006.what": ("A carriage return stands alone, without a line feed.", "Có ký tự CR đứng một mình, không kèm LF."),
    "F006.fix": ("Save the file with LF or CRLF line ends.", "Lưu tệp với dấu xuống dòng LF hoặc CRLF."),
    "F007.holds": (
        "A byte order mark stands at the beginning of a file or nowhere.",
        "Dấu thứ tự byte chỉ đứng ở đầu tệp.",
    ),
    "F007.why": (
        (
            "Inside a file it cannot be seen, and the code that it clings to equals no other one. It is what is left "
            "of files joined end to end, mostly with a second header among the rows."
        ),
        (
            "Ở giữa tệp thì không nhìn thấy dấu này, nhưng mã nào dính nó sẽ không khớp với mã nào khác. Đó là dấu vết "
            "các tệp bị nối vào nhau, thường kèm một dòng tiêu đề thứ hai."
        ),
    ),
    "F007.what": (
        "A byte order mark (U+FEFF) stands inside the file: {n}.",
        "Có dấu thứ tự byte (U+FEFF) ở giữa tệp: {n}.",
    ),
    "F007.fix": (
        "Delete it; files were probably joined end to end, so look for a second header as well.",
        "Xoá dấu đó; có lẽ các tệp đã bị nối vào nhau, hãy tìm cả dòng tiêu đề thứ hai.",
    ),
    "F008.holds": (
        "A quotation mark stands around a whole cell, and those inside it are doubled.",
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
        "A quotation mark stands inside a cell that does not begin with one, or text follows a closing one.",
        "Có dấu ngoặc kép trong ô không mở đầu bằng ngoặc kép, hoặc còn chữ sau ngoặc kép đóng.",
    ),
    "F008.fix": (
        'Put the whole cell in quotation marks and double those inside it: "a ""b"" c".',
        'Đặt cả ô trong ngoặc kép và viết đôi các ngoặc kép bên trong: "a ""b"" c".',
    ),
    "F009.holds": ("Every quotation mark that opens a cell is closed.", "Dấu ngoặc kép mở đầu một ô đều được đóng."),
    "F009.why": (
        "One that stays open swallows the rest of the file into one cell, and all rows in it are gone.",
        "Dấu để ngỏ gom phần còn lại của tệp vào một ô, và mọi dòng trong đó bị mất.",
    ),
    "F009.what": ("A quotation mark is opened and never closed.", "Có ngoặc kép mở mà không đóng."),
    "F009.fix": ("Close it at the end of the cell.", "Đóng ngoặc kép ở cuối ô."),
    "F010.holds": ("The first line of a register names its columns.", "Dòng đầu của sổ đăng ký ghi tên các cột."),
    "F010.why": (
        (
            "Without names nobody knows which number is the count and which the total. Title rows above the header are "
            "common in spreadsheets and have to go."
        ),
        (
            "Không có tên cột thì không biết số nào là số đếm, số nào là tổng số. Bảng tính thường có dòng tên bảng ở "
            "phía trên; phải bỏ dòng đó đi."
        ),
    ),
    "F010.what": (
        "The first line names no column of {register}.",
        "Dòng đầu không có tên cột nào của sổ đăng ký {register}.",
    ),
    "F010.fix": ("Write the columns into the first line: {columns}.", "Ghi tên các cột vào dòng đầu: {columns}."),
    "F011.holds": (
        "A row has as many cells as the header, blank ones included.",
        "Mỗi dòng có đủ số ô như dòng tiêu đề, kể cả ô trống.",
    ),
    "F011.why": (
        "Where a cell is missing, those after it stand one column too far to the left, and a total is read as a count.",
        "Thiếu một ô thì các ô sau lệch sang trái một cột, và tổng số bị đọc thành số đếm.",
    ),
    "F011.what": (
        "The row is short: cells {n}, columns in the header {expected}.",
        "Dòng thiếu ô: có {n} ô, tiêu đề có {expected} cột.",
    ),
    "F011.fix": (
        "Write the missing cells, blank ones too; delete an empty line or a row of totals.",
        "Ghi đủ các ô, kể cả ô trống; xóa dòng rỗng, dòng tổng cộng.",
    ),
    "F012.holds": ("A row has no more cells than the header.", "Không dòng nào nhiều ô hơn dòng tiêu đề."),
    "F012.why": (
        (
            "Mostly a comma stands inside a name or a number: 25,915 becomes 25 and 915, and the cells after it move "
            "to the right."
        ),
        "Thường là có dấu phẩy trong tên hoặc trong số: 25,915 thành 25 và 915, và các ô sau lệch sang phải.",
    ),
    "F012.what": (
        "The row is long: cells {n}, columns in the header {expected}.",
        "Dòng thừa ô: có {n} ô, tiêu đề có {expected} cột.",
    ),
    "F012.fix": (
        "Delete the surplus cells, or put a cell that holds a comma in quotation marks.",
        "Xoá ô thừa, hoặc đặt ô có dấu phẩy trong ngoặc kép.",
    ),
    "F013.holds": (
        "A register has the columns that it knows and no others.",
        "Sổ đăng ký chỉ có những cột đã quy định.",
    ),
    "F013.why": (
        (
            "A misspelt column would count as blank. What is not needed for counting, names of people above all, has "
            "no place in a book."
        ),
        (
            "Cột viết sai tên sẽ bị coi là bỏ trống. Thông tin không cần để đếm, trước hết là họ tên, không được để "
            "trong sổ."
        ),
    ),
    "F013.what": ("The register {register} has no column {column}.", "Sổ đăng ký {register} không có cột {column}."),
    "F013.fix": (
        "Rename or delete the column; it should be one of: {allowed}.",
        "Đổi tên hoặc xóa cột này; cột phải là một trong: {allowed}.",
    ),
    "F014.holds": ("A register has every column that it cannot do without.", "Sổ đăng ký có đủ các cột bắt buộc."),
    "F014.why": (
        "No row can be placed or dated without it: of a pledge without a day nobody knows when it came into force.",
        (
            "Thiếu cột đó thì không dòng nào có chỗ hay có ngày: một cam kết không có ngày thì không biết có hiệu lực "
            "từ bao giờ."
        ),
    ),
    "F014.what": ("The column {column} is missing.", "Thiếu cột {column}."),
    "F014.fix": ("Add the column {column}.", "Thêm cột {column}."),
    "F015.holds": ("Each column stands once.", "Mỗi cột chỉ có một lần."),
    "F015.why": (
        "Of two columns with one name programs keep one, not always the same one, and the numbers in the other vanish.",
        (
            "Có hai cột cùng tên thì chương trình giữ lại một cột, không phải lúc nào cũng là cột ấy, và số ở cột kia "
            "biến mất."
        ),
    ),
    "F015.what": ("The column {column} stands twice.", "Cột {column} có hai lần."),
    "F015.fix": ("Keep one of them.", "Giữ lại một cột."),
    "F016.holds": ("TOML files follow the grammar of TOML.", "Tệp TOML viết đúng cú pháp TOML."),
    "F016.why": (
        "After the first fault nobody can say what belongs to which table; half of a file says the wrong thing.",
        "Sau lỗi đầu tiên thì không biết giá trị nào thuộc bảng nào; đọc một nửa tệp thì ra điều sai.",
    ),
    "F016.what": ("This is not valid TOML: {what}.", "Sai cú pháp TOML: {what}."),
    "F016.fix": ("Correct the line.", "Sửa dòng này."),
    "F017.holds": (
        "A register in TOML holds tables of its own name and nothing else.",
        "Sổ đăng ký dạng TOML chỉ gồm các bảng mang tên của nó.",
    ),
    "F017.why": (
        (
            "What stands under another name, such as [[unit]] for [[units]], would be passed over in silence, and its "
            "rows with it."
        ),
        "Những gì ghi dưới tên khác, như [[unit]] thay vì [[units]], sẽ bị lặng lẽ bỏ qua, kéo theo các dòng trong đó.",
    ),
    "F017.what": (
        "{value} does not belong here: the file should hold tables [[{register}]] and nothing else.",
        "{value} không thuộc về đây: tệp chỉ gồm các bảng [[{register}]].",
    ),
    "F017.fix": ("Write each row as a table [[{register}]].", "Ghi mỗi dòng thành một bảng [[{register}]]."),
    "F018.holds": (
        "Beside the registers lies nothing that looks like one.",
        "Bên cạnh các sổ đăng ký không có tệp hay thư mục nào trông giống sổ đăng ký.",
    ),
    "F018.why": (
        "A file return.csv or a folder Claims is not read; who wrote it believes that its rows are counted.",
        "Tệp return.csv hay thư mục Claims không được đọc, trong khi người ghi tin rằng các dòng của mình đã được đếm.",
    ),
    "F018.what": (
        "No register has this name; nothing reads what is there.",
        "Không có sổ đăng ký nào mang tên này; nội dung ở đó không được đọc.",
    ),
    "F018.fix": (
        "Rename it after a register, or move it elsewhere.",
        "Đổi tên theo một sổ đăng ký, hoặc chuyển đi nơi khác.",
    ),
    "F019.holds": (
        "The book has every register from which the manifest says that figures are counted.",
        "Sổ có đủ các sổ đăng ký mà antq.toml nói số liệu được đếm từ đó.",
    ),
    "F019.why": (
        (
            "A missing register is not one without rows. Its figures would be 0, which says that nobody has signed, "
            "where nothing is known."
        ),
        (
            "Thiếu sổ đăng ký không phải là sổ đăng ký không có dòng nào. Số liệu sẽ thành 0, nghĩa là không ai ký, "
            "trong khi thật ra là chưa biết gì."
        ),
    ),
    "F019.what": (
        "The book has no register {register}, and the manifest says that figures are counted from it.",
        "Sổ không có sổ đăng ký {register}, mà antq.toml nói số liệu được đếm từ đó.",
    ),
    "F019.fix": (
        "Add {register}.csv, with its header alone if there is nothing to enter yet.",
        "Thêm {register}.csv, chỉ có dòng tiêu đề nếu chưa có gì để ghi.",
    ),
    "F020.holds": ("Cells are separated by commas.", "Các ô ngăn cách bằng dấu phẩy."),
    "F020.why": (
        (
            "Where a comma is the decimal mark, spreadsheets write semicolons into CSV files. Read as commas they"
            " would take names apart, so no other sign is ever guessed."
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
            "Save it with commas. Excel: File, Options, Advanced, clear “Use system separators”, decimal "
            "separator “.”, then save as “CSV UTF-8”; LibreOffice asks for the separator."
        ),
        (
            "Lưu lại với dấu phẩy. Excel: Tệp (File), Tùy chọn (Options), Nâng cao (Advanced), bỏ “Use system "
            "separators”, dấu thập phân “.”, rồi lưu kiểu “CSV UTF-8”; LibreOffice hỏi dấu ngăn cách khi lưu."
        ),
    ),
    "F021.holds": ("Nothing stands above the header.", "Phía trên dòng tiêu đề không có dòng nào."),
    "F021.why": (
        "A title in the first line is taken for the names of the columns, and then no column has its name.",
        "Tên bảng ở dòng đầu bị hiểu là tên các cột, và khi đó không cột nào có tên đúng.",
    ),
    "F021.what": (
        "The names of the columns stand in line {line}, not in the first one; lines above it: {n}.",
        "Tên các cột ở dòng {line}, không phải dòng đầu; số dòng ở phía trên: {n}.",
    ),
    "F021.fix": ("Delete the lines above the header.", "Xóa các dòng phía trên dòng tiêu đề."),
    "F022.holds": (
        "Columns have the names that antq knows, in small letters.",
        "Các cột mang đúng tên mà antq biết, viết thường.",
    ),
    "F022.why": (
        (
            "Two offices call one column by different words, and one word may be two columns: Mã is a unit in one"
            " table and a household in another. So one name is agreed on."
        ),
        (
            "Mỗi nơi gọi một cột một cách, và một từ có thể là hai cột: Mã ở bảng này là đơn vị, ở bảng kia là "
            "hộ. Vì vậy tên cột được thống nhất."
        ),
    ),
    "F022.what": (
        "The header names the columns in other words: {columns}.",
        "Dòng tiêu đề gọi các cột bằng tên khác: {columns}.",
    ),
    "F022.fix": ("Write the header as {right}.", "Ghi dòng tiêu đề là {right}."),
    "F023.holds": (
        "A file is one version, without the marks of a merge that was not finished.",
        "Mỗi tệp là một bản duy nhất, không còn dấu của lần gộp dở dang.",
    ),
    "F023.why": (
        (
            "Between the marks the same rows stand twice, as each of two people had them; only one of the "
            "versions is true."
        ),
        "Giữa các dấu ấy, cùng những dòng đó có hai lần, theo hai người sửa; chỉ một bản đúng.",
    ),
    "F023.what": (
        "Two versions of some lines stand beside each other, as version control leaves them; places: {n}.",
        "Tệp còn dấu xung đột của git: hai bản của cùng những dòng đứng cạnh nhau; số chỗ: {n}.",
    ),
    "F023.fix": (
        "Keep one version of each place and delete the lines that begin with <<<<<<<, ======= and >>>>>>>.",
        "Ở mỗi chỗ giữ lại một bản và xóa các dòng bắt đầu bằng <<<<<<<, ======= và >>>>>>>.",
    ),
    "F024.holds": ("A count is written without a comma.", "Số viết không có dấu phẩy."),
    "F024.why": (
        "In a CSV file a comma ends the cell: 25,915 becomes 25 and 915, and every number after it moves to the right.",
        "Trong tệp CSV dấu phẩy kết thúc ô: 25,915 thành 25 và 915, và mọi số đứng sau lệch sang phải.",
    ),
    "F024.what": (
        "Column {column}: {value} is written with a comma, so it is several cells; such rows: {n}.",
        "Cột {column}: {value} có dấu phẩy nên thành nhiều ô; số dòng như vậy: {n}.",
    ),
    "F024.fix": (
        "Write {right}; in a spreadsheet take away the format with thousands before saving.",
        "Ghi {right}; trong bảng tính thì bỏ định dạng phân nhóm nghìn trước khi lưu.",
    ),
}

"""What each rule is for, in English: the sentence that should hold, and why the rule exists."""

TEXTS = {
    # Structure.
    "F001.holds": "There is a book: a folder with an antq.toml.",
    "F001.why": "The manifest says what the registers are about, which unit is the top and how each kind is counted; "
    "without it no row means anything.",
    "F002.holds": "Every file of the book can be opened and read.",
    "F002.why": "A register that cannot be opened is not empty: counted without it, its units would look as if "
    "nobody in them had signed.",
    "F003.holds": "A register stands in the book in one form only: a CSV file, a TOML file or a folder of such files.",
    "F003.why": "Of two copies one is out of date and nobody can tell which; read together they would count "
    "everything twice.",
    "F004.holds": "Every file is UTF-8.",
    "F004.why": "In windows-1258, TCVN3 or VNI the same bytes are other letters. A guess would change names without "
    "a word, and a unit whose name has changed is found by nobody.",
    "F005.holds": "No file holds a NUL character.",
    "F005.why": "NUL is a sign of damage or of UTF-16; some programs stop at it and lose the rest of the file.",
    "F006.holds": "Lines end with LF or CRLF.",
    "F006.why": "A carriage return by itself ends a line in some programs and not in others: the same file would "
    "have other rows at another desk.",
    "F007.holds": "A byte order mark stands at the beginning of a file or nowhere.",
    "F007.why": "Inside a file it cannot be seen, and the code that it clings to equals no other one. It is what is "
    "left of files joined end to end, mostly with a second header among the rows.",
    "F008.holds": "A quotation mark stands around a whole cell, and those inside it are doubled.",
    "F008.why": "Otherwise nobody can tell where the cell ends, and a comma in a name moves every number after it "
    "into another column.",
    "F009.holds": "Every quotation mark that opens a cell is closed.",
    "F009.why": "One that stays open swallows the rest of the file into one cell, and all rows in it are gone.",
    "F010.holds": "The first line of a register names its columns.",
    "F010.why": "Without names nobody knows which number is the count and which the total. Title rows above the "
    "header are common in spreadsheets and have to go.",
    "F011.holds": "A row has as many cells as the header, blank ones included.",
    "F011.why": "Where a cell is missing, those after it stand one column too far to the left, and a total is read "
    "as a count.",
    "F012.holds": "A row has no more cells than the header.",
    "F012.why": "Mostly a comma stands inside a name or a number: 25,915 becomes 25 and 915, and the cells after it "
    "move to the right.",
    "F013.holds": "A register has the columns that it knows and no others.",
    "F013.why": "A misspelt column would count as blank. What is not needed for counting, names of people above all, "
    "has no place in a book.",
    "F014.holds": "A register has every column that it cannot do without.",
    "F014.why": "No row can be placed or dated without it: of a pledge without a day nobody knows when it came into "
    "force.",
    "F015.holds": "Each column stands once.",
    "F015.why": "Of two columns with one name programs keep one, not always the same one, and the numbers in the "
    "other vanish.",
    "F016.holds": "TOML files follow the grammar of TOML.",
    "F016.why": "After the first fault nobody can say what belongs to which table; half of a file says the wrong "
    "thing.",
    "F017.holds": "A register in TOML holds tables of its own name and nothing else.",
    "F017.why": "What stands under another name, such as [[unit]] for [[units]], would be passed over in silence, "
    "and its rows with it.",
    "F018.holds": "Beside the registers lies nothing that looks like one.",
    "F018.why": "A file return.csv or a folder Claims is not read; who wrote it believes that its rows are counted.",
    "F019.holds": "The book has every register from which the manifest says that figures are counted.",
    "F019.why": "A missing register is not one without rows. Its figures would be 0, which says that nobody has "
    "signed, where nothing is known.",
    # Manifest.
    "S001.holds": "The manifest has no keys but those that antq knows.",
    "S001.why": "A misspelt key would be ignored, and the book counted by another rule than the one that is written: "
    "with `targt` the gaps would be those to 100 %.",
    "S002.holds": "Every value in the manifest is of the kind that its key asks for.",
    "S002.why": "The manifest decides what is counted, on which day and out of how many; what cannot be understood "
    "there must not be guessed.",
    "S003.holds": "The manifest has every key that it cannot do without.",
    "S003.why": "Without the top unit or the origin of the data no figure could say of whom it is and whether it is "
    "real.",
    "S004.holds": "Whatever the manifest refers to is there: levels, calendars, kinds, measures, registers, rules.",
    "S004.why": "A reference that leads nowhere takes what hangs on it along: a kind that is reported by a level "
    "that is not there has nobody to report it.",
    "S005.holds": "The manifest is of the schema that this version reads.",
    "S005.why": "A key of a later schema may change how the book is counted, and this version would not notice.",
    "S006.holds": "Days in the manifest are written as days, without quotation marks and without a time.",
    "S006.why": 'The day of counting is in the manifest. The text "03/08/2021" can be read in two ways, and then '
    "every figure of the book is of another day.",
    "S007.holds": "Ids in the manifest are made of letters without diacritics, digits and hyphens.",
    "S007.why": "They stand in registers, in the ids of figures and on command lines, where a blank or a diacritic "
    "makes two words of one.",
    "S008.holds": "Each level stands once.",
    "S008.why": "The order of the levels says what lies in what; a level that stands twice would be above itself.",
    "S009.holds": "Students are counted from returns, never from the journal.",
    "S009.why": "Students are counts per school. A journal of them would be a list of children.",
    "S010.holds": "The unit that the manifest calls the top is one of the units.",
    "S010.why": "Everything is added up to the top; without it there is no total of the campaign.",
    "S011.holds": "Only of a kind that is counted from the journal it is said when its pledges lapse.",
    "S011.why": "A return says how many pledges there are and not when they were signed, so nothing in it can lapse; "
    "the setting would promise what nobody counts.",
    "S012.holds": "On each day at most one regime judges a kind of subject.",
    "S012.why": "Under two of them one commune would meet the standard and not meet it on the same day.",
    "S013.holds": "Parts of a year are asked for only on calendars whose years follow on each other.",
    "S013.why": "Where years overlap or leave days between them, as under TT 23/2012/TT-BCA, nobody can say to which "
    "quarter such a day belongs.",
    "S014.holds": "A share is asked only of measures that have a denominator.",
    "S014.why": "There is no percentage of an unknown whole: the criterion could be neither met nor missed, and no "
    "subject ever be judged.",
    "S015.holds": "What has a first and a last day in the manifest ends after it begins.",
    "S015.why": "A kind or a regime that ends before it begins exists on no day, and none of its rows would count.",
    "S016.holds": "A criterion names each measure once.",
    "S016.why": "The measures of a criterion are added up. One that stands twice weighs double, and where a number "
    "is asked for half of it would do.",
    "S017.holds": "No waiver is older than its last day.",
    "S017.why": "A waiver with an end is a promise to mend something until then. The day has come, its findings are "
    "told again, and the waiver only looks as if it still worked.",
    "S018.holds": "Every waiver waives something.",
    "S018.why": "What it waived has been mended, or its key never matched; left alone it hides the next mistake at "
    "that place.",
    "S019.holds": "Nothing is waived or tolerated that leaves a file unread, or that is wrong with waivers themselves.",
    "S019.why": "Where a file or the manifest is refused there are no figures. A waiver would let the book seem to "
    "be in order while no command can count it.",
    # Values within a register.
    "D101.holds": "Codes are made of letters without diacritics, digits and hyphens.",
    "D101.why": "Codes are compared character by character. A blank at the end or a letter that only looks alike "
    "makes another household of it, and the row belongs to nobody.",
    "D102.holds": "Days are written year-month-day: 2021-08-31.",
    "D102.why": "03/08/2021 is a day in August or in March, depending on who reads it. On the wrong day a pledge "
    "counts in another period; nothing is guessed here.",
    "D103.holds": "Every day is one that the calendar has.",
    "D103.why": "Nobody signed on 30 February: the day was mistyped, perhaps the month as well, and only the paper "
    "tells which day was meant.",
    "D104.holds": "A count is a whole number from 0 on, in digits alone.",
    "D104.why": "25.915 is twenty-five thousand on Vietnamese paper and not quite 26 to a program; read the wrong "
    "way it is a thousand times too small.",
    "D105.holds": "Cells that every row needs are filled in.",
    "D105.why": "Blank is not 0, which has to be written. A row without its unit, day or count cannot be put "
    "anywhere and is left out.",
    "D106.holds": "A column that takes one of a few words holds one of them.",
    "D106.why": "A misspelt `signed` would be no signature, and with a misspelt reason a vacant house would stay in "
    "the denominator.",
    "D107.holds": "Texts are in Unicode's composed form (NFC).",
    "D107.why": "In files that come from windows-1258 letter and tone stand apart. Cẩm Thủy looks the same on the "
    "screen, and yet the two are not equal: one place becomes two.",
    "D108.holds": "A measure is written as a family and a kind, such as pledges.household.",
    "D108.why": "By its measure a return finds its figure. Under any other name its number is in no sum, and its "
    "sender has not reported.",
    "D109.holds": "A value in TOML has the type that its column asks for.",
    "D109.why": "A code that was written as a number has lost its leading zeros: 00123 is then 123, and no unit has "
    "that code.",
    "D110.holds": "A claim names its figure: measure, unit and day.",
    "D110.why": "The book has another figure on each day and in each unit; without them a published number cannot be "
    "held against anything.",
    "D111.holds": "What was published is written as a count, a ratio of counts or a percentage up to 100.",
    "D111.why": "“Over 90 %” or 25.915 can be neither confirmed nor contradicted, and a claim that is never checked "
    "looks as if it held.",
    "D112.holds": "A window is named by its year, in four digits.",
    "D112.why": "The year says between which days and by which criteria a subject is judged; a result of 21 or of "
    "2021-2022 belongs to no decision.",
    "D113.holds": "Letters and spaces are the ones that they look like.",
    "D113.why": "Ð for Đ, Ƣ for Ư, a Cyrillic letter among Latin ones, digits of full width, a space that does not "
    "break or has no width: the eye sees one name, and a search finds none.",
    "D114.holds": "Text consists of letters, and neither begins nor ends with a blank.",
    "D114.why": "U+FFFD stands where a program could not read a letter, and a control character came in by copying: "
    "the name is another than on paper. With a blank at its end it is another name to a search, and no eye sees it.",
    "D201.holds": "A last day, the first one on which it is no longer so, comes after the first day.",
    "D201.why": "A stretch that ends before it begins is on no day: its household or team is missing from every "
    "total. Mostly the two days were swapped.",
    "D202.holds": "A count is not larger than its total.",
    "D202.why": "More signatures than households are a mistake in one of the two numbers. The rate is shown as it "
    "is, over 100 %, since only the paper tells which.",
    "D301.holds": "A row stands once.",
    "D301.why": "Two equal rows count once, so the figures are right. But whoever pasted one row twice may have "
    "pasted it over another one.",
    "D302.holds": "Rows with the same key say the same.",
    "D302.why": "Two counts of one unit on one day cannot both be true. Nobody can tell which is, so neither counts, "
    "and the unit is missing from the sum.",
    "D303.holds": "The stretches of one code do not overlap.",
    "D303.why": "On the days of both, a household would be in two areas and twice in the denominator; the later "
    "stretch is left out.",
    # References.
    "X101.holds": "A unit that a row names has been one at some time.",
    "X101.why": "Neighbours differ in one letter (Cẩm Tâm, Cẩm Tân), so a misspelt code is never corrected by its "
    "likeness: its rows are left out of every sum.",
    "X102.holds": "A unit that a row names was open on the row's first day.",
    "X102.why": "Codes are used again: 15148 was Cẩm Giang until 2025-06-30 and is Cẩm Tú from the next day on. Only "
    "the day says which of them is meant.",
    "X103.holds": "The level of every unit is one of the manifest.",
    "X103.why": "A unit of an unknown level is in no table by level, and nobody knows whether it was to report or to "
    "be judged.",
    "X104.holds": "No unit lies in itself, nor in one that lies in it.",
    "X104.why": "From a circle no way leads up to the top: what lies in it is in no total.",
    "X105.holds": "A unit lies in one of a higher level.",
    "X105.why": "A commune that lay in another commune would be counted in both, and its households twice in a table "
    "by commune. Such a way up is not followed, so what lies in the unit is in no total.",
    "X106.holds": "What lies in a unit that closes is carried on by the crosswalk.",
    "X106.why": "Otherwise the households of a merged commune are nowhere from that day on, and the merger looks as "
    "if all of them had moved away.",
    "X107.holds": "Every unit lies below the campaign's top.",
    "X107.why": "Figures are added up from below. What is in a unit without a way up to the top is in no total, and "
    "nothing in the total shows that it is missing.",
    "X108.holds": "Nothing lies in a unit before the unit opens.",
    "X108.why": "A household without a first day has been there always and its unit has not: on the days before, it "
    "has no place on the map and is left out.",
    "X109.holds": "A row of the crosswalk is of a unit that closes on its day.",
    "X109.why": "A row that fits no closing carries nothing. If only its day is mistyped, all that lay in the unit "
    "that did close drops out of the sums.",
    "X110.holds": "A unit goes on as the same one only in a unit that begins with it, and alone.",
    "X110.why": "With `same` its own pledge and return go along. After a merger that would make the pledge of one "
    "old commune the pledge of the whole new one.",
    "X111.holds": "What closes goes on whole in one unit, or in parts.",
    "X111.why": "Where everything is to go to two units, its households would be counted twice or where the first "
    "row happens to say; so neither way is followed.",
    "X201.holds": "The kind that a row names is declared in the manifest.",
    "X201.why": "A pledge of a kind `houshold` is in no line of any table: the row is in the book, and whoever "
    "signed has not.",
    "X202.holds": "Whoever signed is in the register of those who sign.",
    "X202.why": "A numerator without its denominator can bring a rate over 100 %, so the pledge is left out. Mostly "
    "the code is mistyped, and the right household stands as not signed.",
    "X203.holds": "A pledge is dated within the stretches of its pledger.",
    "X203.why": "Who had not come yet, or had left, cannot have signed there: the day of the pledge or a day of the "
    "stretch is wrong, and either of them changes a figure.",
    "X204.holds": "Units and organisations have no code in common.",
    "X204.why": "Returns, pledges and results name both by their codes alone; of a code that two share nobody can "
    "tell whether the school is meant or the commune.",
    "X205.holds": "The measure of a return is one that the manifest declares.",
    "X205.why": "Its number is in the book and in no figure, and nobody misses it.",
    "X206.holds": "Teams and models exist within the days of their kind.",
    "X206.why": "The statutory teams took the place of the earlier ones on 2024-07-01 (Law 30/2023/QH15); an earlier "
    "team that is left open is counted beside its successor.",
    "X207.holds": "The organisation that hosts a model was in the register when the model was established.",
    "X207.why": "Whom models reach is counted by their hosts: a school that is not in the register is not among the "
    "schools that have one.",
    "X208.holds": "A reason for being left out is one that a regime knows.",
    "X208.why": "With a mistyped reason the organisation stays among those to be assessed, and the share of those "
    "that meet the standard is too low.",
    "X209.holds": "A return counts in a figure, or can be set beside one.",
    "X209.why": "Who typed it believes that it counts. A commune's figure of pupils is what the commune reported: what "
    "one of its areas or a school sends adds nothing to it, and nobody is told so.",
    "X301.holds": "The regime of a result is declared in the manifest.",
    "X301.why": "The regime has the criteria, the year and who is left out. A result without one says nothing, and "
    "its subject counts as not assessed.",
    "X302.holds": "A result is dated on a day on which its regime was in force.",
    "X302.why": "TT 124/2021/TT-BCA took the place of TT 23/2012/TT-BCA on 2022-02-10; a result by the wrong one was "
    "measured by criteria that were not those of its day.",
    "X303.holds": "The subject of a result was there on its day.",
    "X303.why": "A result of nobody counts for nobody, and whoever was meant stands as not assessed.",
    "X304.holds": "The regime of a result judges subjects of this kind.",
    "X304.why": "A result that no rule asks for has no denominator: counted, it would make the share of those who "
    "meet the standard too large.",
    "X305.holds": "Who is left out of the standard has no result.",
    "X305.why": "Armed-forces units, small enterprises and primary schools are left out under TT 124/2021/TT-BCA. "
    "Not being in the denominator, they must not be in the numerator.",
    "X306.holds": "A result is dated within its window.",
    "X306.why": "The window says which year's signatures and criteria count. With a mistyped year the result stands "
    "in for a year in which nobody judged.",
    # Time.
    "T001.holds": "The years of a calendar follow on each other without overlapping.",
    "T001.why": "Of a day in two years nobody can say in which of them something counts. Under TT 23/2012/TT-BCA it "
    "was so by law: 31 October ended one year of the areas and began the next.",
    "T002.holds": "No day lies between two years of a calendar.",
    "T002.why": "What is signed on such a day never comes into force by this calendar, and is in none of its periods.",
    "T101.holds": "What has happened has a day that is not after today.",
    "T101.why": "A pledge of 2026 that was typed as 2062 is missing from every figure until then.",
    "T102.holds": "A return is received on the day that it is of, or later.",
    "T102.why": "How things stand on a day is not known before it: one of the two days is wrong, and perhaps the "
    "figure is of another day.",
    "T103.holds": "A return for the last period that has ended is received by its due day.",
    "T103.why": "What comes late is missing from the report that was due, or stands in it with an older number; who "
    "is late again and again should be seen.",
    "T104.holds": "Everyone who is to report has sent a return for the last period that has ended.",
    "T104.why": "Without it the figure is partial, or an older number stands in for the new one; a blank is no zero.",
    "T105.holds": "Everyone who is to report has a return that is not older than the manifest allows.",
    "T105.why": "The latest return counts, however old it is: a total may rest on numbers that were true last year.",
    # Reconciliation.
    "R101.holds": "The book has the figure that was published.",
    "R101.why": "What was published is quoted for years. For Cẩm Thủy 90 % was printed where 25,915 of 29,853 "
    "households had signed, which is 86.81 %: 804 more would have been needed.",
    "R102.holds": "A published figure can be held against something in the book.",
    "R102.why": "What nothing supports is neither right nor wrong, and must not pass for confirmed.",
    "R103.holds": "A claim names a figure that this book can have.",
    "R103.why": "Of a measure, a unit or a day that there is not nothing can ever be verified, whatever is entered: "
    "mostly the id of the figure is mistyped.",
    "R201.holds": "A return says what the journal or the register counts on that day.",
    "R201.why": "Two counts of the same thing differ: sheets have not been entered yet, or the return was estimated. "
    "The book uses its own count, so the paper says something else.",
    "R202.holds": "Returns of one level add up to those of another.",
    "R202.why": "The district's number and the sum of its communes cannot both be right: someone is missing in one "
    "of them or counted twice, and only one of the two is in the figures.",
    "R301.holds": "A recorded result is the one that the criteria come to.",
    "R301.why": "Where 16 of 25 areas are recognised, that is 64 % and not the 70 % that are asked for. The decision "
    "stands and is not antq's, but such a result is to be known.",
    # Plausibility.
    "Q101.holds": "A count or a total lies near those that the same sender reports of the same measure at other times. "
    "What has been signed of a known total may begin low and grow, as long as it does not fall back.",
    "Q101.why": "A digit too many is a right count to every other rule. The modified z (Iglewicz and Hoaglin 1993) "
    "over 3.5 is not misled by the outlier itself; less than a tenth, and fewer than six returns, are left alone.",
    "Q102.holds": "From one return to the next a count or a total does not more than double, nor fall to less than "
    "half.",
    "Q102.why": "So large a change is more often another way of counting, or a slip, than another number of people. "
    "Differences of less than 20 are left alone, and what is signed of a known total may double, unless the next "
    "return takes it back.",
    "Q103.holds": "A total grows by no more than 10 % a year, compounded over several years, or by less than 20 in "
    "all, where nothing was merged.",
    "Q103.why": "Hardly a commune gains a tenth of its households in a year; a total too large lowers every rate.",
    "Q104.holds": "What a unit reports is the sum of what all units of a level below it report for the same day.",
    "Q104.why": "Two returns of the same people cannot both be right, whatever the figure is counted from.",
    "Q105.holds": "The signing rates of the units of one parent differ at least as much as chance alone makes them.",
    "Q105.why": "Real counts scatter. Where six units or more are so even that chance does it once in a thousand "
    "times, rates may have been shared out from a total and not counted (R. A. Fisher, 1936, on Mendel).",
    # Privacy.
    "P101.holds": "No file has a column for names, identity numbers, telephones, addresses or days of birth.",
    "P101.why": "A book works without them, and what is in a file is copied, sent and kept (Law 91/2025/QH15).",
    "P201.holds": "No text and no code holds an identity number, whether CCCD or CMND.",
    "P201.why": "It says who somebody is: beside a pledge it turns a count into a list of persons (Law 91/2025/QH15).",
    "P202.holds": "No text and no code holds a telephone number.",
    "P202.why": "It leads to somebody: beside a pledge it turns a count into a list of persons (Law 91/2025/QH15).",
    "P203.holds": "No remark names a person.",
    "P203.why": "Who signed can be read as an opinion, and a remark is copied with its row (Law 91/2025/QH15).",
    # What stands in a sentence in the place of a value that only a finding has.
    "slot.above": "level above",
    "slot.after": "later number",
    "slot.allowed": "words that may stand there",
    "slot.asked": "folder",
    "slot.before": "earlier number",
    "slot.calendar": "calendar",
    "slot.code": "code",
    "slot.column": "column",
    "slot.columns": "columns of the register",
    "slot.computed": "result by the criteria",
    "slot.damage": "what is wrong with it",
    "slot.day": "day",
    "slot.days": "how many days",
    "slot.due": "due day",
    "slot.expected": "what is expected",
    "slot.first": "first one",
    "slot.forms": "forms",
    "slot.guess": "what it may be",
    "slot.has": "number in the book",
    "slot.in_": "register",
    "slot.key": "key",
    "slot.kind": "kind",
    "slot.last": "last day",
    "slot.last_day": "last day",
    "slot.latest": "latest return",
    "slot.letter": "letter",
    "slot.level": "level",
    "slot.measure": "measure",
    "slot.median": "median",
    "slot.n": "how many",
    "slot.name": "name",
    "slot.no_use": "reason",
    "slot.opened": "first day",
    "slot.other": "other one",
    "slot.reason": "reason",
    "slot.reason_given": "reason",
    "slot.recorded": "recorded result",
    "slot.regime": "regime",
    "slot.register": "register",
    "slot.reported": "reported number",
    "slot.share": "share",
    "slot.sum": "sum",
    "slot.today": "today",
    "slot.unit": "unit",
    "slot.until": "day",
    "slot.value": "what is written",
    "slot.what": "what the parser says",
    "slot.why": "reason",
    "slot.window": "year",
    "slot.z": "its value",
}

"""What is known, with its sources, and what the sample book sets beside it."""

from datetime import date

SEED = 20210831

INVENTED = "số liệu minh họa"  # the note of every row that is no fact

# Báo Thanh Hóa, August 2021 (article 141626). The day is a choice: the article names the month only.
AS_OF = date(2021, 8, 31)
HOUSEHOLDS = 29_853
SIGNED = 25_915
ANXH_GROUPS = 1_288
STUDENTS = 9_855
ORGANISATIONS_SIGNED = 30  # agencies, enterprises and schools as one number

STUDENTS_TOTAL = 10_402  # synthetic: no denominator was published

CAMPAIGN = date(2021, 3, 1)  # synthetic: when the signing began was not published
FIRST_LISTING = (date(2020, 1, 2), date(2020, 1, 31))
BEFORE = (date(2020, 2, 1), date(2021, 8, 20))
AFTER = (date(2021, 9, 1), date(2026, 6, 30))
NEW_COMMUNES_SIGN = (date(2025, 8, 4), date(2025, 10, 24))
TEAMS_FOUNDED = (date(2020, 1, 6), date(2021, 7, 30))
LAW_30_2023 = "2024-07-01"  # protection teams of three, one an area, replace the earlier tổ ANTT
MERGER = "2025-07-01"

# The official codes with their dated history; resolutions 786/NQ-UBTVQH14 and 1686/NQ-UBTVQH15.
# code|name|kind|opened|closed|act|note
COMMUNES = """\
15127|Cẩm Thủy|thị trấn||2019-12-01|Nghị quyết số 786/NQ-UBTVQH14|
15127|Phong Sơn|thị trấn|2019-12-01|2025-07-01||
15127|Cẩm Thủy|xã|2025-07-01||Nghị quyết số 1686/NQ-UBTVQH15|
15130|Phúc Do|xã||2019-12-01|Nghị quyết số 786/NQ-UBTVQH14|các nguồn đã dùng không nói đơn vị nào tiếp nhận
15133|Cẩm Thành|xã||2025-07-01||
15136|Cẩm Quý|xã||2025-07-01||
15139|Cẩm Lương|xã||2025-07-01||
15142|Cẩm Thạch|xã||2025-07-01||
15142|Cẩm Thạch|xã|2025-07-01||Nghị quyết số 1686/NQ-UBTVQH15|
15145|Cẩm Liên|xã||2025-07-01||
15148|Cẩm Giang|xã||2025-07-01||
15148|Cẩm Tú|xã|2025-07-01||Nghị quyết số 1686/NQ-UBTVQH15|
15151|Cẩm Bình|xã||2025-07-01||
15154|Cẩm Tú|xã||2025-07-01||
15157|Cẩm Sơn|xã||2019-12-01|Nghị quyết số 786/NQ-UBTVQH14|các nguồn đã dùng không nói đơn vị nào tiếp nhận
15160|Cẩm Châu|xã||2025-07-01||
15163|Cẩm Tâm|xã||2025-07-01||
15163|Cẩm Vân|xã|2025-07-01||Nghị quyết số 1686/NQ-UBTVQH15|
15166|Cẩm Phong|xã||2019-12-01|Nghị quyết số 786/NQ-UBTVQH14|các nguồn đã dùng không nói đơn vị nào tiếp nhận
15169|Cẩm Ngọc|xã||2025-07-01||
15172|Cẩm Long|xã||2025-07-01||
15175|Cẩm Yên|xã||2025-07-01||
15178|Cẩm Tân|xã||2025-07-01||
15178|Cẩm Tân|xã|2025-07-01||Nghị quyết số 1686/NQ-UBTVQH15|
15181|Cẩm Phú|xã||2025-07-01||
15184|Cẩm Vân|xã||2025-07-01||
"""

# Resolution 1686/NQ-UBTVQH15, article 1: the commune made, the clause, the communes that went into it whole.
MERGED = {
    "15142": (99, ("15133", "15142", "15145", "15151")),
    "15127": (100, ("15127", "15169")),
    "15148": (101, ("15136", "15139", "15148", "15154")),
    "15163": (102, ("15160", "15163", "15175", "15184")),
    "15178": (103, ("15172", "15178", "15181")),
}

# thitran.camthuy.thanhhoa.gov.vn: the town's four urban groups and twelve villages.
TOWN = "15127"
URBAN_GROUPS = ("Tân An", "Quang Trung", "Hòa Bình", "Đại Quang")
VILLAGES = ("Đại Đồng", "Hoàng Giang", "Gia Dụ", "Linh Thung", "Trường Ngọc", "Ngọc Sơn",
            "Đồng Chạ", "Dương Đình Huệ", "Cửa Hà", "Nghĩa Dũng", "Phong Ý", "Tử Niêm")  # fmt: skip
CAM_THANH, CHIENG_CHANH = "15133", "Chiềng Chanh"  # the one residential area that the article names

# Eligible households and areas of each commune. Real: 16 areas of the town, 9 of Cẩm Ngọc, both sums.
# The rest is synthetic, weighted by the populations of the merged communes (sapnhap.bando.com.vn, 2025-07-17)
# and by 1,752 households in Cẩm Ngọc in 2016 and 1,503 in Cẩm Phú in 2024.
SIZES = {
    "15127": (5_106, 16), "15133": (1_620, 7), "15136": (2_010, 8), "15139": (820, 4), "15142": (1_980, 8),
    "15145": (1_152, 5), "15148": (1_115, 5), "15151": (2_440, 9), "15154": (1_932, 8), "15160": (1_190, 5),
    "15163": (1_104, 4), "15169": (1_780, 9), "15172": (1_486, 6), "15175": (940, 4), "15178": (1_790, 7),
    "15181": (1_480, 6), "15184": (1_908, 8),
}  # fmt: skip
FULL_AREAS, WEAK_AREAS = 14, 8  # areas where everybody signed, and where about 60 % did

# The registration for the standard "An toàn về ANTT" is another act than the campaign's pledge. All of it is
# synthetic: a pilot in Cẩm Lương and Cẩm Giang that keeps the calendar of TT 124/2021 from its first year on,
# though that circular is in force only from 2022-02-10. Of a hundred households that are in an area at the end of
# a year's first quarter, so many register in the years from 1 November 2020 on, one share a year.
REGISTRATION_SEED = 20201101
FIRST_YEAR_OF_PILOT = 2021
REGISTERED = {
    "15139-01": (72, 77, 81, 85, 88, 91), "15139-02": (90, 100, 100, 98, 99, 99),
    "15139-03": (68, 69, 70, 70, 71, 72), "15139-04": (70, 75, 79, 83, 86, 88),
    "15148-01": (66, 71, 75, 80, 84, 87), "15148-02": (79, 84, 88, 91, 94, 95),
    "15148-03": (100, 100, 100, 100, 98, 99), "15148-04": (64, 66, 68, 69, 70, 71),
    "15148-05": (100, 100, 100, 100, 100, 100),
}  # fmt: skip

# What else the campaign has beside households is told by dice of its own, register by register.
ORGANISATION_SEED, RETURN_SEED, MODEL_SEED, ASSESSMENT_SEED = 20210301, 20210930, 20190326, 20211130
MEMBER_SEED, ACTIVITY_SEED = 20221118, 20210819

# The bodies that the article names; since when the campaign has worked with them was not published.
PARTNERS = (("farmers", "Hội Nông dân"), ("mttq", "Mặt trận Tổ quốc"), ("seniors", "Hội Người cao tuổi"),
            ("veterans", "Hội Cựu chiến binh"), ("women", "Hội Phụ nữ"))  # fmt: skip

MANIFEST = """\
# An illustrative book: the map, the 119 residential areas and the totals of 31/08/2021 are real, everything
# below them is synthetic. data/make_sample.py writes every file of this folder; edits here are lost.
schema = 1

[campaign]
id = "cam-thuy-sample"
title.vi = "Toàn dân bảo vệ an ninh Tổ quốc, huyện Cẩm Thủy (số liệu minh họa)"
title.en = "All people protect national security, Cẩm Thủy district (illustrative figures)"
top = "390"               # closed on 2025-07-01; the crosswalk leads on to the group cam-thuy
as_of = 2021-08-31        # a finished book; leave out to count today
calendar = "calendar"
data = "synthetic"        # real | published | synthetic
lang = "vi"

[[levels]]
id = "district"
vi = "huyện"
en = "district"

[[levels]]
id = "cluster"            # after 2025-07-01 there are no districts
vi = "cụm xã"
en = "group of communes"

[[levels]]
id = "commune"
vi = "cấp xã"
en = "commune"

[[levels]]
id = "area"
vi = "khu dân cư"
en = "residential area"

[calendars]               # first day of the year, named by the year of its last day
calendar = { first = "01-01", vi = "Năm dương lịch", en = "Calendar year" }
report = { first = "12-15", vi = "Kỳ báo cáo theo Nghị định 09/2019/NĐ-CP", en = "Reporting year of Decree 09/2019" }
area-standard = { first = "11-01", vi = "Năm xét khu dân cư", en = "Standard year of areas" }
commune-standard = { first = "11-16", vi = "Năm xét cấp xã", en = "Standard year of communes" }
team-rating = { first = "11-15", vi = "Năm xếp loại tổ", en = "Rating year of teams" }
tt23-area = { first = "10-31", last = "10-31", vi = "Năm xét khu dân cư theo Thông tư 23", en = "Circular 23, areas" }
tt23-commune = { first = "11-30", last = "11-30", vi = "Năm xét cấp xã theo Thông tư 23", en = "Circular 23, communes" }
school-year = { first = "09-01", vi = "Năm học", en = "School year" } # this book's choice: so the facts say

[returns]                 # when units report, unless a kind says otherwise
every = "month"
due = 5                   # days after the period's last day
stale = 60                # days without a return after which check warns

[pledges.household]       # one signature a household; it holds until it is withdrawn
source = "journal"
grain = "commune"         # the communes' monthly returns stand beside the journal, to be reconciled
validity = "until-withdrawn"
target = "95%"

[pledges.commune]         # the commune's own pledge; a merged commune signs anew
source = "journal"

[pledges.area]
source = "journal"

[pledges.student]         # how many pupils signed, school by school: never who
source = "returns"
grain = "school"
every = "year"

[pledges.organisation]    # agencies, enterprises, schools and armed-forces units that are open
vi = "Cơ quan, tổ chức"
en = "Organisations"
source = "journal"

# The standard's own registration: another act than the campaign's pledge, renewed every year. Here a synthetic
# pilot in two communes, Cẩm Lương (15139) and Cẩm Giang (15148), from 01/11/2020 on.
[pledges.registration]
vi = "Hộ đăng ký KDC an toàn"
en = "Safe-area registrations"
subject = "household"
source = "journal"
validity = { lapses = "year", calendar = "area-standard" }

[teams.antt]
vi = "tổ an ninh trật tự"
en = "security-and-order team"
closed = 2024-07-01
law = "Luật 30/2023/QH15"

[teams.anxh]              # outside the law of 2024: they go on
vi = "tổ an ninh xã hội"
en = "social-security group"

[teams.bvantt]            # the statutory teams that came after the tổ ANTT
vi = "tổ bảo vệ an ninh, trật tự"
en = "security-and-order protection team"
opened = 2024-07-01
law = "Luật 30/2023/QH15"

# Five kinds of model were named in the article; the instances in models.csv are synthetic.
[models.veterans]
vi = "Cựu chiến binh với ANTT"
en = "Veterans for security and order"

[models.youth]
vi = "Thanh niên tự quản về ANTT"
en = "Self-managed youth for security and order"

[models.school-gate]      # lives in a school: its reach is counted over schools
vi = "Cổng trường tự quản về TTATGT"
en = "Self-managed school gate for traffic order and safety"
reach = "school"

[models.clan]
vi = "Dòng họ tự quản về ANTT"
en = "Self-managed clan for security and order"

[models.lights]
vi = "Ánh sáng đường quê gắn với ANTT"
en = "Lights on country roads for security and order"

# What is done within days, from activities.csv: counts only, never who. All of it is synthetic.
[activities.outreach]
vi = "Tuyên truyền"
en = "Outreach"
counts = { vi = "buổi", en = "sessions" }

[activities.tips]
vi = "Tin báo của người dân"
en = "Tips from the public"
counts = { vi = "tin", en = "tips" }

[activities.awards]
vi = "Khen thưởng"
en = "Awards"
counts = { vi = "tập thể, cá nhân", en = "groups and persons" }

[activities.cameras]
vi = "Camera an ninh lắp mới"
en = "Cameras put up"
counts = { vi = "mắt", en = "cameras" }

# The safety standard "An toàn về ANTT": who is assessed, and by which rule in which year.
[standards.area]

[standards.commune]

[standards.agency]

[standards.enterprise]

[standards.school]

[regimes.tt23-2012]       # the rule of 2021; it left nobody out
vi = "Thông tư 23/2012/TT-BCA"
en = "Circular 23/2012/TT-BCA"
law = "Thông tư 23/2012/TT-BCA"
closed = 2022-02-10

[regimes.tt23-2012.subjects.area]
calendar = "tt23-area"

[[regimes.tt23-2012.subjects.area.criteria]]
vi = "100% hộ gia đình ký cam kết"
en = "100% of the households signed"
measures = ["pledges.household"]
at_least = "100%"

[regimes.tt23-2012.subjects.commune]
calendar = "tt23-commune"

[[regimes.tt23-2012.subjects.commune.criteria]]
vi = "Ít nhất 70% khu dân cư đạt"
en = "At least 70% of the residential areas met"
measures = ["standards.area.met"]
at_least = "70%"

[regimes.tt23-2012.subjects.agency]
calendar = "tt23-commune"

[regimes.tt23-2012.subjects.enterprise]
calendar = "tt23-commune"

[regimes.tt23-2012.subjects.school]
calendar = "school-year"

[regimes.tt124-2021]
vi = "Thông tư 124/2021/TT-BCA"
en = "Circular 124/2021/TT-BCA"
law = "Thông tư 124/2021/TT-BCA"
opened = 2022-02-10
exempt = ["primary-school", "pre-school", "small-enterprise", "micro-enterprise", "armed-forces"]

[regimes.tt124-2021.subjects.area]
calendar = "area-standard"

[[regimes.tt124-2021.subjects.area.criteria]]
vi = "100% hộ gia đình đang cư trú đăng ký trong quý I"
en = "100% of the resident households registered in the first quarter"
measures = ["pledges.registration"]
at_least = "100%"
by = "Q1"

[regimes.tt124-2021.subjects.commune]
calendar = "commune-standard"

[[regimes.tt124-2021.subjects.commune.criteria]]
vi = "100% khu dân cư, cơ quan, doanh nghiệp, cơ sở giáo dục đăng ký"
en = "100% of the areas, agencies, enterprises and educational institutions registered"
measures = ["standards.area", "standards.agency", "standards.enterprise", "standards.school"]   # with any result
at_least = "100%"

[[regimes.tt124-2021.subjects.commune.criteria]]
vi = "Ít nhất 70% khu dân cư, cơ quan, doanh nghiệp, cơ sở giáo dục đạt"
en = "At least 70% of the areas, agencies, enterprises and educational institutions met"
measures = ["standards.area.met", "standards.agency.met", "standards.enterprise.met", "standards.school.met"]
at_least = "70%"

# Whether a model works well is a judgement that no count can make: here it is enough that there is one.
[[regimes.tt124-2021.subjects.commune.criteria]]
vi = "Có ít nhất 01 mô hình hoạt động hiệu quả"
en = "At least one model that works well"
measures = ["models.veterans", "models.youth", "models.school-gate", "models.clan", "models.lights"]
at_least = 1

[regimes.tt124-2021.subjects.agency]
calendar = "commune-standard"

[regimes.tt124-2021.subjects.enterprise]
calendar = "commune-standard"

[regimes.tt124-2021.subjects.school]    # "nhà trường" to 09/02/2022
vi = "cơ sở giáo dục"
en = "educational institutions"
calendar = "commune-standard"

# What the checks find here and the book lives with; each waiver is counted aloud whenever the book is checked.
[[waivers]]
rule = "T001"
register = "book"
key = "calendars tt23-*"
reason = "Thông tư 23/2012/TT-BCA: năm xét tính cả hai ngày đầu và cuối"

[[waivers]]
rule = "R102"
register = "claims"
key = "2020-06-schools"
reason = "số minh họa: tháng 6/2020 chưa trường nào được xét"

[[waivers]]
rule = "R101"
register = "claims"
key = "2021-12-rate"
reason = "số minh họa: bài tháng 12/2021, đối chiếu với số ngày 31/08/2021"

[[waivers]]
rule = "R201"
register = "returns"
key = "2021-08-31 15142 pledges.household"
reason = "số minh họa: báo cáo lập trước khi nhập hết phiếu của Cẩm Thạch"
"""

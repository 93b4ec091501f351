"""A small book that is right, and for each rule of the registry a way to break it and one that almost does."""

from collections.abc import Mapping
from typing import NamedTuple

from tests.helpers import crosswalk, manifest, padded, units

KINDS = """
[calendars]
calendar = "01-01"

[pledges.household]

[pledges.commune]

[pledges.organisation]

[pledges.student]
source = "returns"
grain = "commune"

[teams.antt]

[models.clan]
reach = "school"

[standards.area]

[standards.school]

[regimes.r]
closed = 2022-02-10
exempt = ["small"]

[regimes.r.subjects.area]
calendar = "calendar"

[[regimes.r.subjects.area.criteria]]
measures = ["pledges.household"]
at_least = "50%"

[regimes.r.subjects.school]
calendar = "calendar"

[regimes.s]
opened = 2022-02-10

[regimes.s.subjects.area]
calendar = "calendar"
"""
GOOD: Mapping[str, str] = {
    "antq.toml": manifest(KINDS),
    "units.csv": units(
        "D,Huyện,district",
        "1,Xã Một,commune,D",
        "2,Xã Hai,commune,D,,2021-07-01",
        "3,Xã Ba,commune,D,2021-07-01",
        "1-1,Thôn 1,area,1",
        "2-1,Thôn 2,area,2",
    ),
    "crosswalk.csv": crosswalk("2021-07-01,2,3,same"),
    "households.csv": padded(
        "household,area,joined,left,excluded", "h1,1-1", "h2,2-1,,2021-06-01", "h2,1-1,2021-06-01", "h3,2-1"
    ),
    "organisations.csv": padded(
        "code,name,kind,unit,opened,closed,exempt", "s1,Trường Một,school,1", "s2,Trường Hai,school,1,,,small"
    ),
    "pledges.csv": padded(
        "date,kind,pledger,event",
        "2021-03-01,household,h1,signed",
        "2021-03-01,commune,2,signed",
        "2021-03-01,organisation,s1,signed",
    ),
    "returns.csv": padded("date,unit,measure,count,total", "2021-08-01,1,pledges.student,5,9"),
    "teams.csv": padded("code,kind,unit,established,dissolved", "t1,antt,1-1,2020-01-01"),
    "models.csv": padded("code,kind,unit,host,established", "m1,clan,1-1,s1,2021-01-01"),
    "assessments.csv": padded("date,subject,regime,window,result", "2021-06-01,1-1,r,2021,met"),
    "claims.csv": padded("id,figure,value,source", "c1,pledges.household@D:2021-08-31,1/3,báo"),
    "directives.csv": padded("number,date,issuer,title", "05/CT,2021-01-01,UBND,Chỉ thị"),
}


class Fault(NamedTuple):
    """Files to change so that a rule is broken, and so that it is not; None takes a file away."""

    bad: Mapping[str, str | None]
    good: Mapping[str, str | None]


def changed(change: Mapping[str, str | None]) -> dict[str, str]:
    """The good book with some of its files changed."""
    return {name: text for name, text in ({**GOOD, **change}).items() if text is not None}


def swap(name: str, old: str, bad: str, good: str) -> Fault:
    """A fault that is another text in the place of one in a file."""
    assert GOOD[name].count(old) == 1
    return Fault({name: GOOD[name].replace(old, bad)}, {name: GOOD[name].replace(old, good)})


def more(name: str, bad: str, good: str) -> Fault:
    """A fault that is another line at the end of a file."""
    return Fault({name: f"{GOOD[name]}{bad}\n"}, {name: f"{GOOD[name]}{good}\n"})


M, U, W, H = "antq.toml", "units.csv", "crosswalk.csv", "households.csv"
P, R, T = "pledges.csv", "returns.csv", "teams.csv"
O, A, C = "organisations.csv", "assessments.csv", "claims.csv"  # noqa: E741 - an O is no zero here
HOSTED = "models.csv"
CIVIL = 'calendar = "01-01"'
TWO_WAYS = crosswalk("2021-07-01,2,3,same", "2021-07-01,4,1,part", "2021-07-01,4,3,part")
OPENED = "opened = 2022-02-10\n"
# A criterion of a quarter of the year of a calendar x.
BY_QUARTER = (
    GOOD[M].replace('"50%"\n', '"50%"\nby = "Q1"\n').replace('area]\ncalendar = "calendar"', 'area]\ncalendar = "x"', 1)
)
FAULTS = {
    "F001": Fault({M: None}, {}),
    "F002": Fault({T: None, "teams.csv/a.csv": ""}, {T: None, "teams/a.csv": GOOD[T]}),
    "F003": Fault({"teams.toml": ""}, {T: None, "teams.toml": '[[teams]]\ncode = "t1"\nkind = "antt"\nunit = "1"\n'}),
    "F004": swap(T, "t1,", "t\udcff,", "t-1,"),
    "F005": swap(U, "Xã Một", "Xã\0Một", "Xã\tMột"),
    "F006": swap(U, "Xã Một,commune,D,,\n", "Xã Một,commune,D,,\r", "Xã Một,commune,D,,\r\n"),
    "F007": swap(U, "Xã Một", "Xã \ufeffMột", "Xã \u200bMột"),
    "F008": swap(U, "Xã Một", 'Xã "Một"', '"Xã ""Một"""'),
    "F009": swap(U, "Xã Một", '"Xã Một', '"Xã Một"'),
    "F010": Fault({W: ""}, {W: crosswalk("2021-07-01,2,3,whole")}),
    "F011": swap(T, "2020-01-01,", "2020-01-01", "2020-01-01,"),
    "F012": swap(T, "2020-01-01,", "2020-01-01,,", "2020-01-01,"),
    "F013": Fault({T: "code,kind,unit,leader\n"}, {T: "code,kind,unit,members\n"}),
    "F014": Fault({T: "code,kind\n"}, {T: "code,kind,unit\n"}),
    "F015": Fault({T: "code,kind,unit,unit\n"}, {T: "code,kind,unit,note\n"}),
    "F016": Fault({T: None, "teams.toml": "[[teams]"}, {T: None, "teams.toml": ""}),
    "F017": Fault({T: None, "teams.toml": "[teams]"}, {T: None, "teams.toml": "teams = []"}),
    "F018": Fault({"household.csv": ""}, {"household.md": "", "returns.txt": ""}),
    "F019": Fault({T: None}, {T: "code,kind,unit\n"}),
    "S001": swap(M, "[teams.antt]", '[teams.antt]\nleader = "x"', '[teams.antt]\nlaw = "x"'),
    "S002": swap(M, 'data = "synthetic"', 'data = "true"', 'data = "real"'),
    "S003": swap(M, 'data = "synthetic"\n', "", 'data = "real"\n'),
    "S004": swap(M, 'grain = "commune"', 'grain = "xa"', 'grain = "cluster"'),
    "S005": swap(M, "schema = 1", "schema = 2", "schema = 0x1"),
    "S006": swap(M, "[teams.antt]", '[teams.antt]\nopened = "2020-01-01"', "[teams.antt]\nopened = 2020-01-01"),
    "S007": swap(M, 'id = "b"', 'id = "b c"', 'id = "b-c"'),
    "S008": swap(M, 'id = "cluster"', 'id = "commune"', 'id = "cluster"\nvi = "commune"'),
    "S009": swap(M, 'source = "returns"\ngrain = "commune"', "", 'source = "returns"'),
    "S010": swap(M, 'top = "D"', 'top = "E"', 'top = "D"  # "E"'),
    "S011": swap(M, '"commune"\n\n[teams', '"commune"\nvalidity = {months = 12}\n\n[teams', '"commune"\n\n\n[teams'),
    "S012": swap(M, "closed = 2022-02-10", "closed = 2022-02-11", "closed = 2022-02-09"),
    "S013": Fault(
        {M: BY_QUARTER.replace(CIVIL, f'{CIVIL}\nx = {{first = "01-01", last = "12-31"}}')},
        {M: BY_QUARTER.replace(CIVIL, f'{CIVIL}\nx = "01-01"')},
    ),
    "S014": swap(
        M, '["pledges.household"]', '["pledges.household", "households"]', '["pledges.household", "pledges.commune"]'
    ),
    "S015": swap(M, OPENED, f"{OPENED}closed = 2022-02-10\n", f"{OPENED}closed = 2022-02-11\n"),
    "S016": swap(
        M,
        '["pledges.household"]',
        '["pledges.household", "pledges.household"]',
        '["pledges.household", "pledges.commune"]',
    ),
    "D101": swap(T, "t1,", "t 1,", "t-1,"),
    "D102": swap(T, "2020-01-01", "01/01/2020", "2020-02-01"),
    "D103": swap(T, "2020-01-01", "2021-02-29", "2020-02-29"),
    "D104": swap(R, "5,9", "5,0009", "5,"),
    "D105": swap(T, "antt,1-1", "antt,", "antt,1"),
    "D106": swap(H, "h1,1-1,,,", "h1,1-1,,,away", "h1,1-1,,,absent"),
    "D107": swap(U, "Xã Một", "Xa\u0303 Một", "Xã Mốt"),
    "D108": swap(R, "pledges.student", "pledge.student", "pledges.student"),
    "D109": Fault(
        {T: None, "teams.toml": '[[teams]]\ncode = 1\nkind = "antt"\nunit = "1"\n'},
        {T: None, "teams.toml": '[[teams]]\ncode = "1"\nkind = "antt"\nunit = "1"\n'},
    ),
    "D110": swap(C, "@D:2021-08-31", "@D", "@1:2021-08-31"),
    "D111": swap(C, "1/3", "1 of 3", "33.3%"),
    "D112": swap(A, ",2021,", ",21,", ",2021,"),
    "D201": swap(T, "2020-01-01,", "2020-01-01,2020-01-01", "2020-01-01,2020-01-02"),
    "D202": swap(R, "5,9", "5,4", "5,5"),
    "D301": more(T, "t1,antt,1-1,2020-01-01,", "t2,antt,1-1,2020-01-01,"),
    "D302": more(T, "t1,antt,1-1,2020-01-02,", "t2,antt,1-1,2020-01-02,"),
    "D303": swap(H, "h2,2-1,,2021-06-01", "h2,2-1,,2021-06-02", "h2,2-1,,2021-05-31"),
    "X101": swap(T, "antt,1-1", "antt,1-2", "antt,2-1"),
    "X102": swap(T, "antt,1-1", "antt,3", "antt,2"),
    "X103": swap(U, "Thôn 2,area", "Thôn 2,thon", "Thôn 2,area"),
    "X104": swap(U, "area,1,", "area,1-1,", "area,D,"),
    "X105": swap(U, "area,1,", "area,2-1,", "area,2,"),
    "X106": Fault({W: crosswalk("2021-07-01,2,3,part")}, {W: crosswalk("2021-07-01,2,1,whole")}),
    "X107": swap(U, "area,1,", "area,,", "area,D,"),
    "X108": swap(U, "area,2,,", "area,3,2021-09-01,", "area,2,2021-01-01,"),
    "X109": Fault(
        {W: crosswalk("2021-07-01,2,3,same", "2021-07-01,1,3,whole")},
        {W: crosswalk("2021-07-01,2,3,same", "2021-07-01,1,3,part")},
    ),
    "X110": Fault({W: crosswalk("2021-07-01,2,1,same")}, {W: crosswalk("2021-07-01,2,1,whole")}),
    "X111": Fault(
        {U: f"{GOOD[U]}4,Xã Bốn,commune,D,,2021-07-01\n", W: TWO_WAYS.replace("4,1,part", "4,1,whole")},
        {U: f"{GOOD[U]}4,Xã Bốn,commune,D,,2021-07-01\n", W: TWO_WAYS},
    ),
    "X201": swap(T, "antt", "anttt", "antt"),
    "X202": more(P, "2021-03-01,household,h9,signed", "2021-03-01,household,h2,signed"),
    "X203": more(P, "2021-07-01,commune,2,withdrawn", "2021-06-30,commune,2,withdrawn"),
    "X204": more(O, "2-1,Ban,agency,1,,,", "2-2,Ban,agency,1,,,"),
    "X205": swap(R, "pledges.student", "pledges.students", "pledges.household"),
    "X206": swap(M, "[teams.antt]", "[teams.antt]\nopened = 2020-01-02", "[teams.antt]\nopened = 2020-01-01"),
    "X207": swap(HOSTED, ",s1,", ",s3,", ",s2,"),
    "X208": swap(O, ",small", ",smal", ",small"),
    "X301": swap(A, ",r,", ",q,", ",r,"),
    "X302": swap(A, "2021-06-01,1-1,r,2021", "2022-02-09,1-1,s,2022", "2022-02-10,1-1,s,2022"),
    "X303": swap(A, ",1-1,", ",1-2,", ",2-1,"),
    "X304": swap(A, ",1-1,", ",1,", ",s1,"),
    "X305": swap(A, ",1-1,", ",s2,", ",s1,"),
    "X306": swap(A, "2021-06-01", "2020-12-31", "2021-01-01"),
    "T001": swap(M, CIVIL, f'{CIVIL}\nx = {{first = "10-31", last = "10-31"}}', f'{CIVIL}\nx = "10-31"'),
    "T002": swap(
        M,
        CIVIL,
        f'{CIVIL}\nx = {{first = "11-02", last = "10-31"}}',
        f'{CIVIL}\nx = {{first = "11-01", last = "10-31"}}',
    ),
}

# Rules that need the whole book counted: no check finds them, but the commands that compare two numbers.
STUDENTS = "2021-08-01,3,pledges.student,2,3\n2021-08-01,D,pledges.student,"
TOLD = {
    "R101": swap(C, "1/3", "2/3", "33.33%"),
    "R102": swap(
        C, "pledges.household@D:2021-08-31,1/3", "pledges.student@D:2021-08-31,5", "pledges.student@1:2021-08-31,5"
    ),
    "R103": swap(C, "pledges.household", "pledges.houshold", "pledges.household"),
    "R201": more(R, "2021-08-01,1,pledges.household,2,2", "2021-08-01,1,pledges.household,1,2"),
    "R202": more(R, f"{STUDENTS}8,12", f"{STUDENTS}7,12"),
    "R301": swap(M, '"50%"', '"50.01%"', '"50%"'),
}

"""The rules of reading: structure (F), manifest (S), values within a register (D)."""

from antq_cli.core.findings import BOOK, Rule
from antq_cli.core.names import REGISTER_NAMES

ALL = REGISTER_NAMES
_BOOK = (BOOK,)
_FILES = (BOOK, *ALL)  # the manifest is a file as well
_DATED = tuple(name for name in ALL if name != "claims")  # the day of a claim is in its figure
_CODED = tuple(name for name in ALL if name != "directives")  # papers have numbers
# What the models of their rows say; these rules are told without loading them.
_HAPPENED = ("pledges", "returns", "activities", "assessments")
_STRETCHES = ("units", "households", "organisations", "partners")
_COUNTED = ("returns", "teams", "models", "activities")
RULES = {
    rule.code: rule
    for rule in (
        Rule("F001", "no-book", of=_BOOK),
        Rule("F002", "unreadable-file", of=_FILES),
        Rule("F003", "two-forms", of=ALL),
        Rule("F004", "not-utf-8", of=_FILES),
        Rule("F005", "nul", of=ALL),
        Rule("F006", "lone-cr", of=ALL),
        Rule("F007", "bom-inside", of=ALL),
        Rule("F008", "stray-quote", of=ALL),
        Rule("F009", "unclosed-quote", of=ALL),
        Rule("F010", "no-header", of=ALL),
        Rule("F011", "short-row", of=ALL),
        Rule("F012", "long-row", of=ALL),
        Rule("F013", "unknown-column", of=ALL),
        Rule("F014", "missing-column", of=ALL),
        Rule("F015", "repeated-column", of=ALL),
        Rule("F016", "invalid-toml", of=_FILES),
        Rule("F017", "not-an-array-of-tables", of=ALL),
        Rule("F018", "stray-file", "warning", of=_FILES),
        Rule("F019", "missing-register", of=ALL),
        Rule("F020", "other-separator", of=ALL),
        Rule("F021", "lines-above-the-header", of=ALL),
        Rule("F022", "headings-in-other-words", of=ALL),
        Rule("F023", "unmerged-versions", of=_FILES),
        Rule("F024", "comma-in-a-count", of=_COUNTED),
        Rule("F025", "edited-during-a-change", of=_FILES),
        Rule("F026", "unreadable-record", of=_BOOK),
        Rule("S001", "unknown-key", of=_BOOK),
        Rule("S002", "invalid-value", of=_BOOK),
        Rule("S003", "missing-key", of=_BOOK),
        Rule("S004", "unknown-reference", of=_BOOK),
        Rule("S005", "unknown-schema", of=_BOOK),
        Rule("S006", "not-a-day", of=_BOOK),
        Rule("S007", "not-a-code", of=_BOOK),
        Rule("S008", "repeated-level", of=_BOOK),
        Rule("S009", "student-journal", of=_BOOK),
        Rule("S011", "validity-of-returns", of=_BOOK),
        Rule("S012", "two-regimes", of=_BOOK),
        Rule("S013", "part-of-a-window", of=_BOOK),
        Rule("S014", "share-of-what-has-none", of=_BOOK),
        Rule("S015", "ends-before-it-begins", of=_BOOK),
        Rule("S016", "repeated-measure", of=_BOOK),
        Rule("S022", "no-such-day-in-the-window", of=_BOOK),
        Rule("S023", "two-issuers", of=_BOOK),
        Rule("D101", "code", of=_CODED),
        Rule("D102", "day-form", of=_DATED),
        Rule("D103", "no-such-day", of=_DATED),
        Rule("D104", "count", of=_COUNTED),
        Rule("D105", "blank", of=ALL),
        Rule("D106", "choice", of=("crosswalk", "households", "organisations", "pledges", "assessments")),
        Rule("D107", "not-nfc", of=ALL),
        Rule("D108", "measure", of=("returns",)),
        Rule("D109", "toml-type", of=ALL),
        Rule("D110", "figure", of=("claims",)),
        Rule("D111", "claimed-value", of=("claims",)),
        Rule("D112", "year", of=("assessments",)),
        Rule("D115", "written-as-elsewhere", of=_DATED),
        Rule("D116", "no-row", of=ALL),
        Rule("D201", "last-day-not-after-first", of=(*_STRETCHES, "teams", "models")),
        Rule("D202", "count-over-total", of=("returns",), counted=True),
        Rule("D203", "last-day-before-first", of=("activities",)),
        Rule("D301", "repeated-key", of=ALL, counted=True),
        Rule("D302", "contradicting-rows", of=ALL),
        Rule("D303", "overlapping-stretches", of=_STRETCHES),
        Rule("T003", "before-the-campaign", of=_HAPPENED),
    )
}
# A row that breaks one of these is reported and counted all the same: the figure is shown as it is.
KEPT = frozenset({"D202"})

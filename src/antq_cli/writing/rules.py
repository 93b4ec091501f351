"""Why a change of a book is refused.

A file cannot be put right (U10); what is to be entered cannot be (U11, U12); somebody else does, or has done,
something to what is to be written (U13, U14).
"""

from antq_cli.core.findings import Finding, Kept, Place, Refused, Rule

RULES = {
    rule.code: rule
    for rule in (
        Rule("U101", "file-of-no-register"),
        Rule("U102", "toml-as-it-is"),
        Rule("U103", "unknown-coding"),
        Rule("U104", "not-in-this-coding"),
        Rule("U105", "no-table"),
        Rule("U106", "order-of-days"),
        Rule("U107", "days-in-several-forms"),
        Rule("U108", "count-in-two-ways"),
        Rule("U110", "kind-not-told"),
        Rule("U111", "no-codes"),
        Rule("U112", "stdin-closed"),
        Rule("U113", "day-to-come"),
        Rule("U114", "no-text-of-a-cell"),
        Rule("U115", "taken-for-a-formula"),
        Rule("U116", "no-file-of-the-register"),
        Rule("U117", "file-not-told"),
        Rule("U118", "option-needed"),
        Rule("U119", "too-many-at-once"),
        Rule("U120", "word-needed"),
        Rule("U121", "no-such-household"),
        Rule("U122", "household-gone"),
        Rule("U123", "stretch-begins-later"),
        Rule("U150", "several-sheets"),
        Rule("U151", "no-such-sheet"),
        Rule("U152", "not-a-range"),
        Rule("U153", "no-file-to-import"),
        Rule("U154", "cannot-be-read"),
        Rule("U155", "not-ignored"),
        Rule("U156", "mapping-is-there"),
        Rule("U157", "template-suffix"),
        Rule("U158", "no-mapping-to-save"),
        Rule("U159", "file-is-there"),
        Rule("U130", "book-busy"),
        Rule("U131", "changed-meanwhile"),
        Rule("U132", "log-grew"),
        Rule("U133", "changed-later"),
        Rule("U134", "edited-after"),
        Rule("U135", "book-moves"),
        Rule("U136", "replace-refused"),
        Rule("U137", "file-held"),
        Rule("U138", "link-out-of-the-book"),
        Rule("U139", "cannot-change"),
        Rule("U140", "no-state"),
        Rule("U141", "no-such-change"),
        Rule("U142", "not-undoable"),
        Rule("U143", "not-a-change"),
        Rule("U144", "taken-back-already"),
    )
}
# What another one does, or did, is in the way: to be tried again, or looked at (exit 5).
_KEPT = frozenset({"U130", "U131", "U132", "U133", "U134", "U135", "U136"})


def refusal(code: str, place: str, **values: object) -> Refused:
    """Return the refusal of a change by a rule, at a file of the book; exit 5 where another one is in the way."""
    found = Finding(RULES[code], Place(place), {"value": place, **values})
    return Kept(found) if code in _KEPT else Refused(found)

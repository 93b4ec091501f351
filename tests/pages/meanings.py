"""What each column, and each gap in a message, is a number of; written down here by itself, not read off the pages.

A number is told by the record that has it and its part; of a figure also the part of the measure, such as ``members``.
"""

_RATE = {"Figure: num/den", "Figure reach: num/den", "Figure met: num/den"}
_FLOWS = {f"Figure {flow}: num/den" for flow in ("signed", "withdrawn", "lapsed")}
_PAGES = {"Month: as_of", "Annex: as_of"}
OUTCOMES = ("new", "same", "changed", "refused", "blank")
ROW_CLASSES = (
    *("title", "header", "signs", "repeated-header", "group", "subtotal", "total", "data", "note", "blank", "untold"),
    "unread",
)
_STATES = ("below-grain", "no-denominator", "not-reported", "partial")

MEANS: dict[str, set[str]] = {
    # Changes
    "column.change": {"Record: id"},
    "title.change:id": {"Record: id"},
    "log.undo-of:id": {"Record: of"},
    "log.files:n": {"Record: touched"},
    **{f"column.{part}": {f"Rows: {part}"} for part in ("added", "changed", "removed")},
    **{f"rows.{part}:n": {f"Rows: {part}"} for part in ("added", "changed", "removed")},
    # What sheets come to
    **{f"import.sum-register:{part}": {f"SheetSums: {part}"} for part in OUTCOMES},
    **{f"column.outcome.{part}": {f"SheetSums: {part}"} for part in OUTCOMES},
    **{f"import.compared:{part}": {f"SheetSums: {part}"} for part in ("agrees", "differs", "not_compared")},
    "import.sum-sheet:n": {"SheetSums: rows"},
    "import.sum-register:n": {"SheetSums: entered"},
    "import.absent:n": {"SheetSums: absent"},
    "column.count": {"dict: count", "dict: total"},
    "import.old:old": {"dict: count", "dict: total"},
    "column.day": {"SheetSums: first", "SheetSums: last"},
    "column.rows-of-data": {"SheetSums: data"},
    "column.differing": {"SheetSums: differs"},
    # Figures
    "column.kind": {"Figure: num/den", "Figure: num"},
    "column.part": {"Figure met: num/den", "Figure met: num"},
    "column.signed": {"Figure: num/den", *_FLOWS},
    "column.registered": {"Figure: num/den"},
    "column.percent": {
        "Figure: percent",
        "Figure lapsed: percent",
        "Figure met: percent",
        "Expected: completeness",
        "CriterionResult: percent",
    },
    "column.bar": {*_RATE, "Figure: line"},
    "column.missing": {"Figure: remaining"},
    "column.before": {"Figure: num/den", "Figure: num", *_FLOWS},
    **{f"column.flow.{flow}": {f"Figure {flow}: num/den"} for flow in ("signed", "withdrawn", "lapsed")},
    "column.flow.registered": {"Figure signed: num/den"},
    "change.points": {"Change: points"},
    "change.num": {"Change: num"},
    "change.den": {"Change: den"},
    "change.number": {"Change: num", "Pair: num", "TogetherChange: num"},
    "change.base": {"Change: den", "Pair: den"},
    "change.teams": {"Change: num"},
    "change.models": {"Change: num"},
    "change.activities": {"Change: num"},
    **{
        f"state.{state}:{part}": {f"Figure: {part}", f"Figure met: {part}"}
        for state in _STATES
        for part in ("reported", "expected")
    },
    "state.straddling:n": {"Figure: straddling"},
    "state.straddling-before:n": {"Figure: straddling"},
    "state.left-out:n": {"Figure: left_out", "Figure met: left_out"},
    "state.left-out-before:n": {
        "Figure: left_out",
        "Figure met: left_out",
        *(f"Figure {flow}: left_out" for flow in ("signed", "withdrawn", "lapsed")),
    },
    # How old numbers are, those of a row or of the parts that stand beside it in the row
    **{
        f"{message}:{name}": {
            f"Figure{of}: {part}" for of in ("", " members", " reach", " met", " not-met", " pending")
        }
        for message, parts in {
            "title.counted": {"first": "counted_from", "last": "counted_to"},
            "state.old": {"day": "counted_from"},
            "state.some-old": {"old": "old", "reported": "reported"},
            "state.old-before": {"day": "counted_from"},
            "state.some-old-before": {"old": "old", "reported": "reported"},
        }.items()
        for name, part in parts.items()
    },
    # The periods beside each other
    "column.of-period": {"Figure: percent", "Figure: num"},
    # Units that are not shown, and those below a target
    "row.others:n": {"AnnexRow: units", *(f"Figure{flow}: units" for flow in ("", " signed", " withdrawn", " lapsed"))},
    "row.bodies:n": {"Figure: units"},
    "legend.below:target": {"BelowTarget: percent"},
    "legend.below:below": {"BelowTarget: below"},
    "legend.below:known": {"BelowTarget: known"},
    # Gaps
    "column.rank": {"Gap: rank"},
    "column.needed": {"Gap: needed"},
    "gaps.said:target": {"KindGaps: percent"},
    "gaps.said:below": {"KindGaps: below"},
    "gaps.said:known": {"KindGaps: known"},
    "gaps.said:needed": {"KindGaps: together"},
    "gaps.said-both:target": {"KindGaps: percent"},
    "gaps.said-both:below": {"KindGaps: below"},
    "gaps.said-both:known": {"KindGaps: known"},
    "gaps.said-both:needed": {"KindGaps: together"},
    "gaps.said-both:together": {"Gap: needed"},
    "gaps.said-rest:target": {"KindGaps: percent"},
    "gaps.said-rest:below": {"KindGaps: below"},
    "gaps.said-rest:known": {"KindGaps: known"},
    "gaps.said-rest:needed": {"KindGaps: together"},
    "gaps.said-rest:rest": {"Gap: needed"},
    "gaps.said-rest:together": {"Gap: needed"},
    # Teams and models
    "column.teams": {"Figure: num"},
    "column.models": {"Figure: num", "Together: num"},
    "column.models-together": {"AnnexRow: models"},
    "column.members": {"Figure members: num"},
    **{f"column.reach.{family}": {"Figure reach: num/den"} for family in ("teams", "models")},
    "column.short": {"Figure reach: remaining", "CriterionResult: short"},
    "column.households-each": {"HouseholdsEach: each"},
    "state.members:reported": {"Figure members: reported"},
    "state.members:expected": {"Figure members: expected"},
    "state.members-models:reported": {"Figure members: reported"},
    "state.members-models:expected": {"Figure members: expected"},
    # Activities
    "column.activities": {"Figure: num"},
    "column.participants": {"Figure participants: num"},
    "state.participants:reported": {"Figure participants: reported"},
    "state.participants:expected": {"Figure participants: expected"},
    "part.activities:first": {"Period: first"},
    "row.kinds:n": {"Together: kinds"},
    # The standard
    "column.met": {"Figure met: num/den", "Figure met: num"},
    "column.not-met": {"Figure not-met: num"},
    "column.pending": {"Figure pending: num"},
    "column.not-assessed": {"Figure: remaining"},
    "column.exempt": {"UnitResults: exempt"},
    "column.has": {"CriterionResult: num", "CriterionResult: num/den"},
    "column.needed-in-all": {"CriterionResult: needed"},
    "criterion:n": {"CriterionResult: place"},
    "criterion.on:day": {"CriterionResult: day"},
    "row.recorded:day": {"Card: recorded_on"},
    # Claims
    "column.claim-of": {"ClaimOf: last"},
    "column.claimed": {"Asserted: num/den", "Asserted: percent"},
    "column.book": {
        *_RATE,
        *_FLOWS,
        "Figure: num",
        "Figure: percent",
        "Figure met: num",
        "Figure met: percent",
        "Figure signed: num",
        "Figure reach: num",
        "Figure reach: percent",
        "Figure members: num",
    },
    **{f"differs.{way}-rounds:n": {"Difference: to_round"} for way in ("more", "fewer")},
    **{f"differs.{way}-reach:n": {"Difference: to_reach"} for way in ("more", "fewer")},
    **{f"differs.{way}-{to}:value": {"Asserted: percent"} for way in ("more", "fewer") for to in ("rounds", "reach")},
    **{f"differs.{part}-{way}:n": {f"Difference: {part}"} for part in ("num", "den") for way in ("more", "fewer")},
    **{
        f"verdicts.{verdict}:n": {f"dict: {verdict}"}
        for verdict in ("agrees", "agrees (same source)", "differs", "unverifiable")
    },
    # Two sources
    "column.reported": {"Pair: reported_num/reported_den"},
    "column.factor": {"Pair: factor"},
    "row.reports:reported": {"Pair: reports"},
    "row.reports:expected": {"Pair: expected"},
    **{
        f"beside.{source}:{name}": {f"SideBySide: {part}"}
        for source in ("journal", "register", "finer-returns", "coarser-returns")
        for name, part in (("n", "rows"), ("differ", "differ"))
    },
    # Returns in time
    "column.received": {"Expected: received/expected"},
    "column.on-time": {"Expected: on_time"},
    "column.not-sent": {"Expected: missing"},
    "column.not-due": {"Expected: not_due"},
    "column.of-expected": {"Expected: on_time_of_expected"},
    "column.of-received": {"Expected: on_time_of_received"},
    "column.stale": {"Expected: stale"},
    "column.zero": {"Expected: zero"},
    "column.dated": {"Reporter: dated"},
    "column.received-on": {"Reporter: received"},
    "column.last": {"Reporter: last"},
    "legend.stale:n": {"ReturnsInTime: stale"},
    "legend.zero-of-zero:n": {"ReturnsInTime: zero_of_zero"},
    "legend.due:days": {"Expected: due"},
    # The campaign on one page
    "overview.missing:n": {"Figure: remaining"},
    "overview.households-each:n": {"HouseholdsEach: each"},
    "overview.not-met:n": {"Figure not-met: num"},
    "overview.pending:n": {"Figure pending: num"},
    "overview.not-assessed:n": {"Figure: remaining"},
    "overview.exempt:n": {"UnitResults: exempt"},
    "overview.claims-later:n": {"Overview: later"},
    "overview.directives:directives": {"Directive: date"},
    # The month's page
    "column.stood": {"Figure: num/den", "Figure met: num/den", "Figure: num", "Figure met: num", "Together: num"},
    "column.stood-before": {
        "Figure: num/den",
        "Figure met: num/den",
        "Figure: num",
        "Figure met: num",
        "Together: num",
    },
    "column.stood:day": {"Month: as_of"},
    "column.stood-before:day": {"Summary: as_of"},
    **{f"state.partial-before:{part}": {f"Figure: {part}", f"Figure met: {part}"} for part in ("reported", "expected")},
    "month.done:n": {"Figure: num"},
    "month.done-more:n": {"Figure: num"},
    "month.done-more:more": {"Change: num"},
    "month.changed-by:change": {"Change: num"},
    "month.changed-by:flows": {"Figure signed: num", "Figure withdrawn: num", "Figure lapsed: num"},
    "month.changed-by:others": {"ChangedBy: others"},
    "month.models:n": {"Together: kinds"},
    **{f"month.silent{source}:n": {"Expected: missing/expected"} for source in ("", "-journal", "-register")},
    **{f"month.not-due{source}:n": {"Expected: not_due/expected"} for source in ("", "-journal", "-register")},
    "month.furthest:target": {"Furthest: percent"},
    "month.furthest:units": {"Figure: percent"},
    "month.claim:of": {"ClaimOf: last"},
    "month.straddling:n": {"Figure: straddling"},
    "month.not-assessed:day": {"Summary: as_of"},
    "state.pending:n": {"Figure pending: num"},
    "overview.claim:of": {"ClaimOf: last"},
    "overview.unjudged:kinds": {"Figure: num"},
    "month.claim:claimed": {"Asserted: num/den", "Asserted: percent"},
    "month.claim:book": {*_RATE, "Figure: num", "Figure: percent", "Figure members: num"},
    # The annex
    "column.number": {"AnnexRow: number", "Taken: number"},
    "column.place": {"AnnexRow: rank"},
    # Places, periods, rules, counts of findings
    "place.inside:n": {"Entry: inside"},
    "place.from:first": {"Unit: opened", "Kind: opened"},
    "place.until:last": {"Unit: last", "Kind: last"},
    "place.from-until:first": {"Unit: opened"},
    "place.from-until:last": {"Unit: last"},
    "": {"Neighbour: date"},
    "column.first-day": {"Period: first"},
    "column.last-day": {"Period: last"},
    "column.days": {"Period: days"},
    "rules.count:n": {"Ruled: rows"},
    "column.rows": {"Step: rows", "SheetSums: rows", *(f"dict: {each}" for each in ROW_CLASSES)},
    "column.entries": {"CachedKind: entries"},
    "column.bytes": {"CachedKind: bytes"},
    "column.found": {"Step: found"},
    "column.waived": {"Step: waived"},
    "column.known": {"Step: known"},
    **{f"talk.clean:{name}": {f"dict: {name}"} for name in ("rows", "registers", "rules")},
    # Days
    "column.on": {"Period: last", "Pair: date", "HeldClaim: counted_from", "HeldClaim: counted_to"},
    "title.places:n": {"Summary: how_many"},
    "title.on:day": {"Period: last", "Summary: as_of", "Overview: as_of", "ReturnsInTime: as_of", "Outcome: as_of"}
    | _PAGES,
    "title.on-days:days": {"Summary: as_of", "Standards: as_of"},
    "legend.unended:day": {"Summary: as_of"},
    "title.at:day": {"Tree: day", "Lookup: day"},
    "title.vs:then": {"Summary: as_of"},
    "title.vs-period:first": {"Period: first"},
    "title.vs-period:last": {"Summary: as_of"},
    "title.basis:day": {"Summary: basis", "Month: basis", "Annex: basis", "ClaimOf: basis"},
    "legend.regrouped:day": {"Summary: basis", "Standards: basis", "Annex: basis"},
    **{
        f"{message}:{part}": {f"Period: {part}"}
        for message in ("title.within", "legend.window", "card.window")
        for part in ("first", "last")
    },
    **{f"title.days:{part}": {f"Period: {part}", f"ClaimOf: {part}"} for part in ("first", "last")},
}
# What stands there of the day or the period that is compared with; nothing of it stands anywhere else.
OF_BEFORE = {
    *("column.before", "column.stood-before", "column.stood-before:day", "title.vs:then"),
    "import.old:old",
    *("title.vs-period:first", "title.vs-period:last"),
    *("state.left-out-before:n", "state.straddling-before:n", "month.not-assessed:day"),
    *("state.partial-before:reported", "state.partial-before:expected"),
    *("state.old-before:day", "state.some-old-before:old", "state.some-old-before:reported"),
}

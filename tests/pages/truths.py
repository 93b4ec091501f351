"""What a number on a page is held against: what the command tells machines, or what is worked out again from that."""

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, timedelta
from fractions import Fraction
from typing import Any

from antq_cli.core.changes import Record, Rows
from antq_cli.core.figures import Figure
from antq_cli.core.measures import parse_figure
from tests.pages.made import dicts
from tests.pages.walk import Facts

# Records of which a page shows only what the manifest or the line says itself: days of kinds, of laws, of the query.
SAYS_ITSELF = {
    "Kind",
    "Neighbour",
    "Lookup",
    "Tree",
    "Overview",
    "Month",
    "Annex",
    "ReturnsInTime",
    "Standards",
    "Outcome",
}

ENDS = ("counted_from", "counted_to")


def _of_ledgers(ledgers: list[dict[str, Any]], part: str) -> object:
    """Count a part of the sums of some ledgers again, from their rows, totals and days."""
    if part in ("first", "last"):
        days = sorted(day for each in ledgers for day in each["days"])
        return days[0 if part == "first" else -1] if days else None
    outcomes = {name: sum(each["outcomes"][name] for each in ledgers) for name in ledgers[0]["outcomes"]}
    agreements = [each["agreement"].replace("-", "_") for ledger in ledgers for each in ledger["totals"]]
    counts = {
        **outcomes,
        "entered": sum(outcomes.values()) - outcomes["blank"],
        "rows": sum(sum(each["classes"].values()) for each in ledgers),
        "data": sum(each["classes"]["data"] for each in ledgers),
        "absent": len({row["unit"] for each in ledgers for row in each["absent"]}),
    }
    return counts[part] if part in counts else agreements.count(part)


def decimal(number: Fraction, decimals: int) -> str:
    """A number rounded half up, with a point."""
    units = (2 * number.numerator * 10**decimals + number.denominator) // (2 * number.denominator)
    return f"{units // 10**decimals}.{units % 10**decimals:0{decimals}}"


def rate(num: int, den: int) -> str | None:
    """A percentage with two decimals; only all are 100, only none are 0."""
    if not den:
        return None
    said = decimal(Fraction(100 * num, den), 2)
    if said == "100.00" and num != den:
        return "99.99" if num < den else "100.01"
    return "0.01" if said == "0.00" and num else said


class Truths:
    """A JSON document, asked for the numbers of records."""

    def __init__(self, document: Any) -> None:
        self.document = document
        self.objects = list(dicts(document))
        self.told = [each for each in self.objects if "figure" in each and "state" in each]

    def of(self, record: object, part: str, facts: Facts) -> list[object]:
        """What a part of a record may be; what stands there is one of these."""
        if isinstance(record, Figure):
            return [_of_figure(each, part) for each in self._rows(record)]
        if isinstance(record, (Record, Rows)):
            return [len(each["files"]) if part == "touched" else each[part] for each in self._changes(part)]
        found = getattr(self, f"_{type(record).__name__.lower()}")(record, part, facts)
        return list(found)

    def _taken(self, _: Any, part: str, __: Facts) -> Iterable[object]:
        return [each[part] for each in self.objects if "outcome" in each]

    def _changes(self, part: str) -> list[dict[str, Any]]:
        """Every object that tells of a change, or of its rows."""
        return [each for each in self.objects if ("files" if part == "touched" else part) in each]

    def _rows(self, figure: Figure) -> list[dict[str, Any]]:
        if figure.figure is not None:
            return [each for each in self.told if each["figure"] == figure.figure]
        if figure.units is not None:
            return [each for each in self.told if each.get("units") and each["measure"] == str(figure.measure)]
        return [each for each in self.told if each["level"] is None and self._is_of(each, figure)]

    def _is_of(self, row: dict[str, Any], figure: Figure) -> bool:
        return (row["measure"], row["unit"]) == (str(figure.measure), figure.unit)

    def _where(self, **named: object) -> list[dict[str, Any]]:
        return [each for each in self.objects if all(name in each and each[name] == named[name] for name in named)]

    def _belowtarget(self, _: Any, part: str, __: Facts) -> Iterable[object]:
        told = self.document["below_target"]
        rows = {each["unit"] for each in self.document["rows"] if each["measure"] == told["measure"]}
        assert told["below"] == len(rows) + sum(each["units"] for each in self.document["omitted"][:1])
        return [told["target" if part == "percent" else part]]

    # Gaps ------------------------------------------------------------------------------------------------------

    def _gap(self, gap: Any, part: str, _: Facts) -> Iterable[object]:
        return [each[part] for each in self._rows(gap.figure)]

    def _kindgaps(self, _: Any, part: str, facts: Facts) -> Iterable[object]:
        rows = [each for each in self.document["rows"] if each["measure"] == facts["kind"]]
        rows = [each for each in rows if each.get("under", facts["unit"]) == facts["unit"]]
        totals = [each for each in self.document["totals"] if each["measure"] == facts["kind"]]
        (total,) = (each for each in totals if each["unit"] == facts["unit"])
        ranked = [each for each in rows if each["rank"] is not None]
        left = self.document.get("omitted", ())
        omitted = [each for each in left if each["measure"] == facts["kind"] and each["needed"] is not None]
        below = len(ranked) + sum(each["units"] for each in omitted)
        worked_out: dict[str, Callable[[], object]] = {
            "percent": lambda: total["target"],
            "below": lambda: below,
            "known": lambda: below + total["reached"],
            "together": lambda: sum(each["needed"] for each in (*ranked, *omitted)),
        }
        return [worked_out[part]() if part in worked_out else total.get(part)]

    # Changes ---------------------------------------------------------------------------------------------------

    def _change(self, _: Any, part: str, facts: Facts) -> Iterable[object]:
        of = facts.get("part") or facts["flow"]
        measure = f"{facts['kind']}.{of}" if of else facts["kind"]
        rows = [
            each
            for each in self.told
            if (each["measure"], each["unit"] or "", each["level"] is None) == (measure, facts["unit"], facts["rest"])
        ]
        if facts.get("since") != "first":
            on = [each for each in rows if "day" not in facts or each["period"]["last"] == str(facts["day"])]
            return [each["change"][part] for each in on if each.get("change")]
        last = max(rows, key=lambda each: str(each["period"]["last"]))
        known = [each for each in rows if each["num"] is not None and each["period"] != last["period"]]
        first = min(known, key=lambda each: str(each["period"]["last"]), default=None)
        return [_moved(first, last, part)]

    # Teams, models, the standard -------------------------------------------------------------------------------

    def _householdseach(self, each: Any, _part: str, _: Facts) -> Iterable[object]:
        households = None if each.households is None or each.households.state != "counted" else each.households.num
        known = households is not None and bool(each.figure.num)
        assert not known or households in self._numbers_of("households") or "households" not in self.document
        return [decimal(Fraction(households or 0, each.figure.num), 1) if known else None]

    def _numbers_of(self, measure: str) -> set[object]:
        return {each["num"] for each in self.told if each["measure"] == measure}

    def _together(self, _: Any, part: str, facts: Facts) -> Iterable[object]:
        numbers = self._models(before=bool(facts.get("before")))
        return [len(numbers) if part == "kinds" else None if None in numbers else sum(filter(None, numbers))]

    def _models(self, *, before: bool) -> list[int | None]:
        """How many models there are of each kind, or were on the day that is compared with."""
        rows = [each for each in self.document["rows"] if re.fullmatch(r"models\.[^.]+", each["measure"])]
        return [each["before"]["num"] if before else each["num"] for each in rows]

    def _togetherchange(self, *_: Any) -> Iterable[object]:
        now, then = self._models(before=False), self._models(before=True)
        return [None if None in (*now, *then) else sum(filter(None, now)) - sum(filter(None, then))]

    # The month's page, the annex -------------------------------------------------------------------------------

    def _furthest(self, each: Any, part: str, _: Facts) -> Iterable[object]:
        """What stands under the figure; the three are in the order of how far they are from their targets."""
        told = self.document["furthest"]
        lacks = [Fraction(row["target"]) - Fraction(100 * row["num"], row["den"]) for row in told]
        assert lacks == sorted(lacks, reverse=True)
        assert all(lack > 0 for lack in lacks)
        return [row["target" if part == "percent" else part] for row in told if row["figure"] == each.figure.figure]

    def _changedby(self, _: Any, __: str, facts: Facts) -> Iterable[object]:
        """What the flows leave of the change."""
        (told,) = (each for each in self.document["changed_by"] if each["measure"] == facts["kind"])
        flows = {name: told[name]["num"] if told[name] else 0 for name in ("signed", "withdrawn", "lapsed")}
        return [told["change"] - (flows["signed"] - flows["withdrawn"] - flows["lapsed"])]

    def _annexrow(self, row: Any, part: str, _: Facts) -> Iterable[object]:
        rows = self.document["rows"] if row.number or row.level is None else self.document["totals"]
        rows = self.document["omitted"] if row.units else rows
        (told,) = (each for each in rows if (each["unit"] or "", each["level"]) == (row.unit, row.level))
        if part == "models":
            assert told["models"] == sum(told[name]["num"] for name in told if name.startswith("models."))
        return [told[part], *([rows.index(told) + 1] if part == "number" else [])][-1:]

    def _unitresults(self, each: Any, part: str, facts: Facts) -> Iterable[object]:
        rows = self._where(measure=facts["kind"], unit=facts["unit"], level=each.assessed.level)
        return [row[part] for row in rows if part in row] or [getattr(each, part)]

    def _criterionresult(self, one: Any, part: str, facts: Facts) -> Iterable[object]:
        rows = self._where(unit=facts["unit"], criterion=one.place)
        return [one.place] if part == "place" else [each[part] for each in rows if str(each["day"]) == str(one.day)]

    def _card(self, _: Any, part: str, facts: Facts) -> Iterable[object]:
        return [each[part] for each in self._where(unit=facts["unit"]) if part in each]

    # Claims, two sources, returns in time ----------------------------------------------------------------------

    def _of_claim(self, facts: Facts) -> dict[str, Any]:
        (row,) = (each for each in self._where(id=facts["claim"]) if "verdict" in each)
        return row

    def _claimof(self, _: Any, part: str, facts: Facts) -> Iterable[object]:
        named = parse_figure(self._of_claim(facts)["figure"])
        assert named is not None
        return [str(getattr(named, part))]

    def _asserted(self, _: Any, part: str, facts: Facts) -> Iterable[object]:
        return [self._of_claim(facts)["asserted"][part]]

    def _difference(self, _: Any, part: str, facts: Facts) -> Iterable[object]:
        return [self._of_claim(facts)["difference"][part]]

    def _heldclaim(self, _: Any, part: str, facts: Facts) -> Iterable[object]:
        days = self._of_claim(facts)["counted_on"] or [None, None]
        return [days[ENDS.index(part)]]

    def _sheetsums(self, sums: Any, part: str, _: Facts) -> Iterable[object]:
        """What the ledgers of the sheets add up to: of all sheets, or of one of them."""
        ledgers = [each for each in self.document["sheets"] if each["sums"]["rows"] == sums.rows]
        return [_of_ledgers(each, part) for each in (*([one] for one in ledgers), self.document["sheets"])]

    def _cells(self, cells: Mapping[str, str], part: str) -> Iterable[object]:
        """The number of a row of the register that has these cells, or of one that had them, or of the book."""
        rows = [*self.document["rows"], *(self.document["only_in_book"] or ())]
        rows = [each for each in rows if cells.get("unit") in (None, each["unit"])]
        return [int(each[name]) for each in rows for name in (part, f"old_{part}") if each.get(name) is not None]

    def _dict(self, record: Any, part: str, _: Facts) -> Iterable[object]:
        if "only_in_book" in self.document:
            if "signs" not in record:
                return self._cells(record, part)
            return [sum(each["classes"][part] for each in self.document["sheets"])]
        if "verdicts" in self.document or "claims" in self.document:
            rows = self.document["claims"] if "claims" in self.document else self.document["rows"]
            return [sum(each["verdict"] == part for each in rows)]
        return [record[part]]  # what is said of a clean book stands in no row

    def _pair(self, pair: Any, part: str, facts: Facts) -> Iterable[object]:
        rows = self._where(measure=facts["measure"], unit=pair.unit, date=str(pair.date), level=pair.level)
        paths = {
            **{f"reported_{name}": ("reported", name) for name in ("num", "den")},
            **{name: ("difference", name) for name in ("num", "den")},
        }
        return [each[paths[part][0]][paths[part][1]] if part in paths else each[part] for each in rows]

    def _sidebyside(self, _: Any, part: str, facts: Facts) -> Iterable[object]:
        rows = self._where(measure=facts["measure"], used=facts["beside"])
        differing = [each for each in rows if any(each["difference"].values())]
        return [len(rows) if part == "rows" else len(differing)]

    def _expected(self, _: Any, part: str, facts: Facts) -> Iterable[object]:
        if "silent" in self.document:
            (silent,) = (each for each in self.document["silent"] if each["measure"] == facts["measure"])
            assert silent["missing"] + silent["not_due"] == len(silent["reporters"])
            return [silent[part]]
        totals = [each for each in self.document["totals"] if each["measure"] == facts["measure"]]
        rows = [each for each in self.document["rows"] if each["measure"] == facts["measure"]]
        if "units" in self.document:
            totals = [each for each in totals if each["unit"] == facts["unit"]]
            rows = [each for each in rows if each["under"] == facts["unit"]]
        (total,) = totals
        if "reporters" in rows[0]:
            return [_of_parts(rows, part, facts, total)]
        how = [each["arrival"] for each in rows]
        received, due = len(how) - how.count("missing") - how.count("not-due"), total["due"] is not None
        on_time = sum(each["arrival"] == "on-time" for each in rows) if due else None
        worked_out = {
            "expected": len(rows),
            "received": received,
            "missing": how.count("missing"),
            "not_due": how.count("not-due"),
            "on_time": on_time,
            "zero": sum(each["reported"] == 0 for each in rows),
            "completeness": rate(received, len(rows)),
            "on_time_of_expected": None if on_time is None else rate(on_time, len(rows)),
            "on_time_of_received": None if on_time is None else rate(on_time, received),
        }
        assert total[part] == worked_out.get(part, total[part])
        return [total[part]]

    def _reporter(self, _: Any, part: str, facts: Facts) -> Iterable[object]:
        return [each[part] for each in self._where(measure=facts["measure"], unit=facts["unit"]) if part in each]

    # Places, periods, rules, findings, days --------------------------------------------------------------------

    def _entry(self, entry: Any, part: str, _: Facts) -> Iterable[object]:
        return [each[part] for each in self._where(code=entry.unit.code) if part in each]

    def _unit(self, unit: Any, part: str, _: Facts) -> Iterable[object]:
        rows = self._where(code=unit.code, name=unit.name)
        if part != "last":
            return [each[part] for each in rows if part in each]
        closed = [each["closed"] for each in rows if "closed" in each]
        return [day and str(date.fromisoformat(day) - timedelta(1)) for day in closed]

    def _period(self, period: Any, part: str, _: Facts) -> Iterable[object]:
        told = [each[part] for each in self._where(name=period.name) if part in each]
        days = (period.last - period.first).days + 1
        return [*told, days if part == "days" else str(getattr(period, part))]

    def _step(self, step: Any, part: str, _: Facts) -> Iterable[object]:
        return [each[part] for each in self._where(code=step.rule.code, register=step.register) if part in each]

    def _ruled(self, _: Any, __: str, ___: Facts) -> Iterable[object]:
        return [len(self.document["rows"])]

    def _cachedkind(self, kind: Any, part: str, _: Facts) -> Iterable[object]:
        return [each[part] for each in self._where(kind=kind.kind)]

    def _directive(self, row: Any, part: str, _: Facts) -> Iterable[object]:
        return [each[part] for each in self._where(title=row.title)]

    def _summary(self, summary: Any, part: str, facts: Facts) -> Iterable[object]:
        if facts.get("before"):
            return [self.document["vs"][part]]
        if part == "how_many":
            return [len(self.document["units"])]
        return [self.document[part], str(summary.as_of)] if part == "as_of" else [self.document[part]]


def _of_parts(rows: list[dict[str, Any]], part: str, facts: Facts, total: dict[str, Any]) -> object:
    """Who was to report in a unit, or in all of them, which is the sum."""
    of_unit = [each for each in rows if (each["unit"], each["level"] is None) == (facts.get("unit"), facts.get("rest"))]
    assert all(each["missing"] + each["not_due"] == len(each["reporters"]) for each in rows)
    if of_unit:
        return of_unit[0][part]
    assert isinstance(total[part], str) or total[part] in (None, sum(each[part] for each in rows))
    return total[part]


def _of_figure(row: dict[str, Any], part: str) -> object:
    """A part of a figure; the days of the returns that were counted stand together."""
    if part not in ENDS:
        return row[part]
    return None if row["counted_on"] is None else row["counted_on"][ENDS.index(part)]


def _moved(first: dict[str, Any] | None, last: dict[str, Any], part: str) -> object:
    """How a figure changed; where something is not known or was reported in part only, that cannot be told."""
    if first is None or last["num"] is None or "partial" in (first["state"], last["state"]):
        return None
    moved = last["num"] - first["num"]
    if part == "num":
        return moved
    if first["den"] is None or last["den"] is None:
        return None
    if part == "den":
        return last["den"] - first["den"]
    if not first["den"] or not last["den"]:
        return None
    points = 100 * (Fraction(last["num"], last["den"]) - Fraction(first["num"], first["den"]))
    said = decimal(abs(points), 2)
    said = "0.01" if points and said == "0.00" else said
    return f"{'+' if points > 0 else '-' if points else ''}{said}"

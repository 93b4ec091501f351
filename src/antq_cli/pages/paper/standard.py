"""Annex III: who meets the safety standard at each unit, kind of subject by kind of subject."""

from collections.abc import Iterator, Mapping, Sequence

from antq_cli.core.figures import Figure
from antq_cli.core.measures import REGISTRATION
from antq_cli.core.paper import Paper
from antq_cli.core.report import Pieces, Table, Text
from antq_cli.core.standards import SubjectResults, UnitResults
from antq_cli.pages.paper.cells import EMPTY, UNKNOWN, Found, derived, number
from antq_cli.pages.paper.layout import Formula, Part, Place, Told, first_columns, laid_out, remarks
from antq_cli.pages.paper.notes import notes, remark
from antq_cli.pages.paper.places import places
from antq_cli.pages.paper.pledges import counted_columns, name_of
from antq_cli.pages.standards import rules
from antq_cli.words.speech import Speech, speech


def standards(paper: Paper, lang: str) -> list[Table]:
    """Return the results at each unit; where a kind of subject was judged in several years, a table for each year."""
    several = [each for each in paper.standards.subjects if each.units]
    by_year: dict[str | None, list[SubjectResults]] = {}
    again = len({each.kind.id for each in several}) < len(several)
    for each in several:
        by_year.setdefault(each.rule.window.name if again and each.rule else None, []).append(each)
    found = [_standard(paper, subjects, speech(lang)) for subjects in by_year.values()]
    return [table for table in found if table is not None]


def _standard(paper: Paper, subjects: Sequence[SubjectResults], said: Speech) -> Table | None:
    summaries = [*(each.summary for each in subjects), *paper.of_family("pledges")]
    found = Found(summaries, said.lang)
    registered = list(_registered(paper, found, said))
    measures = [each.kind.measure.of("met") for each in subjects] + [part.measures[0] for part in registered]
    lines = places(paper, summaries, measures, said)
    parts = [*(_Subject(paper, found, each, said).part() for each in subjects), *registered]
    last = [remarks(said, lambda place: remark(found, place, parts, said))]
    sheet = laid_out(lines, parts, first_columns(said), last)
    if sheet is None:
        return None
    told = notes(paper, found, sheet, said, "annex.unknown-result")
    beneath = [*told, *((Text(f"{rule.text(said)}."),) for rule in rules(subjects))]
    return sheet.table(beneath, _title(paper, subjects, said), said.say("sheet.standard"))


def _title(paper: Paper, subjects: Sequence[SubjectResults], speech: Speech) -> str:
    """Return what the table is called: by the year and the rule where all are judged in years of one name, by one."""
    judged = {(each.rule.regime, each.rule.window.name): each.rule for each in subjects if each.rule is not None}
    rule = next(iter(judged.values())) if len(judged) == 1 else None
    law = None if rule is None else speech.named(rule.vi, rule.en)
    if rule is None or law is None or rule.window.name is None:
        return speech.say("annex.title.standard", day=paper.as_of)
    if any(each.rule is not None and each.rule.window.last > paper.as_of for each in subjects):
        law = f"{law}; {speech.say('title.on', day=paper.as_of)}"  # not all of it is over
    return speech.say("annex.title.standard-year", year=rule.window.name, law=law)


def _registered(paper: Paper, found: Found, speech: Speech) -> Iterator[Part]:
    """Yield the columns of those who registered for the standard, which is a pledge of its own, with its day."""
    kind = paper.kind(REGISTRATION)
    if kind is not None and kind in paper.kinds("pledges"):
        group = f"{name_of(kind, speech)} ({speech.say('title.on', day=paper.as_of)})"
        columns = counted_columns(found, kind, speech, signed_as="annex.registered")
        yield Part(name_of(kind, speech), [each._replace(group=group) for each in columns], [kind.measure], kind)


class _Subject:
    """The columns of a kind of subject: all results of a level, of organisations who meets it, of units their own."""

    def __init__(self, paper: Paper, found: Found, subject: SubjectResults, speech: Speech) -> None:
        self.paper, self.found, self.subject, self.speech = paper, found, subject, speech
        self.measure = subject.kind.measure
        self.name = name_of(subject.kind, speech)
        self.units: Mapping[tuple[str, str | None], UnitResults] = {
            (each.assessed.unit, each.assessed.level): each for each in subject.units
        }

    def part(self) -> Part:
        """Return the columns with what they are of."""
        columns = self._own() if self._of_units() else self._counted()
        return Part(self.name, list(columns), [self.measure.of("met"), self.measure], self.subject.kind)

    def _of_units(self) -> bool:
        """Return whether the subjects are the units of the lines, each of which is one."""
        rows = [each.assessed for each in self.subject.units if each.assessed.level == self.measure.kind]
        by = self.paper.by
        return (
            by is not None and by.id == self.measure.kind and all(row.den is not None and row.den <= 1 for row in rows)
        )

    def _own(self) -> Iterator[Told]:
        yield Told(
            f"{self.measure}.met", self.speech.say("column.result"), self._result, self.name, numeric=False, kept=True
        )
        of_kind = [each for each in self.paper.standards.subjects if each.kind.id == self.subject.kind.id]
        if self.paper.decisions and of_kind[-1] == self.subject:  # the decisions are of the last year
            header = self.speech.say("annex.decision")
            yield Told("decision", header, self._decision, self.name, numeric=False, kept=True)

    def _counted(self) -> Iterator[Told]:
        """Yield how many are to be assessed and meet it; of the units of a level also what the others have."""
        whole, met = f"{self.measure}.den", f"{self.measure}.met"
        yield self._result_column(whole, "annex.assessable", "assessed", "den")
        yield self._result_column(met, "column.met", "met", "num")
        if any(level.id == self.measure.kind for level in self.paper.levels):
            yield self._result_column(f"{self.measure}.not-met", "column.not-met", "not_met", "num")
            yield self._result_column(f"{self.measure}.pending", "column.pending", "pending", "num")
            yield self._result_column(f"{self.measure}.remaining", "column.not-assessed", "assessed", "remaining")
            rate = self._result_column(f"{self.measure}.percent", "annex.met-rate", "met", "percent")
            yield rate._replace(formula=Formula("/", [met, whole]))
        if any(each.exempt for each in self.subject.units):
            yield Told(f"{self.measure}.exempt", self.speech.say("column.exempt"), self._exempt, self.name)

    def _result_column(self, key: str, header: str, which: str, part: str) -> Told:
        return Told(key, self.speech.say(header), lambda place: self._cell(place, which, part), self.name)

    def _at(self, place: Place) -> UnitResults | None:
        """Return the results at a line; of what is held above the units only if there are any."""
        unit = self.units.get((place.unit, place.level))
        return unit if unit is not None and unit.assessed.tells else None

    def _cell(self, place: Place, which: str, part: str) -> Pieces:
        unit = self._at(place)
        figure: Figure | None = None if unit is None else getattr(unit, which)
        return self.found.cell(figure, part)

    def _exempt(self, place: Place) -> Pieces:
        unit = self._at(place)
        if unit is None or unit.exempt is None:
            return EMPTY if unit is None else UNKNOWN
        whole = self.found.id(unit.assessed)
        above = ".above" if unit.assessed.rest else ""
        id_ = derived(f"{self.measure}.exempt{above}", whole)
        return (number((id_, None), "num", unit.exempt, self.found.lang),)

    def _result(self, place: Place) -> Pieces:
        """Return the result of a unit in words; of all of them how many of how many meet it."""
        unit = self._at(place)
        if unit is None:
            return EMPTY
        if place.style and unit.met.num is not None:
            met, of = (self.found.cell(unit.met, part) for part in ("num", "den"))
            return [*met, Text("/"), *of]
        return (Text(self._in_words(unit)),)

    def _in_words(self, unit: UnitResults) -> str:
        say = self.speech.say
        if unit.met.num:
            return say("result.met")
        if unit.not_met.num:
            return say("result.not-met")
        if unit.pending.num:
            return say("result.pending")
        return say("annex.exempt") if unit.exempt and not unit.assessed.den else say("annex.not-assessed")

    def _decision(self, place: Place) -> Pieces:
        decision = None if place.style else self.paper.decisions.get(place.unit)
        return EMPTY if decision is None else (Text(decision),)

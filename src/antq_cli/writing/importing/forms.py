"""The registers that sheets are imported into, each as a table of what a column of a sheet may hold of it."""

from collections.abc import Mapping, Sequence
from typing import NamedTuple

from antq_cli.core.manifest import Manifest
from antq_cli.core.measures import parse_measure

COUNT, TOTAL = "count", "total"


class Form(NamedTuple):
    """What a sheet may hold of a register.

    ``days`` are the columns of the days that a row is of, the first of them that on whose map the unit is looked for;
    ``subject`` says what is counted; ``parts`` are the columns of counts, the first of which a row has to have.
    ``dates`` and ``texts`` are columns beside them. ``families`` are those of the measures.
    """

    register: str
    days: Sequence[str]
    subject: str
    parts: Sequence[str]
    dates: Sequence[str] = ()
    texts: Sequence[str] = ()
    families: Sequence[str] = ()

    def measures(self, manifest: Manifest) -> Sequence[str]:
        """Return the measures that the register may have rows of."""
        if "activities" in self.families:
            return [f"activities.{kind}" for kind in manifest.kinds("activities")]
        return manifest.measures()

    def written(self, measure: str) -> str:
        """Return what a row of the register says that is of a measure: its id, or its kind."""
        kind = parse_measure(measure)
        return str(kind.kind) if kind is not None and self.subject == "kind" else measure

    def parts_of(self, measure: str) -> Sequence[str]:
        """Return the columns of counts that rows of a measure may fill: what has no rate has no total."""
        found = parse_measure(measure)
        rated = self.subject == "kind" or found is None or found.rated
        return self.parts if rated else self.parts[:1]

    @property
    def columns(self) -> list[str]:
        """The columns of the register that a sheet may have one of, those of counts apart."""
        return ["unit", *self.days, self.subject, *self.dates, *self.texts]


FORMS: Mapping[str, Form] = {
    form.register: form
    for form in (
        Form(
            "returns",
            days=("date",),
            subject="measure",
            parts=(COUNT, TOTAL),
            dates=("received",),
            texts=("sheet", "source", "note"),
        ),
        Form(
            "activities",
            days=("first", "last"),
            subject="kind",
            parts=(COUNT, "participants"),
            texts=("sheet", "note"),
            families=("activities",),
        ),
    )
}

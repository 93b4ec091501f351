"""`antq pledges summary` and `antq teams summary`."""

from antq_cli.cli.desk import one_of, sit_down, unit
from antq_cli.cli.options import Request
from antq_cli.core.exits import exit_for
from antq_cli.core.figures import Kind, Summary
from antq_cli.core.manifest import Manifest
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.counting.ground import Ground
from antq_cli.counting.measures import registers_of
from antq_cli.counting.summary import summarise


def pledges(request: Request) -> Outcome:
    """Count the pledges of the book's kinds."""
    return _summary(request, "pledges")


def teams(request: Request) -> Outcome:
    """Count the teams of the book's kinds."""
    return _summary(request, "teams")


def _summary(request: Request, family: str) -> Outcome:
    desk = sit_down(request)
    manifest = desk.book.manifest
    if request.by is not None:
        one_of(request.by, "--by", [level.id for level in manifest.levels])
    for kind in request.kind:
        one_of(kind, "--kind", list(getattr(manifest, family)))
    kinds = request.kind or list(getattr(manifest, family))
    ground = Ground(desk.book, [name for kind in kinds for name in registers_of(manifest, family, kind)])
    summary = summarise(
        ground, family, desk.as_of, unit=unit(ground, desk.as_of, request.unit), by=request.by, kinds=request.kind
    )
    return Outcome(
        f"{family}-summary",
        exit_for(summary.findings, anything=summary.anything, left_out=summary.left_out),
        summary,
        summary.findings,
        (*desk.notes, *_below_grain(summary, manifest), *_nothing(summary)),
        desk.label,
        desk.as_of,
        desk.today,
    )


def _below_grain(summary: Summary, manifest: Manifest) -> list[Note]:
    """Return one line for the kinds of which nothing is known so far down, instead of rows of dashes."""
    below = {row.measure for row in summary.rows if row.state == "below-grain"}
    by_grain: dict[str, list[Kind]] = {}
    for kind in summary.kinds:
        if kind.measure in below:
            declared = getattr(manifest, kind.measure.partition(".")[0])[kind.id]
            by_grain.setdefault(manifest.grain(declared), []).append(kind)
    level = {"level": manifest.level(summary.by)} if summary.by else {}
    key = "below-grain" if summary.by else "below-grain.unit"
    return [
        Note(key, {"kinds": kinds, "grain": manifest.level(grain), "unit": summary.unit_name, **level})
        for grain, kinds in by_grain.items()
    ]


def _nothing(summary: Summary) -> list[Note]:
    if not summary.kinds:
        return [Note("nothing.kinds")]
    if summary.before_everything:
        return [Note("nothing.before", {"day": summary.as_of})]
    return [] if summary.anything else [Note("nothing.rows")]

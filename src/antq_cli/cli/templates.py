"""`antq import … --template`: a sheet to be filled in, which needs no mapping when it comes back."""

from collections.abc import Iterator
from datetime import date
from importlib.util import find_spec
from pathlib import Path

from antq_cli.cli.days import today
from antq_cli.cli.desk import label, opened
from antq_cli.cli.environment import environment, language
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.cli.where import one
from antq_cli.core.blank_form import BlankForm, FormColumn, FormRow
from antq_cli.core.exits import Exit
from antq_cli.core.measures import parse_measure
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.counting.dataset import Dataset
from antq_cli.words.speech import Speech, speech
from antq_cli.writing.files import write_whole
from antq_cli.writing.importing.asked import Asked
from antq_cli.writing.importing.forms import Form
from antq_cli.writing.importing.names import Body

# Named in the place of a file by `--template -o FILE`.
_OUTPUT = ("-o", "--output")
_SUFFIX = ".xlsx"
_SPARE = 10


def write(request: Request, form: Form) -> Outcome:
    """Write the form into its file, and say so; raises :class:`Refused` (U062, U157, U159)."""
    path = _path(request)
    if find_spec("xlsxwriter") is None:
        raise usage("U062", value=_SUFFIX[1:], package="XlsxWriter", extra="office")
    from antq_cli.reports.blank_form import form_bytes  # brings what writes workbooks

    book, note = opened(request)
    made = _form(request, form, Dataset(book))
    write_whole(path, [form_bytes(made)])
    said = Note("talk.blank-form", {"path": str(path), "n": len(made.rows)})
    return Outcome("import", Exit.OK, None, (), [note, said], label(book), document="")


def _path(request: Request) -> Path:
    """Return the file that is named behind the option, or by ``-o`` behind it."""
    named = [*request.files, *request.words] if request.template in _OUTPUT else [str(request.template)]
    if len(named) != 1 or Path(named[0]).suffix.lower() != _SUFFIX:
        raise usage("U157", value=" ".join(named) or "--template")
    if Path(named[0]).exists():
        raise usage("U159", value=named[0])
    return Path(named[0])


def _form(request: Request, form: Form, dataset: Dataset) -> BlankForm:
    manifest = dataset.manifest
    told = speech(language(request.lang, manifest.campaign.lang))
    on = request.on or manifest.campaign.as_of or today(environment())
    scope = one(dataset.map(on), request.unit[0])[0][0] if request.unit else None
    asked = Asked(dataset, form, scope=scope)
    measures = asked.reported
    rows = _rows(asked, measures, on)
    heads = [FormColumn((told.say("blank-form.code"),), "code"), FormColumn((told.say("blank-form.unit"),), "name")]
    heads += [FormColumn((told.say(f"blank-form.{name}"),), "day") for name in form.days]
    counted = [column for measure in measures for column in _counted(asked, measure, told)]
    note = FormColumn((told.say("blank-form.note"),), "text")
    expects = [[rows_of.level in _grains(asked, measure) for measure in measures] for rows_of in rows]
    widths = [len([*_counted(asked, measure, told)]) for measure in measures]
    spread = [[yes for yes, width in zip(each, widths, strict=True) for _ in range(width)] for each in expects]
    return BlankForm(
        told.say("blank-form.sheet"),
        told.say("blank-form.title"),
        told.say("blank-form.hint"),
        [*heads, *counted, note],
        [FormRow(body.code, body.name, each) for body, each in zip(rows, spread, strict=True)],
        request.on,
        [f"{body.name} ({body.code})" for body in rows],
        _SPARE,
        {takes: told.say(f"blank-form.wrong.{takes}") for takes in ("count", "day", "name")},
    )


def _grains(asked: Asked, measure: str) -> set[str]:
    """Return who reports a measure; of activities all may."""
    if measure in asked.grains:
        return {asked.grains[measure]}
    return {level.id for level in asked.manifest.levels}


def _rows(asked: Asked, measures: list[str], on: date) -> list[Body]:
    """Return those who report the measures, by code; of activities what lies right below the unit that is asked for."""
    there = asked.names(measures).on(on)
    grains = {asked.grains[each] for each in measures if each in asked.grains}
    if grains:
        return [body for grain in sorted(grains) for body in there.expected(grain)]
    map_ = asked.dataset.map(on)
    scope = map_.top if asked.scope is None else asked.scope
    return sorted(body for body in there.bodies if map_.paths[body.number][1:2] == (scope,))


def _counted(asked: Asked, measure: str, told: Speech) -> Iterator[FormColumn]:
    found = parse_measure(measure)
    assert found is not None
    kind = asked.manifest.kinds(found.family)[found.kind or ""]
    name = told.kind(measure, kind.vi, kind.en)
    parts = asked.form.parts_of(measure)
    if len(parts) == 1:
        yield FormColumn((name,), "count")
        return
    for part in parts:
        yield FormColumn((name, told.say(f"blank-form.part.{'done' if found.flowing else 'signed'}.{part}")), "count")

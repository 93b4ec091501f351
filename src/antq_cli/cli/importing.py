"""`antq import`: sheets come into a book. By itself it only shows what they come to; with --write it is done."""

from collections.abc import Sequence
from contextlib import suppress
from datetime import date
from pathlib import Path
from typing import NamedTuple

from antq_cli.cli.changing import Plan, pen_of, written
from antq_cli.cli.days import today
from antq_cli.cli.desk import label, opened
from antq_cli.cli.entering import dataset_of, file_of, not_to_come
from antq_cli.cli.environment import environment, language
from antq_cli.cli.options import Request
from antq_cli.cli.usage import usage
from antq_cli.cli.when import calendar, no_calendar, period
from antq_cli.cli.where import one
from antq_cli.core import called
from antq_cli.core.canon import Hashes
from antq_cli.core.changes import Changed, Record, Recorded, Rows
from antq_cli.core.exits import Exit, exit_for
from antq_cli.core.findings import Finding, Shown
from antq_cli.core.imported import BookOnly, Imported, ImportedRow, SheetLedger, sums_of
from antq_cli.core.outcomes import Note, Outcome
from antq_cli.core.personal import holds_personal
from antq_cli.core.sheets import Area
from antq_cli.core.shield import Shield
from antq_cli.core.values import trouble
from antq_cli.counting.bulk import column
from antq_cli.counting.dataset import Dataset
from antq_cli.reading.book import Book
from antq_cli.reading.sheets.separated import Separator
from antq_cli.reading.source import read_file
from antq_cli.reading.steady import digest
from antq_cli.words.speech import speech
from antq_cli.writing.files import write_whole
from antq_cli.writing.importing.asked import Asked
from antq_cli.writing.importing.forms import FORMS, Form
from antq_cli.writing.importing.incoming import File, Way, bring_in
from antq_cli.writing.importing.mapping import Mapping, mapping_bytes, position, read_mapping
from antq_cli.writing.importing.plan import Planned, only_in_book

# Named in the place of a file by `--template -o FILE`: the option of the template takes the file itself.
_OUTPUT = ("-o", "--output")
# What separates the cells of a text, by words, which no shell takes for its own.
_SIGNS: dict[str, Separator] = {"comma": ",", "semicolon": ";", "tab": "\t"}
# What may be ignored of what keeps a sheet out: that a sum differs, its rows being right.
_SUMS = ("I301",)
_FIRST, _LAST = 0, 1


class _Came(NamedTuple):
    """The files that came, and the form of the register that they go into."""

    form: Form
    files: Sequence[File]


class _Come(NamedTuple):
    """What files come to in a book; what it has that they have not, where that is asked for; and what was done."""

    planned: Planned
    only: Sequence[BookOnly] | None = None
    record: Record | None = None


def run(request: Request) -> Outcome:
    """Show what files come to in a book, or import them; or write a template, which is a sheet to be filled in."""
    form = FORMS[request.command.split()[-1]]
    if request.template is not None:
        from antq_cli.cli.templates import write  # only who asks for one pays for it

        return write(request, form)
    _agree(request)
    came = _Came(form, _files(_named(request)))
    book, note = opened(request)
    if not request.write:
        return _outcome(request, form, book, _come(request, came, book), note)
    with pen_of(request, book) as pen:
        request.book.again()  # what had not come to an end is written by now
        book, note = opened(request)
        come = _come(request, came, book)
        if come.planned.rewrites and not _blocks(request, come.planned.sheets):
            result = written(request, pen, Plan(come.planned.rewrites, come.planned.rows)).result
            assert isinstance(result, Changed)
            come = come._replace(record=result.record)
        return _outcome(request, form, book, come, note)


# What was asked for --------------------------------------------------------------------------------------------


def _named(request: Request) -> Sequence[str]:
    if not request.words:
        raise usage("U153", value=f"antq {request.command}")
    return request.words


def _files(names: Sequence[str]) -> list[File]:
    """Return the files of some names, each called without its folder, unless two would be called the same."""
    alone = len({Path(name).name for name in names}) == len({*names})
    return [_file(name, Path(name).name if alone else name) for name in names]


def _file(name: str, called_: str) -> File:
    try:
        return File(called_, read_file(Path(name)))
    except OSError as error:
        raise usage("U154", value=name, **trouble(error)) from None


def _agree(request: Request) -> None:
    """See that what is asked for goes together; raises :class:`Refused` (U053, U155)."""
    if request.on is not None and request.period is not None:
        raise usage("U053", value="--period", option="--on")
    for code in request.ignore:
        if code not in (*_SUMS, *_warnings()):
            raise usage("U155", value=code)
    if request.save_mapping is not None and Path(request.save_mapping).exists():
        raise usage("U156", value=request.save_mapping)
    if request.save_mapping is not None and request.mapping is not None:
        raise usage("U053", value="--save-mapping", option="--mapping")


def _warnings() -> list[str]:
    from antq_cli.checks.imports import RULES

    return [code for code, rule in RULES.items() if rule.severity == "warning"]


def _come(request: Request, came: _Came, book: Book) -> _Come:
    dataset = dataset_of(book, came.form.register, "organisations")
    asked = _asked(request, came.form, dataset)
    way = Way(request.sheet, request.encoding, _SIGNS.get(request.separator or ""))
    into = file_of(request, book, came.form.register)
    planned = bring_in(asked, came.files, way, replace=request.replace, into=into)
    if request.save_mapping is not None:
        _save(Path(request.save_mapping), came.form, planned.sheets)
    only = only_in_book(dataset, came.form, planned.sheets, asked.scope) if request.compare else None
    return _Come(planned, only)


def _asked(request: Request, form: Form, dataset: Dataset) -> Asked:
    days = _days(request, form, dataset)
    mapping = _mapping(request, form, dataset)
    area = _area(request.cells or (mapping.range_ if mapping else None))
    return Asked(
        dataset,
        form,
        days=days,
        scope=_scope(request, dataset, days.get(form.days[0])),
        mapping=mapping,
        area=area,
        today=today(environment()),
    )


def _days(request: Request, form: Form, dataset: Dataset) -> dict[str, date]:
    """Return the days that all rows are of, where that is said: a day, or a period from its first day to its last.

    Raises :class:`Refused` (U055, U113, and whatever is wrong with a period).
    """
    if request.period is None:
        no_calendar(request)
        return {} if request.on is None else dict.fromkeys(form.days, not_to_come(request.on))
    manifest = dataset.manifest
    found = period(request.period, calendar(request, manifest), manifest)
    return {form.days[_FIRST]: found.first, form.days[_LAST]: found.last}


def _scope(request: Request, dataset: Dataset, day: date | None) -> int | None:
    """Return the unit below which all rows are, on the map of the day that was told, else of the campaign's."""
    if not request.unit:
        return None
    first, *others = request.unit
    if others:
        raise usage("U034", value=others[-1], first=first, option="--unit")
    on = day or dataset.manifest.campaign.as_of or today(environment())
    (number,), _ = one(dataset.map(on), first)
    return number


def _mapping(request: Request, form: Form, dataset: Dataset) -> Mapping | None:
    if request.mapping is None:
        return None
    path = Path(request.mapping)
    try:
        raw = read_file(path)
    except OSError as error:
        raise usage("U154", value=request.mapping, **trouble(error)) from None
    return read_mapping(path.name, raw, form, dataset.manifest)


def _area(written_: str | None) -> Area | None:
    """Return the cells that are asked for; raises :class:`Refused` (U152)."""
    if written_ is None:
        return None
    first, colon, last = written_.upper().replace("$", "").partition(":")
    begin, end = position(first), position(last)
    if not colon or begin is None or end is None or begin[0] > end[0] or begin[1] > end[1]:
        raise usage("U152", value=written_)
    return Area(*begin, *end)


# What came of it -----------------------------------------------------------------------------------------------


def _outcome(request: Request, form: Form, book: Book, come: _Come, note: Note) -> Outcome:
    """Return the end of an import: what stands in its ledger is what was found, but for what is to be ignored."""
    planned = come.planned
    sheets = [_shown(request, book, sheet) for sheet in planned.sheets]
    blocked = _blocks(request, sheets)
    files = [Recorded(each.path, digest(each.before), digest(each.after), None) for each in planned.rewrites]
    result = Imported(
        form.register,
        sheets,
        [sums_of([sheet]) for sheet in sheets],
        sums_of(sheets),
        Rows() if blocked else planned.rows,
        () if blocked else files,
        come.record,
        dry_run=not request.write,
        blocked=blocked,
        only=come.only,
        lang=language(request.lang, book.manifest.campaign.lang),
        names={each: _named_by(book, each) for each in form.measures(book.manifest)},
    )
    findings = [Shown(found) for sheet in sheets for found in sheet.findings]  # as the shield has let them through
    hashes = label(book) if come.record is None else label(book)._replace(hashes=Hashes)
    return Outcome("import", _exit(request, sheets, findings), result, findings, [note], hashes)


def _named_by(book: Book, measure: str) -> tuple[str | None, str | None]:
    named = called.measure(book.manifest, measure)
    return named.vi, named.en


def _shown(request: Request, book: Book, sheet: SheetLedger) -> SheetLedger:
    """Return a ledger as anybody may see it, without what is to be ignored."""
    shield = Shield(list(column(book.table("units"), "code")), values=request.values)

    def seen(several: Sequence[Finding]) -> list[Finding]:
        kept = [each for each in several if not each.rule.code.startswith(tuple(request.ignore))]
        return [shield.shown(each) for each in shield.over(kept)]

    lang = language(request.lang, book.manifest.campaign.lang)
    gone = "" if request.values else speech(lang).say("withheld")

    def named(row: ImportedRow) -> str:
        """Return what a row is called, unless it is no unit and somebody."""
        return gone if gone and not row.unit and holds_personal(row.name) else row.name

    imported = [row._replace(name=named(row), why=seen(row.why)) if row.why else row for row in sheet.imported]
    return sheet._replace(imported=imported, remarks=seen(sheet.remarks), refused=seen(sheet.refused))


def _blocks(request: Request, sheets: Sequence[SheetLedger]) -> bool:
    """Return whether something keeps all of it from being written: a row or a sheet refused, a total that differs.

    What is not refused is written in part where that is asked for; a total that differs is to be ignored by name.
    """
    remarks = [found for sheet in sheets for found in sheet.remarks if found.rule.severity == "error"]
    sums = [found for found in remarks if found.rule.code in _SUMS]
    if any(not found.rule.code.startswith(tuple(request.ignore)) for found in sums):
        return True
    refused = any(sheet.refused or sheet.by_outcome["refused"] for sheet in sheets) or len(remarks) > len(sums)
    return refused and not request.partial


def _exit(request: Request, sheets: Sequence[SheetLedger], findings: Sequence[Shown]) -> Exit:
    """Return the exit code; of sheets that are all refused there is nothing more than of files that are not read."""
    if sheets and all(sheet.refused for sheet in sheets):
        return Exit.REFUSED
    numbers = any(row.outcome != "blank" for sheet in sheets for row in sheet.imported)
    code = exit_for((found.rule for found in findings), anything=numbers)
    # The other files are imported: nothing was refused as a whole.
    return Exit.FINDINGS if code is Exit.REFUSED and request.partial else code


# The mapping that was found ------------------------------------------------------------------------------------


def _save(path: Path, form: Form, sheets: Sequence[SheetLedger]) -> None:
    """Write the mapping that was found for the first sheet that could be read, to be looked through and kept."""
    from antq_cli.writing.importing.found import mapping_of

    read = next((sheet for sheet in sheets if not sheet.refused and sheet.columns), None)
    if read is None:
        raise usage("U158", value=str(path))
    with suppress(FileExistsError):
        path.parent.mkdir(parents=True)
    write_whole(path, [mapping_bytes(mapping_of(form, read))])

"""The mapping that was found for a sheet without one, to be looked through and kept for the next."""

from antq_cli.core.imported import SheetLedger, UsedColumn
from antq_cli.writing.importing.forms import Form
from antq_cli.writing.importing.mapping import Day, MappedColumn, Mapping, Whose


def mapping_of(form: Form, sheet: SheetLedger) -> Mapping:
    """Return the mapping by which a sheet was read; a column that was not used stands in it as one to be left out."""
    units = [each.heading for each in sheet.columns if each.of == "unit" and each.use == "used"]
    days = {each.of: Day(header=each.heading) for each in sheet.columns if each.use == "used" and each.of in form.days}
    named = {*units, *(str(day.header) for day in days.values())}
    columns = [_column(form, each) for each in sheet.columns if each.heading not in named]
    header = [row.number for row in sheet.rows if row.is_ == "header"]
    made = Mapping(table=form.register, header=tuple(header), columns=tuple(columns))  # type: ignore[arg-type]
    whose = Whose(header=units[0] if len(units) == 1 else tuple(units)) if units else None
    return made.model_copy(update={**days, "unit": whose})


def _column(form: Form, each: UsedColumn) -> MappedColumn:
    if each.use == "compared" and each.of:
        return MappedColumn(header=each.heading, rate_of=each.of)
    if each.use == "used" and each.part:
        named = None if each.of == form.subject else each.of
        return MappedColumn(header=each.heading, measure=named, part=each.part)  # type: ignore[arg-type]
    if each.use == "used":
        return MappedColumn(header=each.heading, column=each.of)
    return MappedColumn(header=each.heading, ignore=True)

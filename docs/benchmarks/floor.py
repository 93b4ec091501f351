"""The floor: what any command costs that has Typer, a table of Rich and one adapter of pydantic."""

import pydantic
import rich.table  # noqa: F401
import typer  # noqa: F401

pydantic.TypeAdapter(int)

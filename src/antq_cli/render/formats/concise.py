"""One line a finding: path:line:column: CODE what is wrong."""

from collections.abc import Iterator

from antq_cli.render.formats import Telling, said_of_more


def write(telling: Telling) -> Iterator[str]:
    """A line a finding, and one for each rule and register of which not everything is shown."""
    yield from (f"{telling.line(finding)}\n" for finding in telling.shown())
    yield from (f"{line}\n" for line in said_of_more(telling))

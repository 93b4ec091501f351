"""One line a finding: path:line:column: CODE what is wrong."""

from antq_cli.render.formats import Telling, said_of_more


def write(telling: Telling) -> str:
    """Return the findings, a line each."""
    lines = [telling.line(finding) for finding in telling.shown()]
    lines += said_of_more(telling.checked, telling.examples, telling.speech)
    return "".join(f"{line}\n" for line in lines)

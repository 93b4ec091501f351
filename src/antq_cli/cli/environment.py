"""The environment: read here and nowhere else. An explicit option always wins over it."""

import os
from typing import NamedTuple


class Environment(NamedTuple):
    """What the environment says; blank variables say nothing."""

    book: str | None
    lang: str | None
    today: str | None
    locale: str


def environment() -> Environment:
    """Read the variables that antq heeds."""
    get = os.environ.get
    return Environment(
        book=get("ANTQ_BOOK") or None,
        lang=get("ANTQ_LANG") or None,
        today=get("ANTQ_TODAY") or None,
        locale=get("LC_ALL") or get("LC_MESSAGES") or get("LANG") or "",
    )

"""The environment: read here and nowhere else. An explicit option always wins over it."""

import os
import re
from typing import NamedTuple

from antq_cli.cli.usage import usage
from antq_cli.words.speech import LANGUAGES, PSEUDO

# What a locale says beside its language: the country, the encoding, the variant.
_LOCALE = re.compile(r"[-_.@].*", re.DOTALL)


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
        locale=get("LC_ALL") or get("LC_MESSAGES") or get("LANG") or "",  # which is the order of POSIX
    )


def variables() -> dict[str, str]:
    """Return all variables, for a program that antq starts."""
    return dict(os.environ)


def language(asked: str | None, of_book: str | None = None) -> str:
    """Return the language: the option, ANTQ_LANG, the book's, the locale's. Raises :class:`Refused` (U004)."""
    said = environment()
    lang = said.lang and _LOCALE.sub("", said.lang.lower())
    if asked is None and lang not in (None, *LANGUAGES, PSEUDO):
        raise usage("U004", value=said.lang, option="ANTQ_LANG", allowed=LANGUAGES)
    return asked or lang or of_book or ("vi" if said.locale.lower().startswith("vi") else "en")

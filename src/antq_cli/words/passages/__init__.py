"""Passages: what antq has to say in a report, sentence by sentence, in either language.

Each passage has its forms for none, some, all, unknown and partial. 0 is said, and nothing is praised under 100 %.
What is not known is a gap, neither dropped nor 0.
"""

from collections.abc import Iterable, Iterator
from importlib import import_module
from itertools import groupby
from types import ModuleType

from antq_cli.core.figures import Kind
from antq_cli.core.paper import Paper
from antq_cli.core.report import Clause, Gap, Number, Pieces, Statement
from antq_cli.words.passages.numbers import joined, pieces
from antq_cli.words.passages.telling import Teller


def passage(name: str, paper: Paper, lang: str) -> list[Pieces]:
    """Return what a passage has to say, sentence by sentence; nothing where it does not apply to the paper.

    A report without a period says nothing of a period, one of units that never merged nothing of a merger. KeyError
    where there is no such passage.
    """
    said = _language(lang).said(name, paper)
    return [finished(each, lang) if isinstance(each, Statement) else each for each in said]


def finished(statement: Statement, lang: str) -> Pieces:
    """Return a statement as it is said: its clauses, parted by ``;``, between what begins and what ends it.

    Clauses beside each other of which nothing is known are one gap. Of a statement in which no number is known only one
    gap is left, which names all that is lacking.
    """
    clauses = statement.clauses
    around = pieces(statement.begin, statement.end)
    if clauses and all(each.unknown for each in clauses) and not any(isinstance(each, Number) for each in around):
        return pieces(_lacking([each.about for each in clauses], lang), ".")
    said = joined(
        [part for unknown, several in groupby(clauses, _is_unknown) for part in _said(unknown, several, lang)], "; "
    )
    # A clause that is not said takes the point with it that stood at its end.
    point = "." if clauses and clauses[-1].unknown and not statement.end else ""
    return pieces(statement.begin, said, statement.end, point)


def _is_unknown(each: Clause) -> bool:
    return each.unknown


def _said(unknown: bool, several: Iterable[Clause], lang: str) -> Iterator[Pieces]:  # noqa: FBT001 - what groupby tells
    if unknown:
        yield [_lacking([each.about for each in several], lang)]
    else:
        yield from (each.pieces for each in several)


def clause(pieces: Pieces, about: str, lang: str) -> Pieces:
    """Return a clause as it is said; where none of its numbers is known, a gap that names what it is ``about``."""
    return [_lacking([about], lang)] if Clause(pieces, about).unknown else pieces


def _lacking(about: list[str], lang: str) -> Gap:
    lacking: str = _language(lang).LACKING
    return Gap(lacking.format("; ".join(dict.fromkeys(about))), missing=True)


def called(kind: Kind, paper: Paper, lang: str) -> str:
    """Return what a kind counts, within a sentence: households."""
    name: str = _nouns(lang).noun(Teller(paper, lang), kind)
    return name


def reached(kind: Kind, paper: Paper, lang: str) -> str:
    """Return what teams or models of a kind are to reach, within a sentence: schools."""
    name: str = _nouns(lang).reached(Teller(paper, lang), kind)
    return name


def _nouns(lang: str) -> ModuleType:
    return import_module(f"antq_cli.words.passages.{lang}.nouns")


def _language(lang: str) -> ModuleType:
    """Return the module of a language, which is loaded when it is spoken."""
    return import_module(f"antq_cli.words.passages.{lang}")

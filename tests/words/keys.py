"""Which keys the program can ask the catalogue for, read off its source.

A key is what ``say``, ``knows``, ``template``, ``Note`` and ``Message`` are given first, or the group and the word of
a ``Said``. It is followed back to the words that it is made of: through choices, names, loops, the constants of a
module, and through parameters to every call. What comes out of data is a gap, ``{}``; what may stand there has to be
said by hand.
"""

import ast
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from functools import partial
from importlib import import_module
from itertools import product
from pathlib import Path
from typing import NamedTuple

import antq_cli
from tests.words.catalogue import MODULES

Words = frozenset[str]
Follow = Callable[[ast.expr, "Scope"], Words]
GAP = "{}"
_UNKNOWN = frozenset({GAP})
# Who is given a key, and where: a Said in two pieces, of what is Named the last part, which may lack it.
_FIRST = slice(1)
_ASKING = {
    **dict.fromkeys(("say", "knows", "template", "Note", "Message"), _FIRST),
    "Said": slice(2),
    "Named": slice(3, 4),
}


class Asked(NamedTuple):
    """A key that is asked for, with gaps where data stands; where that is, and by whom: ``knows`` takes a no."""

    key: str
    module: str
    line: int
    by: str


class Bound(NamedTuple):
    """What a name is bound to: an expression itself, or its elements, or the same place in each of its elements."""

    value: ast.expr
    looped: bool = False
    place: int | None = None


class Scope:
    """A function, or a module outside of its functions: what its names are bound to, and the calls in it."""

    def __init__(self, module: str, node: ast.FunctionDef | ast.Module) -> None:
        self.module = module
        self.inside: list[Scope] = []
        self.calls: list[ast.Call] = []
        self.bound: defaultdict[str, list[Bound]] = defaultdict(list)
        self.name = ""
        self.parameters: list[str] = []
        self.others: str | None = None  # the name of the arguments that follow the parameters
        self.before = 0  # so many parameters stand before the others
        self.defaults: dict[str, ast.expr | None] = {}
        if isinstance(node, ast.FunctionDef):
            self.name = node.name
            several, named = node.args.args, node.args.kwonlyargs
            self.others = None if node.args.vararg is None else node.args.vararg.arg
            self.before = len(several)
            self.parameters = [each.arg for each in (*several, *named)]
            self.defaults = dict(
                zip(reversed(self.parameters[: len(several)]), reversed(node.args.defaults), strict=False)
            )
            self.defaults |= dict(zip(self.parameters[len(several) :], node.args.kw_defaults, strict=True))
        self._visit(node)

    def _visit(self, node: ast.AST) -> None:
        for child in ast.iter_child_nodes(node):
            match child:
                case ast.FunctionDef():
                    self.inside.append(Scope(self.module, child))
                    continue
                case ast.Call():
                    self.calls.append(child)
                case ast.Assign(targets=[target], value=value) | ast.NamedExpr(target=target, value=value):
                    self._bind(target, Bound(value))
                case (
                    ast.AnnAssign(target=target, value=ast.expr() as value) | ast.AugAssign(target=target, value=value)
                ):
                    self._bind(target, Bound(value))
                case ast.For(target=target, iter=value) | ast.comprehension(target=target, iter=value):
                    self._bind(target, Bound(value, looped=True))
            self._visit(child)

    def _bind(self, target: ast.expr, bound: Bound) -> None:
        match target, bound.value:
            case ast.Name(id=name), _:
                self.bound[name].append(bound)
            case ast.Tuple(elts=names), ast.Tuple(elts=values) if not bound.looped and len(names) == len(values):
                for one, other in zip(names, values, strict=True):
                    self._bind(one, Bound(other))
            case ast.Tuple(elts=several), _:
                for place, each in enumerate(several):
                    self._bind(each, bound._replace(place=place))

    def all(self) -> Iterator["Scope"]:
        """Yield the scope and those inside it."""
        yield self
        for each in self.inside:
            yield from each.all()


class Program:
    """The source of the program beside the catalogue."""

    def __init__(self) -> None:
        root = Path(antq_cli.__file__).parent
        self._calls: defaultdict[str, list[tuple[ast.Call, Scope]]] = defaultdict(list)
        self._following: set[tuple[Scope, str]] = set()
        # The texts that stand in the program, beside those that only name a type.
        self.written: set[str] = set()
        for path in sorted(root.rglob("*.py")):
            name = ".".join(("antq_cli", *path.relative_to(root).with_suffix("").parts)).removesuffix(".__init__")
            if name not in MODULES:
                tree = ast.parse(path.read_text("utf-8"))
                self.written |= set(_written(tree))
                for scope in Scope(name, tree).all():
                    for call in scope.calls:
                        self._calls[called(call)].append((call, scope))

    def codes(self) -> set[str]:
        """Return the codes of all rules, whichever room declares them."""
        given = (self.words(call.args[0], scope) for call, scope in self._calls["Rule"] if call.args)
        return {*_union(given)} - _UNKNOWN

    def asked(self) -> Iterator[Asked]:
        """Yield the keys that are asked for."""
        for by, where in _ASKING.items():
            for call, scope in self._calls[by]:
                match call.args[where]:
                    case []:
                        continue
                    case [ast.Attribute(attr="key")]:
                        continue  # of a Note, a Message or a Said, which was asked for where that was made
                    case given if scope.name not in _ASKING:
                        pieces = product(*(self.words(each, scope) for each in given))
                        yield from (Asked(".".join(each), scope.module, call.lineno, by) for each in pieces)

    def words(self, node: ast.expr, scope: Scope) -> Words:  # noqa: PLR0911 - one form of an expression after the other
        """Return what a text may be: nothing where it is None, a gap where that is not known."""
        match node:
            case ast.Constant(value=value):
                return frozenset() if value is None else frozenset({str(value)})
            case ast.JoinedStr(values=parts):
                return frozenset(map("".join, product(*(self.words(part, scope) for part in parts))))
            case ast.FormattedValue(value=inner) | ast.Call(func=ast.Name(id="str"), args=[inner]):
                return self.words(inner, scope)
            case ast.IfExp(ast.Compare(asked, [ast.In()], [held]), one, other) if ast.dump(asked) == ast.dump(one):
                return self.elements(held, scope) | self.words(other, scope)
            case ast.IfExp(body=one, orelse=other) | ast.BoolOp(op=ast.Or(), values=[one, other]):
                return self.words(one, scope) | self.words(other, scope)
            case ast.Name(id=name):
                return self._of_name(name, scope, self.words)
            case ast.Subscript(value=inner):
                return self._values(inner, scope)
        return _UNKNOWN

    def elements(self, node: ast.expr, scope: Scope) -> Words:  # noqa: PLR0911 - as above
        """Return what may stand in something that is looped over: of a mapping, its keys."""
        match node:
            case ast.Tuple(elts=several) | ast.List(elts=several):
                return _union(
                    self.elements(each.value, scope) if isinstance(each, ast.Starred) else self.words(each, scope)
                    for each in several
                )
            case ast.Dict(keys=keys):
                return _union(self.words(key, scope) for key in keys if key is not None)
            case ast.IfExp(body=one, orelse=other) | ast.BinOp(left=one, right=other):
                return self.elements(one, scope) | self.elements(other, scope)
            case ast.ListComp(elt=inner) | ast.GeneratorExp(elt=inner):
                return self.words(inner, scope)
            case ast.Name(id=name) if name == scope.others:
                return _union(
                    self.elements(ast.List(call.args[scope.before :]), where) for call, where in self._of(scope)
                )
            case ast.Name(id=name):
                return self._of_name(name, scope, self.elements)
        return _UNKNOWN

    def _of(self, scope: Scope) -> Iterator[tuple[ast.Call, Scope]]:
        """Yield the calls of a function by its own name."""
        for call, where in self._calls[scope.name]:
            if _constant(called(call), where) is _constant(scope.name, scope):
                yield call, where

    def _values(self, node: ast.expr, scope: Scope) -> Words:
        """Return what may be taken out of something by a number or a key."""
        match node:
            case ast.Dict(values=values):
                return _union(self.words(value, scope) for value in values)
            case ast.Name(id=name) if isinstance(held := _constant(name, scope), dict):
                return frozenset(map(str, held.values()))
        return self.elements(node, scope)

    def _at(self, place: int, follow: Follow, node: ast.expr, scope: Scope) -> Words:
        """Return what may stand at a place in the elements of something."""
        match node:
            case ast.Call(func=ast.Attribute(value=mapping, attr="items")):
                return (self.elements, self._values)[place](mapping, scope)
            case ast.Call(func=ast.Name(id="zip"), args=several):
                return self.elements(several[place], scope)
            case ast.Tuple(elts=several) | ast.List(elts=several):
                rows = (each.elts[place] for each in several if isinstance(each, ast.Tuple))
                return _union(follow(each, scope) for each in rows)
            case ast.Name(id=name):
                return self._of_name(name, scope, partial(self._at, place, follow))
        return _UNKNOWN

    def _of_name(self, name: str, scope: Scope, follow: Follow) -> Words:
        """Return what a name stands for: where it is bound, at the calls of its function, or in its module."""
        if (scope, name) in self._following:
            return frozenset()  # what it is bound to anew is made of what it was
        self._following.add((scope, name))
        found = [self._of_bound(bound, scope, follow) for bound in scope.bound.get(name, ())]
        found += [follow(given, where) for given, where in self._given(name, scope)]
        self._following.remove((scope, name))
        if found or name in scope.parameters:
            return _union(found) or _UNKNOWN
        match _constant(name, scope):
            case str() as word:
                return frozenset({word})
            case tuple() | list() | dict() as held:
                return frozenset(map(str, held))
        return _UNKNOWN

    def _of_bound(self, bound: Bound, scope: Scope, follow: Follow) -> Words:
        if bound.place is not None:
            return self._at(bound.place, follow, bound.value, scope)
        return self.elements(bound.value, scope) if bound.looped else follow(bound.value, scope)

    def _given(self, name: str, scope: Scope) -> Iterator[tuple[ast.expr, Scope]]:
        """Yield what a parameter is given: its default, and at every call that is, or may be, of its function."""
        if name not in scope.parameters:
            return
        if (default := scope.defaults.get(name)) is not None:
            yield default, scope
        for call, where in self._calls[scope.name]:
            match call.func:
                case ast.Name(id=called_by) if _constant(called_by, where) is _constant(scope.name, scope):
                    places = scope.parameters
                case ast.Attribute(value=ast.Name(id="self")) if where.module == scope.module:
                    places = scope.parameters[1:]
                case ast.Name(id=called_by) if _constant(called_by, where) is not None:
                    continue  # another function of the same name
                case _:
                    yield ast.Constant(GAP), where  # who knows whether it is of the same function
                    continue
            given = {each.arg: each.value for each in call.keywords if each.arg}
            given |= dict(zip(places, call.args, strict=False))
            if name in given:
                yield given[name], where


def called(call: ast.Call) -> str:
    """Return the name of what is called."""
    return call.func.attr if isinstance(call.func, ast.Attribute) else getattr(call.func, "id", "")


def _written(node: ast.AST) -> Iterator[str]:
    match node:
        case ast.Constant(value=str(word)):
            yield word
        case ast.Subscript(value=ast.Name(id="Literal")):
            return
    for child in ast.iter_child_nodes(node):
        yield from _written(child)


def _union(several: Iterable[Words]) -> Words:
    return frozenset().union(*several)


def _constant(name: str, scope: Scope) -> object:
    """Return what a name of a module stands for as it runs."""
    return getattr(import_module(scope.module), name, None)

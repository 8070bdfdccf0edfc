"""Reads JSON from an untrusted source within fixed bounds, and names the place of every fault.

A scenario may arrive by email or be pasted from a chat. Size, depth and the length of numbers are
limited before anything is parsed, and nothing is repaired silently.
"""

from __future__ import annotations

import json
import math
import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import Any, TypeAlias

from modeller.base.errors import ModellerError, Problem, at_line, problem, refusal
from modeller.base.json_faults import written_fault
from modeller.base.language import cropped, number_style, translate

JSON: TypeAlias = "bool | int | float | str | Sequence[JSON] | Mapping[str, JSON] | None"

MAXIMUM_BYTES = 1_000_000
MAXIMUM_DEPTH = 32
MAXIMUM_NUMBER_LENGTH = 40
MAXIMUM_WHOLE_NUMBER = 2**53 - 1
"""Up to this, every JSON reader keeps whole numbers exact, even one that stores them as floats."""
MAXIMUM_PROBLEMS = 100
"""Further problems are counted, not listed."""

# A string, closed or not, or one bracket. The quantifiers are possessive, so that no input can make
# the search backtrack: time stays proportional to length.
_STRING_OR_BRACKET = re.compile(r'"[^"\\]*+(?:\\.[^"\\]*+)*+"?|[\[\]{}]', re.DOTALL)
_PLAIN_KEY = re.compile(r"[A-Za-z_$][A-Za-z0-9_$-]{0,79}", re.ASCII)
_SURROGATE = re.compile("[\ud800-\udfff]")


class _LongNumber:
    """Takes the place of a number that is too long to be converted."""

    def __init__(self, length: int) -> None:
        self.length = length


class _Repeated(dict[str, Any]):
    """An object in which names were given more than once."""

    def __init__(self, pairs: Sequence[tuple[str, Any]]) -> None:
        super().__init__(pairs)
        self.names = [name for name, times in Counter(n for n, _ in pairs).items() if times > 1]


def join(where: str, name: str | int) -> str:
    """The path of a member: ``changes.officer_losses``, ``sources[2]``, ``view["a b"]``."""
    if isinstance(name, int):
        return f"{where}[{name}]"
    if _PLAIN_KEY.fullmatch(name):
        return f"{where}.{name}" if where else name
    return f"{where}[{shown(name)}]"


def shown(value: object) -> str:
    """A value as a message quotes it: short, on one line, in JSON's notation."""
    if isinstance(value, str):
        text = json.dumps(cropped(value), ensure_ascii=False)
        return _SURROGATE.sub("\ufffd", text)
    if value is None or isinstance(value, bool):
        return json.dumps(value)
    if isinstance(value, int | float):
        return number_text(value)
    if isinstance(value, Mapping):
        return translate("Problem", "an object")
    if isinstance(value, list | tuple):
        return translate("Problem", "a list")
    return translate("Problem", "of type {name}", name=type(value).__name__)


def number_text(value: float) -> str:
    """A number with thousands separators and every digit that it needs: 1,400 or 0.1."""
    if isinstance(value, int) and abs(value) > MAXIMUM_WHOLE_NUMBER:
        return translate(
            "Problem", "a whole number beyond {most}", most=number_text(MAXIMUM_WHOLE_NUMBER)
        )
    value = float(value)
    if not math.isfinite(value):
        if math.isnan(value):
            return "NaN"
        return ("-" if value < 0 else "") + translate("Problem", "infinity")
    if value.is_integer() and abs(value) < 1e16:
        return number_style().of(f"{int(value):,}")
    text = f"{value:,.15g}"
    return number_style().of(text if float(text.replace(",", "")) == value else repr(value))


def raise_if_any(problems: Sequence[Problem]) -> None:
    """Raise all `problems` together, unless there are none.

    Raises
    ------
    ModellerError
        With the first hundred problems, and how many more there are.
    """
    left = len(problems) - MAXIMUM_PROBLEMS
    if left > 0:
        more = problem(
            translate("Problem", "the scenario"),
            "has {left} more problems",
            "put these right first",
            left=number_text(left),
        )
        raise ModellerError([*problems[:MAXIMUM_PROBLEMS], more])
    if problems:
        raise ModellerError(problems)


def parse(data: bytes, name: str = "the file", *, most: int = MAXIMUM_BYTES) -> JSON:
    """Parse the bytes of a JSON file.

    Parameters
    ----------
    data
        UTF-8, with or without a byte order mark.
    name
        What messages about the file as a whole call it.
    most
        The largest size allowed, in bytes.

    Raises
    ------
    ModellerError
        When it is too large, not UTF-8, nested too deeply or not JSON; otherwise with every
        repeated name and every number or text in it that JSON cannot represent.
    """
    if len(data) > most:
        raise ModellerError(too_large(name, most))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        before = data[: error.start].decode("utf-8", "replace")
        raise refusal(
            _position(before, len(before)),
            "is not UTF-8 text (byte {byte} of {name})",
            "save the file as UTF-8",
            byte=number_text(error.start + 1),
            name=name,
        ) from error
    if not text.strip():
        raise refusal(name, "is empty", "choose a scenario file")
    _check_nesting(text)
    try:
        tree: JSON = json.loads(
            text, object_pairs_hook=_object, parse_int=_whole, parse_float=_decimal
        )
    except json.JSONDecodeError as error:
        where = at_line(error.lineno, error.colno)
        raise ModellerError(written_fault(where, text, error.pos, error.msg)) from error
    raise_if_any(tree_problems(tree))
    return tree


def too_large(name: str, most: int = MAXIMUM_BYTES) -> Problem:
    """The problem of a file larger than any that holds scenarios."""
    return problem(
        name,
        "is larger than {most} bytes",
        "a scenario file is far smaller than that",
        most=number_text(most),
    )


def tree_problems(
    tree: object, where: str = "", *, maximum_depth: int = MAXIMUM_DEPTH
) -> list[Problem]:
    """Everything in a tree that would not survive being written as JSON and read back."""
    return list(_tree_problems(tree, where, maximum_depth))


def frozen(tree: JSON) -> JSON:
    """The tree with read-only mappings, and tuples in place of lists."""
    if isinstance(tree, Mapping):
        return MappingProxyType({name: frozen(value) for name, value in tree.items()})
    if isinstance(tree, Sequence) and not isinstance(tree, str):
        return tuple(frozen(value) for value in tree)
    return tree


def plain(tree: JSON) -> Any:
    """The tree with ordinary dictionaries and lists, which is what `json` can write."""
    if isinstance(tree, Mapping):
        return {name: plain(value) for name, value in tree.items()}
    if isinstance(tree, Sequence) and not isinstance(tree, str):
        return [plain(value) for value in tree]
    return tree


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    return members if len(members) == len(pairs) else _Repeated(pairs)


def _whole(text: str) -> object:
    # the time int() takes grows with the square of the number of digits
    return int(text) if len(text) <= MAXIMUM_NUMBER_LENGTH else _LongNumber(len(text))


def _decimal(text: str) -> object:
    return float(text) if len(text) <= MAXIMUM_NUMBER_LENGTH else _LongNumber(len(text))


def _position(text: str, index: int) -> str:
    line = text.count("\n", 0, index) + 1
    return at_line(line, index - text.rfind("\n", 0, index))


def _check_nesting(text: str) -> None:
    """Refuse deep nesting before parsing, because the parser recurses once for each level."""
    depth = 0
    for match in _STRING_OR_BRACKET.finditer(text):
        first = text[match.start()]
        if first in "[{":
            depth += 1
            if depth > MAXIMUM_DEPTH:
                raise refusal(
                    _position(text, match.start()),
                    "is nested more than {most} levels deep",
                    "no scenario file needs that; choose another file",
                    most=MAXIMUM_DEPTH,
                )
        elif first in "]}":
            depth -= 1


def _tree_problems(tree: object, where: str, depth: int) -> Iterator[Problem]:
    if isinstance(tree, Mapping):
        if depth == 0:
            yield _too_deep(where)
            return
        if isinstance(tree, _Repeated):
            for name in tree.names:
                yield problem(join(where, name), "is given more than once", "keep one of them")
        for name, value in tree.items():
            if not isinstance(name, str):
                yield problem(
                    where or translate("Problem", "the file"),
                    "has a name that is not text",
                    "quote it",
                )
            elif _SURROGATE.search(name):
                yield _half_character(join(where, name))
            else:
                yield from _tree_problems(value, join(where, name), depth - 1)
    elif isinstance(tree, list | tuple):
        if depth == 0:
            yield _too_deep(where)
            return
        for index, value in enumerate(tree):
            yield from _tree_problems(value, join(where, index), depth - 1)
    else:
        fault = _leaf_problem(tree, where or translate("Problem", "the file"))
        if fault is not None:
            yield fault


def _too_deep(where: str) -> Problem:
    return problem(
        where or translate("Problem", "the file"), "is nested too deeply", "leave it out"
    )


def _half_character(where: str) -> Problem:
    return problem(
        where, "holds half a character (an unpaired surrogate)", "write the character in full"
    )


def _leaf_problem(leaf: object, where: str) -> Problem | None:
    if isinstance(leaf, str):
        return _half_character(where) if _SURROGATE.search(leaf) else None
    if leaf is None or isinstance(leaf, bool):
        return None
    if isinstance(leaf, _LongNumber):
        return problem(
            where,
            "is a number of {length} characters",
            "write it with at most {most}",
            length=number_text(leaf.length),
            most=MAXIMUM_NUMBER_LENGTH,
        )
    if isinstance(leaf, float):
        if math.isfinite(leaf):
            return None
        return problem(where, "is {value}", "it must be a finite number", value=number_text(leaf))
    if isinstance(leaf, int):
        if abs(leaf) <= MAXIMUM_WHOLE_NUMBER:
            return None
        return problem(
            where,
            "is {value}",
            "use a smaller one: not every program keeps larger ones exact",
            value=number_text(leaf),
        )
    return problem(where, "is {shown}", "it must be what JSON can hold", shown=shown(leaf))

"""Reads TOML from other people within fixed bounds, and checks its tables field by field."""

from __future__ import annotations

import math
import tomllib
from collections.abc import Callable, Collection, Iterable, Mapping
from datetime import date, datetime
from difflib import get_close_matches
from typing import Any

from modeller.base.errors import ModellerError, Problem, problem, refusal
from modeller.base.language import cropped, numeral, translate

MOST_BYTES = 1_000_000
LONGEST_TEXT = 2_000
MOST_ITEMS = 2_000
_HIGHEST = 1e15
FIRST_YEAR, LAST_YEAR = 2016, 2199
"""Years that a record can have: live facial recognition is no older."""

Kind = Callable[[Any], bool]


def is_text(value: Any) -> bool:
    """Whether it is printable text of one line, neither empty nor too long."""
    return isinstance(value, str) and 0 < len(value) <= LONGEST_TEXT and value.isprintable()


def is_any_text(value: Any) -> bool:
    """As `is_text`, but it may be empty."""
    return value == "" or is_text(value)


def is_flag(value: Any) -> bool:
    """True or false."""
    return isinstance(value, bool)


def is_number(value: Any) -> bool:
    """A finite number, small enough that sums of such numbers stay finite."""
    if isinstance(value, bool) or not isinstance(value, int | float):
        return False
    # first the size: a whole number of hundreds of figures is no float at all
    return abs(value) <= _HIGHEST and math.isfinite(value)


def is_whole(value: Any) -> bool:
    """A whole number."""
    return isinstance(value, int) and is_number(value)


def is_record_day(value: Any) -> bool:
    """A day that a record can have."""
    return is_day(value) and FIRST_YEAR <= value.year <= LAST_YEAR


def is_record_year(value: Any) -> bool:
    """A year that a record can have."""
    return is_whole(value) and FIRST_YEAR <= value <= LAST_YEAR


def is_day(value: Any) -> bool:
    """A calendar day."""
    return isinstance(value, date) and not isinstance(value, datetime)


def is_texts(value: Any) -> bool:
    """Several texts."""
    return _several(value) and all(is_text(item) for item in value)


def is_table(value: Any) -> bool:
    """A table, not too long."""
    return isinstance(value, dict) and len(value) <= MOST_ITEMS


def is_tables(value: Any) -> bool:
    """Several tables."""
    return _several(value) and all(is_table(item) for item in value)


def _several(value: Any) -> bool:
    return isinstance(value, list) and len(value) <= MOST_ITEMS


def is_range(value: Any) -> bool:
    """Two ends in order."""
    return (
        _several(value)
        and len(value) == 2
        and all(is_number(end) for end in value)
        and value[0] <= value[1]
    )


def is_counts(value: Any) -> bool:
    """A table of whole numbers."""
    return is_table(value) and all(is_whole(number) for number in value.values())


def _wanted(kind: Kind) -> str:
    wanted: dict[Kind, str] = {
        is_text: translate("Problem", "it must be text of one line"),
        is_any_text: translate("Problem", "it must be text of one line"),
        is_flag: translate("Problem", "it must be true or false"),
        is_number: translate("Problem", "it must be a number"),
        is_whole: translate("Problem", "it must be a whole number"),
        is_day: translate(
            "Problem", "it must be a day such as 2025-01-06, without quotation marks"
        ),
        is_texts: translate("Problem", "it must be a list of texts"),
        is_table: translate("Problem", "it must be a table"),
        is_tables: translate("Problem", "it must be a list of tables"),
        is_record_day: translate(
            "Problem",
            "it must be a day of the years {first} to {last}, such as 2025-01-06, without "
            "quotation marks",
            first=FIRST_YEAR,
            last=LAST_YEAR,
        ),
        is_record_year: translate(
            "Problem",
            "it must be a year from {first} to {last}",
            first=FIRST_YEAR,
            last=LAST_YEAR,
        ),
        is_range: translate("Problem", "it must be two numbers in order, such as [0, 1]"),
        is_counts: translate("Problem", "it must be a table of whole numbers"),
    }
    return wanted.get(kind, translate("Problem", "use small letters, figures and hyphens"))


def read_toml(content: bytes, name: str) -> dict[str, Any]:
    """The tables in the bytes of a TOML file.

    Raises
    ------
    ModellerError
        When it is too large, not UTF-8, or not TOML, with the parser's reason.
    """
    if len(content) > MOST_BYTES:
        remedy = translate("Problem", "such a file is far smaller")
        what = translate("Problem", "is larger than {most} bytes", most=numeral(MOST_BYTES))
        raise ModellerError(Problem(name, what, remedy))
    try:
        return tomllib.loads(content.decode("utf-8-sig"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError, ValueError) as error:
        raise refusal(
            name,
            "cannot be read as TOML ({reason})",
            "correct it there; texts stand in quotation marks, lists in square brackets",
            reason=shortened(str(error)),
        ) from error


def shortened(value: object) -> str:
    """A value as a message quotes it: on one line, cut to sixty characters."""
    clean = " ".join(str(value).split())
    if not clean.isprintable():
        clean = "".join(letter if letter.isprintable() else "�" for letter in clean)
    return cropped(clean)


def add_unknown(where: str, known: Iterable[str], name: str, problems: list[Problem]) -> None:
    """Add the problem of an unknown name, with the nearest known one."""
    names = list(known)
    near = get_close_matches(name, names, n=1)
    problems.append(
        problem(where, "is not known here", "did you mean {near}?", near=near[0])
        if near
        else problem(
            where,
            "is not known here",
            "the names are {names}",
            names=shortened_list(names),
        )
    )


def add_unless_known(where: str, key: str, known: Collection[str], problems: list[Problem]) -> None:
    """Add a problem unless `key` is among those known."""
    if key not in known:
        add_unknown(f"{where}: {shortened(key)}", known, key, problems)


def shortened_list(names: Iterable[str]) -> str:
    """The first few names, with an ellipsis for the rest."""
    listed = list(names)
    shown = ", ".join(listed[:12])
    return f"{shown}, …" if len(listed) > 12 else shown


def check_table(
    where: str,
    table: Any,
    needed: Mapping[str, Kind],
    optional: Mapping[str, Kind],
    problems: list[Problem],
) -> bool:
    """Whether a table has every required field, no unknown one, and each of its kind.

    Whatever is wrong is added to `problems`, with the place of the field.
    """
    before = len(problems)
    if not is_table(table):
        problems.append(problem(where, "is {shown}", "it must be a table", shown=shortened(table)))
        return False
    kinds = {**needed, **optional}
    for name, value in table.items():
        if name not in kinds:
            add_unknown(f"{where}.{shortened(name)}", kinds, name, problems)
        elif not kinds[name](value):
            what = translate("Problem", "is {shown}", shown=shortened(value))
            problems.append(Problem(f"{where}.{name}", what, _wanted(kinds[name])))
    problems.extend(
        Problem(f"{where}.{name}", translate("Problem", "is missing"), _wanted(needed[name]))
        for name in needed
        if name not in table
    )
    return len(problems) == before

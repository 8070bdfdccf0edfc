"""What somebody typed for a lever or a belief, read back.

English is always understood. In another language its own separators and words are too: they are
turned into the English ones first, and where that would leave a doubt, as with ``1.500`` where
the comma is the decimal mark, the text is refused.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING

from modeller.base.bounded_json import parse, shown
from modeller.base.errors import ModellerError, Problem
from modeller.base.language import BRITISH, NumberStyle, number_style, translate
from modeller.model.catalogue import Belief
from modeller.scenario.setting import plain_number, read_setting
from modeller.wording.numbers import MINUS, unit_after, unit_words
from modeller.wording.settings import value_words

if TYPE_CHECKING:
    from modeller.model.catalogue import Lever

_FACTORS = {
    "k": 1e3,
    "thousand": 1e3,
    "m": 1e6,
    "mn": 1e6,
    "million": 1e6,
    "bn": 1e9,
    "billion": 1e9,
}
_NUMBER = r"(?:[0-9]{1,3}(?:,[0-9]{3})+|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
_VALUE = re.compile(
    rf"(?P<sign>[-+]?)(?P<pound>£?)(?P<number>{_NUMBER})(?:e(?P<exponent>[-+]?[0-9]{{1,2}}))?"
    rf"(?P<rest>.*)",
    re.ASCII,
)
_ONE_IN = re.compile(rf"(?:1|one) in (?P<number>{_NUMBER})(?P<rest>.*)", re.ASCII)
_THOUSANDS = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])", re.ASCII)
_THOUSANDS_POINTS = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![0-9])", re.ASCII)
_DECIMAL_COMMA = re.compile(r",(?=[0-9])", re.ASCII)
_POUNDS_LAST = re.compile(r"(?P<number>[0-9.]+) ?(?P<letter>[a-z]*) ?£", re.ASCII)
_EXACTLY = re.compile(r"exact(?:ly)?(?: known)?|known", re.IGNORECASE)
_POUNDS_AND_NOT_MILLIONS = 1e5
"""£260 for an amount in millions means £260m, and £260,000,000 does too."""
_LONGEST = 60
_REFUSED = "\0"
"""Stands for a separator that could mean two things; no number holds it."""


def read_value(text: str, slider: Lever | Belief) -> float:
    """The number in what somebody typed for a slider, in the slider's own unit.

    Accepted are thousands commas, the slider's unit or a part of it, ``%`` for a share, ``k``,
    ``m`` and ``bn``, and ``1 in 6,000`` for a rate per million. Whether the number lies in the
    slider's range is not looked at here.

    Raises
    ------
    ModellerError
        When it is not such a number.
    """
    return _read_value(as_english(text), slider, text)


def _read_value(typed: str, slider: Lever | Belief, text: str) -> float:
    value = None if len(typed) > _LONGEST else _value(typed, slider)
    if value is None:
        example = " ".join(value_words(slider, slider.maximum).split())
        raise ModellerError(
            Problem(
                slider.key,
                translate("Problem", "is {shown}", shown=shown(text)),
                translate("Problem", "write a number, such as {example}", example=example),
            )
        )
    return value


def as_english(text: str) -> str:
    """Lower case, single spaces, plain signs, and English separators."""
    plain, style = _plain(text), number_style()
    if style == BRITISH:
        return plain
    english = _own_number(style).sub(
        lambda found: found[0].replace(" ", "").replace(style.decimal, "."),
        _THOUSANDS_POINTS.sub(_REFUSED, plain),
    )
    letters = {
        _plain(words.letter): letter
        for words, letter in ((style.thousand, "k"), (style.million, "m"), (style.billion, "bn"))
    }
    english = _POUNDS_LAST.sub(
        lambda found: f"£{found['number']}{letters.get(found['letter'], found['letter'])}", english
    )
    return _DECIMAL_COMMA.sub(_REFUSED, english).replace(";", ",")


def _plain(text: str) -> str:
    for character, plain in ((MINUS, "-"), ("\u2019", "'")):
        text = text.replace(character, plain)
    return " ".join(text.casefold().split())  # thin spaces too


@cache
def _own_number(style: NumberStyle) -> re.Pattern[str]:
    """A number with the language's own separators, of which the first is a space."""
    decimal = re.escape(style.decimal)
    return re.compile(
        rf"(?<![0-9.,])(?:(?:[0-9]{{1,3}}(?: [0-9]{{3}})+|[0-9]+)(?:{decimal}[0-9]+)?"
        rf"|{decimal}[0-9]+)(?![0-9]|[.,][0-9])",
        re.ASCII,
    )


def _value(typed: str, slider: Lever | Belief) -> float | None:
    own = _plain(translate("Setting", "1 in {faces}", faces=""))
    if typed.startswith(f"{own} "):
        typed = f"1 in {typed.removeprefix(own).strip()}"
    one_in = _ONE_IN.fullmatch(typed)
    if one_in is not None and slider.unit == "per million faces":
        rate = _value(f"{one_in['number']}{one_in['rest'].removesuffix('faces')}", slider)
        return 1e6 / rate if rate else None
    match = _VALUE.fullmatch(typed)
    if match is None:
        return None
    value = float(match["number"].replace(",", ""))
    if match["exponent"]:
        value *= 10.0 ** int(match["exponent"])
    in_millions = slider.unit.startswith("£m")
    factor = _unit_factor(match["rest"].strip(), slider.unit)
    if factor is None or (match["pound"] and not slider.unit.startswith("£")):
        return None
    value *= factor
    if factor < 1.0:
        value = float(f"{value:.14g}")  # 89 % is 0.89 and not 0.8900000000000001
    if in_millions and (factor > 1.0 or (match["pound"] and value >= _POUNDS_AND_NOT_MILLIONS)):
        value /= 1e6
    return -value if match["sign"] == "-" else value


def _unit_factor(rest: str, unit: str) -> float | None:
    """What the words after a number multiply it by; None when they do not belong there."""
    words = rest.split()
    if not words:
        return 1.0
    if words == ["%"]:
        return 0.01 if unit == "share" else None
    factor, factors = 1.0, _own_factors(number_style())
    if words[0] in factors:
        factor = factors[words.pop(0)]
    known = _unit_words(unit) | _own_unit_words(unit)
    return factor if all(word in known for word in words) else None


@cache
def _own_factors(style: NumberStyle) -> dict[str, float]:
    own = ((style.thousand, 1e3), (style.million, 1e6), (style.billion, 1e9))
    return _FACTORS | {_plain(word): factor for words, factor in own for word in words}


def _own_unit_words(unit: str) -> set[str]:
    """The words of the unit as it is shown."""
    unit = unit.removeprefix("£").removeprefix("m ").strip()
    shown = (unit_words(unit), unit_words(unit, one=True), unit_after("million", unit))
    return {word for words in shown for word in _plain(words).split()} if unit else set()


def _unit_words(unit: str) -> frozenset[str]:
    words = set(unit.removeprefix("£").split()) - {"m"}
    words |= {word.removesuffix("s") for word in words}
    if {"week", "year"} & words:
        words |= {"a", "per", "each"}
    for long, short in (("hours", "h"), ("weeks", "w"), ("people", "person")):
        if long in words:
            words.add(short)
    return frozenset(words | {"times"} if unit.startswith("times") else words)


def read_typed_setting(text: str, slider: Lever | Belief) -> object:
    """A typed setting as plain JSON: a number, a schedule or a central value and a spread.

    A schedule is the JSON of a file. A belief may have its spread behind a comma: ``0.5,0`` or
    ``0.5, exactly known``; ``18,270`` is one number all the same.

    Raises
    ------
    ModellerError
        When the text is none of these; its range is checked when it is put in a scenario.
    """
    typed = text.strip()
    if typed[:1] in ("[", "{"):
        tree = parse(typed.encode("utf-8", "replace"), slider.key)
        problems: list[Problem] = []
        read_setting(slider.key, tree, problems)
        if problems:
            raise ModellerError(problems)
        return tree
    if not isinstance(slider, Belief):
        return plain_number(read_value(typed, slider))
    central, spread = _split_spread(as_english(typed))
    given = typed if _REFUSED in central else central
    value = plain_number(_read_value(central, slider, given))
    if spread is None:
        return value
    return {"central": value, "spread": _read_spread(spread, slider, spread)}


def _split_spread(simplified: str) -> tuple[str, str | None]:
    """What stands before and after the comma that does not separate thousands."""
    comma = _THOUSANDS.sub(lambda found: found[0].replace(",", "_"), simplified).find(",")
    return (simplified, None) if comma < 0 else (simplified[:comma], simplified[comma + 1 :])


def read_spread(text: str, slider: Lever | Belief) -> float:
    """The spread in what somebody typed: ``0``, ``1.5`` or ``exactly known``.

    Raises
    ------
    ModellerError
        When it is neither.
    """
    return _read_spread(as_english(text), slider, text)


def _read_spread(typed: str, slider: Lever | Belief, text: str) -> float:
    typed = typed.strip()
    exactly = _plain(translate("Setting", ", exactly known")).removeprefix(", ")
    if typed == exactly or _EXACTLY.fullmatch(typed):
        return 0.0
    match = _VALUE.fullmatch(typed)
    times = _plain(translate("Setting", ", {times} times the evidence's spread", times=""))
    allowed = ("", "times", "times the evidence's spread", times.removeprefix(",").strip())
    if match is None or match["sign"] == "-" or match["rest"].strip() not in allowed:
        raise ModellerError(
            Problem(
                f"{slider.key}.spread",
                translate("Problem", "is {shown}", shown=shown(text.strip())),
                translate(
                    "Problem",
                    "write a number of times the evidence's spread, or 0 for exactly known",
                ),
            )
        )
    return float(match["number"].replace(",", ""))

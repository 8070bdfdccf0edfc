"""Reads what somebody types for a lever or a belief.

English is always understood. In another language its own separators and words are, too: they are
first replaced by the English ones. A text that could then mean two things is refused, such as
``1.500`` where the comma is the decimal mark.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from functools import cache

from modeller.base.bounded_json import number_text, parse, shown
from modeller.base.errors import ModellerError, Problem, problem
from modeller.base.language import BRITISH, NumberStyle, number_style, translate
from modeller.base.typed_numbers import NUMBER, exact_value, rounded
from modeller.model.catalogue import Belief, Lever
from modeller.model.units import Unit, unit_named
from modeller.scenario.setting import plain_number, read_setting
from modeller.wording.numbers import MINUS, unit_after, unit_words
from modeller.wording.settings import value_words

_FACTORS = {
    "k": Decimal(10**3),
    "thousand": Decimal(10**3),
    "m": Decimal(10**6),
    "mn": Decimal(10**6),
    "million": Decimal(10**6),
    "bn": Decimal(10**9),
    "billion": Decimal(10**9),
}
_MILLION = Decimal(10**6)
_VALUE = re.compile(
    rf"(?P<sign>[-+]?)(?P<pound>£?)(?P<number>{NUMBER})(?:e(?P<exponent>[-+]?[0-9]{{1,2}}))?"
    rf"(?P<rest>.*)",
    re.ASCII,
)
_POINT_OR_THOUSAND = re.compile(r"[1-9][0-9]{0,2}\.[0-9]{3}", re.ASCII)
"""1.400 means fourteen hundred to some readers and one and two fifths to others."""
_THOUSANDS = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:,[0-9]{3})+(?![0-9])", re.ASCII)
_THOUSANDS_POINTS = re.compile(r"(?<![0-9.,])[1-9][0-9]{0,2}(?:\.[0-9]{3})+(?![0-9])", re.ASCII)
_DECIMAL_COMMA = re.compile(r",(?=[0-9])", re.ASCII)
_POUNDS_LAST = re.compile(r"(?P<number>[0-9.]+) ?(?P<letter>[a-z]*) ?£", re.ASCII)
_EXACTLY = re.compile(r"exact(?:ly)?(?: known)?|known", re.IGNORECASE)
_POUNDS_AND_NOT_MILLIONS = Decimal(10**5)
"""For an amount in millions, £260 means £260m, and so does £260,000,000."""
_LONGEST = 60
_REFUSED = "\0"
"""Takes the place of a separator that could mean two things; no number contains it."""


class TwoMeaningsError(ModellerError):
    """What was typed could be either of two numbers."""


def read_value(text: str, slider: Lever | Belief) -> float:
    """The number that somebody typed for a slider, in the slider's own unit.

    It may have commas between thousands, the slider's unit or a part of it, ``%`` for a share,
    ``k``, ``m`` or ``bn``, and may be ``1 in 6,000`` for a rate per million. The slider's range is
    not checked here.

    Raises
    ------
    ModellerError
        When it is not such a number; `TwoMeaningsError` when it could mean two.
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
    other = _other_meaning(typed, slider)
    if other is not None:
        raise TwoMeaningsError(
            problem(
                slider.key,
                "is {shown}, which could mean {one} or {other}",
                "write {one} or {other}",
                shown=shown(text),
                one=_unmistakable(number_text(value)),
                other=number_text(other),
            )
        )
    return value


def _unmistakable(text: str) -> str:
    """A number with three decimals gets a fourth, or it would be refused again."""
    return f"{text}0" if _POINT_OR_THOUSAND.fullmatch(text) else text


def _other_meaning(typed: str, slider: Lever | Belief) -> float | None:
    """The value of a number if its point separates thousands; None if it cannot mean that here.

    It can for sliders with whole steps, where nobody types three decimals, and elsewhere if the
    larger number lies in the range, too.
    """
    found = _one_in(number_style()).fullmatch(typed) or _VALUE.fullmatch(typed)
    if found is None or not _POINT_OR_THOUSAND.fullmatch(found["number"]):
        return None
    first = found["rest"].split(maxsplit=1)[:1]
    if found.groupdict().get("exponent") or set(first) & _own_factors(number_style()).keys():
        return None  # before a power of ten or a scale it is a decimal point
    other = _value(typed.replace(".", "", 1), slider)
    if other is None or not (slider.decimals == 0 or slider.contains(other)):
        return None
    return other


def as_english(text: str) -> str:
    """The text in lower case, with single spaces, plain signs and English separators."""
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
    return " ".join(text.casefold().split())  # including thin spaces


@cache
def _own_number(style: NumberStyle) -> re.Pattern[str]:
    """A number with the separators of a language that separates thousands by spaces."""
    decimal = re.escape(style.decimal)
    return re.compile(
        rf"(?<![0-9.,])(?:(?:[0-9]{{1,3}}(?: [0-9]{{3}})+|[0-9]+)(?:{decimal}[0-9]+)?"
        rf"|{decimal}[0-9]+)(?![0-9]|[.,][0-9])",
        re.ASCII,
    )


@dataclass(frozen=True)
class _Written:
    """A number as it was typed, in its parts."""

    number: Decimal
    pound: bool
    rest: str


def _written(typed: str) -> _Written | None:
    match = _VALUE.fullmatch(typed)
    if match is None:
        return None
    number = exact_value(match["sign"] + match["number"], match["exponent"])
    return _Written(number, bool(match["pound"]), match["rest"].strip())


@cache
def _one_in(style: NumberStyle) -> re.Pattern[str]:
    """The number of "one in so many", in English or in the words of the language in use."""
    words = "|".join(re.escape(_plain(words)) for words in (*BRITISH.one_in, *style.one_in))
    return re.compile(rf"(?:{words}) (?P<number>{NUMBER})(?P<rest>.*)", re.ASCII)


def _value(typed: str, slider: Lever | Belief) -> float | None:
    one_in = _one_in(number_style()).fullmatch(typed)
    unit = slider.counted_in
    if one_in is not None and unit.of_a_million:
        factor = _unit_factor(one_in["rest"].strip(), unit_named(unit.of_a_million))
        so_many = exact_value(one_in["number"]) * (factor or 0)
        return rounded(_MILLION / so_many) if so_many else None
    written = _written(typed)
    if written is None:
        return None
    factor = _unit_factor(written.rest, unit)
    if factor is None or (written.pound and not unit.is_money):
        return None
    value = written.number * factor
    in_pounds = factor > 1 or (written.pound and abs(value) >= _POUNDS_AND_NOT_MILLIONS)
    if unit.millions and in_pounds:
        value /= _MILLION
    return rounded(value)


def _unit_factor(rest: str, unit: Unit) -> Decimal | None:
    """The factor that the words after a number stand for; None if they do not belong there."""
    words = rest.split()
    if not words:
        return Decimal(1)
    if words == ["%"]:
        return Decimal("0.01") if unit.is_share else None
    factor, factors = Decimal(1), _own_factors(number_style())
    if words[0] in factors:
        factor = factors[words.pop(0)]
    known = {*unit.said.split(), *unit.one.split(), *unit.typed} | _own_unit_words(unit)
    return factor if all(word in known for word in words) else None


@cache
def _own_factors(style: NumberStyle) -> dict[str, Decimal]:
    own = ((style.thousand, 3), (style.million, 6), (style.billion, 9))
    return _FACTORS | {_plain(word): Decimal(10**power) for words, power in own for word in words}


def _own_unit_words(unit: Unit) -> set[str]:
    """The words of the unit in the language in use."""
    said = unit.said
    shown = (unit_words(said), unit_words(said, one=True), unit_after("", said, scaled=True))
    return {word for words in shown for word in _plain(words).split()} if said else set()


def read_typed_setting(text: str, slider: Lever | Belief) -> object:
    """A typed setting as plain JSON: a number, a schedule or a central value and a spread.

    A schedule is written as JSON, as in a file. A belief may have its spread after a comma:
    ``0.5,0`` or ``0.5, exactly known``; but ``18,270`` is one number.

    Raises
    ------
    ModellerError
        When the text is none of these. Its range is checked when a scenario is made with it.
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
    """The texts before and after the comma that does not separate thousands."""
    comma = _THOUSANDS.sub(lambda found: found[0].replace(",", "_"), simplified).find(",")
    return (simplified, None) if comma < 0 else (simplified[:comma], simplified[comma + 1 :])


def read_spread(text: str, slider: Lever | Belief) -> float:
    """The spread that somebody typed: ``0``, ``1.5`` or ``exactly known``.

    Raises
    ------
    ModellerError
        When it is neither.
    """
    return _read_spread(as_english(text), slider, text)


def _read_spread(typed: str, slider: Lever | Belief, text: str) -> float:
    typed = typed.strip()
    exact_value = _plain(translate("Setting", ", exactly known")).removeprefix(", ")
    if typed == exact_value or _EXACTLY.fullmatch(typed):
        return 0.0
    written = None if len(typed) > _LONGEST else _written(typed)
    times = translate("Setting", ", {times} times the evidence’s spread", times="")
    times = _plain(times).removeprefix(",").strip()
    allowed = ("", "times", times, times.replace("’", "'"))
    if written is None or written.pound or written.rest not in allowed or written.number < 0:
        raise ModellerError(
            Problem(
                f"{slider.key}.spread",
                translate("Problem", "is {shown}", shown=shown(text.strip())),
                translate(
                    "Problem",
                    "write a number of times the evidence’s spread, or 0 for exactly known",
                ),
            )
        )
    return rounded(written.number)

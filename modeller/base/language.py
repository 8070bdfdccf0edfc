"""Texts in the user's language: English is the source, and a translator may be installed.

Every text for people goes through `translate` where it is made. This module does not know how
translations are stored: the window installs Qt's translator and the language's number style; the
command line and the briefing use the English texts, with British numbers.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass
from types import MappingProxyType
from typing import NamedTuple


class ScaleWords(NamedTuple):
    """The words for thousands, millions or billions: in text for one and for many, and on axes."""

    one: str
    many: str
    letter: str


@dataclass(frozen=True)
class NumberStyle:
    """How a language writes numbers.

    Attributes
    ----------
    thousands, decimal
        The thousands separator and the decimal separator.
    singular
        A regular expression for the numbers after which a noun is in the singular.
    letter, money, money_range
        Patterns: a figure with a scale's letter, a sum of money, and a range of money, where
        ``{first}`` is the scale's letter of its lower end.
    one_in
        What may be typed before a number to mean "one in so many".
    """

    thousands: str
    decimal: str
    singular: str
    letter: str
    money: str
    money_range: str
    one_in: tuple[str, ...]
    thousand: ScaleWords
    million: ScaleWords
    billion: ScaleWords

    def of(self, text: str) -> str:
        """Rewrite a number from Python's form (``1,234.5``) in this language's."""
        if (self.thousands, self.decimal) == (",", "."):
            return text
        return text.translate({ord(","): self.thousands, ord("."): self.decimal})


BRITISH = NumberStyle(
    thousands=",",
    decimal=".",
    singular="1",
    letter="{figure}{letter}",
    money="£{figure}{letter}",
    money_range="£{low}{first}\u2013£{high}{letter}",
    one_in=("1 in", "one in"),
    thousand=ScaleWords("thousand", "thousand", "k"),
    million=ScaleWords("million", "million", "m"),
    billion=ScaleWords("billion", "billion", "bn"),
)
FRENCH = NumberStyle(
    thousands="\u202f",
    decimal=",",
    singular=r"[\u2212+]?[01](?:,[0-9]+)?",
    letter="{figure}\u00a0{letter}",
    money="{figure}\u00a0{letter}£",
    money_range="{low}\u2013{high}\u00a0{letter}£",
    one_in=("1 pour", "un pour", "1 sur", "un sur", "une sur"),
    thousand=ScaleWords("mille", "mille", "k"),
    million=ScaleWords("million", "millions", "M"),
    billion=ScaleWords("milliard", "milliards", "Md"),
)
NUMBER_STYLES = MappingProxyType({"en": BRITISH, "fr": FRENCH})
"""By the language's code; a language that is not listed writes numbers as Britain does."""

Translator = Callable[[str, str, int | None], str]
"""From a context, a source text and a count to the text to show, its placeholders untouched."""


def source_text(_context: str, text: str, n: int | None) -> str:
    """The source text with its English plural: what is shown when no translator is installed."""
    if n is None:
        return text
    return text.replace("(s)", "" if n == 1 else "s").replace("%n", str(n))


_installed: list[tuple[Translator, NumberStyle]] = [(source_text, BRITISH)]
_in_source: ContextVar[bool] = ContextVar("in_source", default=False)


def install(translator: Translator | None, numbers: NumberStyle = BRITISH) -> None:
    """Use `translator` for all texts from now on; None goes back to the source texts."""
    _installed[0] = (translator or source_text, numbers)


def number_style() -> NumberStyle:
    """How numbers are written in the language in use."""
    return BRITISH if _in_source.get() else _installed[0][1]


def language_code() -> str:
    """Code of the language in use."""
    style = number_style()
    return next(code for code, numbers in NUMBER_STYLES.items() if numbers is style)


def numeral(value: float, form: str = ",") -> str:
    """A number in Python's `form` (``1,234.5``), rewritten for the language in use."""
    return number_style().of(format(value, form))


@contextmanager
def source_language() -> Iterator[None]:
    """Use the source texts inside this block: what is made for the record is always in English."""
    token = _in_source.set(True)
    try:
        yield
    finally:
        _in_source.reset(token)


def translate(context: str, text: str, /, *, n: int | None = None, **values: object) -> str:
    """The text in the user's language, with its placeholders filled.

    The first two arguments must be literals, so that ``make languages`` can collect the texts:
    ``translate("Lever", "Reset to {place}", place=place)``. A constant is marked with
    `translatable` where it is defined; the catalogue's texts are collected from the catalogue.

    Parameters
    ----------
    context
        Where the text is shown, which helps a translator to understand it.
    text
        The English text; ``{name}`` stands for a value.
    n
        A count that chooses between singular and plural, written ``%n`` in the text, where
        ``(s)`` stands for the English plural: ``translate("Grid", "%n scenario(s)", n=count)``.
    """
    say = source_text if _in_source.get() else _installed[0][0]
    said = say(context, text, n)
    return said.format(**values) if values else said


def untranslated(text: str, /) -> str:
    """The English text with its placeholders filled, for what is always in English."""
    return text


def lower_first(text: str) -> str:
    """A label as it stands within a sentence: its first letter in lower case, names unchanged."""
    return text[:1].lower() + text[1:]


def upper_first(text: str) -> str:
    """A phrase as it begins a sentence."""
    return text[:1].upper() + text[1:]


def cropped(text: str, most: int = 60) -> str:
    """A text cut to the length that a message has room for."""
    return text if len(text) <= most else text[: most - 1] + "…"


def translatable(_context: str, text: str, /) -> str:
    """Mark a constant's text for translation; it is translated where it is used."""
    return text

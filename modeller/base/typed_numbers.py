"""Reads the numbers that people type, in the same way wherever they are typed.

Commas stand before every third digit or nowhere. A typed number is read as a decimal and rounded
once, so that ``16.1k``, ``16100`` and ``1.61e4`` are the same number with the same fingerprint.
"""

from __future__ import annotations

import re
from decimal import Decimal

GROUPED = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+"
"""Digits with commas between thousands."""
NUMBER = rf"(?:{GROUPED}|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
"""A number without a sign, as a regular expression to be compiled with `re.ASCII`."""
DIGITS = 12
"""Significant digits that a typed number keeps: more than any lever needs."""

_WHOLE = re.compile(rf"{GROUPED}|[0-9]{{1,20}}", re.ASCII)
_PLAIN = re.compile(
    rf"(?P<number>[-+]?(?:{NUMBER}|[0-9]+\.))(?:[eE](?P<exponent>[-+]?[0-9]{{1,3}}))?", re.ASCII
)
_LONGEST = 60


def exact_value(figures: str, exponent: str | None = None) -> Decimal:
    """The exact value of what `NUMBER` matched, times ten to the exponent if there was one."""
    return Decimal(figures.replace(",", "")).scaleb(int(exponent or 0))


def rounded(value: float | Decimal) -> float:
    """The nearest number with `DIGITS` significant digits."""
    return (
        float(f"{value:.{DIGITS}g}") + 0.0
    )  # turns -0 into 0, so that a digest knows only one of them


def whole_number(text: str) -> int | None:
    """A whole number of zero or more, with or without commas between thousands; None otherwise."""
    text = text.strip()
    if len(text) > _LONGEST or _WHOLE.fullmatch(text) is None:
        return None
    return int(text.replace(",", ""))


def typed_number(text: str, *, commas: bool = True) -> float | None:
    """A finite number without a unit: ``1,400``, ``-0.5``, ``1e3``; None for anything else.

    Parameters
    ----------
    commas
        Whether there may be commas between thousands.
    """
    text = text.strip().replace("\u2212", "-")
    match = _PLAIN.fullmatch(text) if len(text) <= _LONGEST else None
    if match is None or (not commas and "," in text):
        return None
    value = rounded(exact_value(match["number"], match["exponent"]))
    return value if abs(value) != float("inf") else None

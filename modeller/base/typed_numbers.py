"""Numbers as people type them, read in one way wherever they are typed.

What a pattern admits is what is read: commas stand before every third figure or nowhere, and
every part that was matched counts. A typed number is taken as it is written, in decimals, and
rounded once, so that ``16.1k``, ``16100`` and ``1.61e4`` are one number with one fingerprint.
"""

from __future__ import annotations

import re
from decimal import Decimal

GROUPED = r"[1-9][0-9]{0,2}(?:,[0-9]{3})+"
"""Figures with commas between thousands."""
NUMBER = rf"(?:{GROUPED}|[0-9]+)(?:\.[0-9]+)?|\.[0-9]+"
"""A number without a sign, as a regular expression to be compiled with `re.ASCII`."""
DIGITS = 12
"""Significant figures that a typed number keeps: more than any lever needs."""

_WHOLE = re.compile(rf"{GROUPED}|[0-9]{{1,20}}", re.ASCII)
_PLAIN = re.compile(
    rf"(?P<number>[-+]?(?:{NUMBER}|[0-9]+\.))(?:[eE](?P<exponent>[-+]?[0-9]{{1,3}}))?", re.ASCII
)
_LONGEST = 60


def exactly(figures: str, exponent: str | None = None) -> Decimal:
    """What was matched by `NUMBER`, and by an exponent if there was one."""
    return Decimal(figures.replace(",", "")).scaleb(int(exponent or 0))


def rounded(value: float | Decimal) -> float:
    """The number that stands for what was typed: `DIGITS` significant figures of it."""
    return float(f"{value:.{DIGITS}g}") + 0.0  # of −0 and 0 only one has a place in a digest


def whole_number(text: str) -> int | None:
    """A whole number from nought, with commas between thousands or without; None for others."""
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
    value = rounded(exactly(match["number"], match["exponent"]))
    return value if abs(value) != float("inf") else None

"""Figures and documents as programs read them: the same digits in every format."""

from __future__ import annotations

import json
import math
from typing import Any

from modeller.base.visible import seen

DIGITS = 9
"""Significant digits: as many as every machine agrees on."""

_LINE_ENDS = {0x2028: "\\u2028", 0x2029: "\\u2029"}
"""Characters at which some readers end a line; as escapes they mean the same in JSON."""


def figure(value: float) -> float | None:
    """A figure with nine digits, and None where it is not finite."""
    return float(f"{value:.{DIGITS}g}") + 0.0 if math.isfinite(value) else None


def json_line(document: Any) -> str:
    """A document as one line of JSON, for readers that take a line at a time."""
    text = json.dumps(document, ensure_ascii=False, allow_nan=False)
    return seen(text).translate(_LINE_ENDS) + "\n"

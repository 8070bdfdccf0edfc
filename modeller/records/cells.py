"""Understands cells in the many spellings that people and programs use.

Each function gives the text in the only form that the strict readers accept, or None where its
meaning is not clear. Such a text is left as it is, and the strict reader reports it.
"""

from __future__ import annotations

import re
import unicodedata
from typing import Literal

Mark = Literal[".", ","]
"""What stands before decimals; the other of the two then stands between thousands."""

_GROUPS = r"[1-9][0-9]{0,2}(?:([%s'’\u00a0\u2007\u2009\u202f ])[0-9]{3})(?:\%d[0-9]{3})*"
_GROUPED = re.compile(_GROUPS % (",.", 1))
_NUMBER = re.compile(r"[0-9]{1,15}(?:[.,][0-9]{1,15})?")
_COUNT: dict[Mark, re.Pattern[str]] = {
    ".": re.compile(rf"({_GROUPS % (',', 2)}|[0-9]+)(?:\.0{{1,6}})?"),
    ",": re.compile(rf"({_GROUPS % ('.', 2)}|[0-9]+)(?:,0{{1,6}})?"),
}
_THREE_DIGITS = re.compile(r"[1-9][0-9]{0,2}([.,])[0-9]{3}")
_BEFORE = re.compile(r"(?:approximately|approx\.?|about|around|circa|ca?\.|est\.?|~|≈)\s*", re.I)
_AFTER = re.compile(
    r"\s*(?:\(?(?:approx\.?|est\.?|estimated?|e)\)|faces?|alerts?|arrests?|people|persons?"
    r"|individuals?|images?|subjects?|deployments?)\s*",
    re.I,
)
_NOTE_MARK = re.compile(r"\s*(?:[*†‡§¹²³⁰⁴-⁹₀-₉ᵃ-ᶻ①-⑳]+|\[[0-9a-z]{1,2}\]|\([0-9a-z]\))$")
_NOT_KNOWN = frozenset(
    re.split(
        r"\|",
        "n/a|na|#n/a|n.a.|n.a|nan|none|null|not available|not applicable|not recorded|not known"
        "|unknown|not published|unavailable|data unavailable|data not available|no data|not stated"
        "|tbc|tba|redacted|withheld|..|...|…|missing|cancelled|deployment cancelled|no deployment"
        "|#value!|#ref!|#div/0!|#name?",
    )
)
_DASHES = frozenset(("-", "–", "—", "−", "‐", "‑", "--"))
_SUPPRESSED = re.compile(
    r"(?:[<>≤≥]\s*=?\s*[0-9][0-9,]*|(?:fewer|less|more) than [0-9a-z,]+|under [0-9]+|over [0-9]+"
    r"|[0-9][0-9,]*\s*\+|[0-9]+\s*(?:-|–|to)\s*[0-9]+|\[[cz]\]|suppressed)",
    re.I,
)
_HOURS_MINUTES = re.compile(
    r"(?P<h>[0-9]{1,2})\s*(?:h|hr|hrs|hour|hours)\.?\s*(?:and|,|&)?\s*"
    r"(?:(?P<m>[0-9]{1,2})\s*(?:m|min|mins|minute|minutes)?\.?)?",
    re.I,
)
_MINUTES = re.compile(r"(?P<m>[0-9]{1,4})\s*(?:m|min|mins|minute|minutes)\.?", re.I)
_CLOCK = re.compile(r"(?P<h>[0-9]{1,2}):(?P<m>[0-9]{2})(?::[0-9]{2}(?:\.[0-9]+)?)?")
_FROM_TO = re.compile(
    r"(?P<h1>[0-9]{1,2})[:.]?(?P<m1>[0-9]{2})\s*(?:hrs?|h)?\s*(?:-|–|—|−|to|until)\s*"
    r"(?P<h2>[0-9]{1,2})[:.]?(?P<m2>[0-9]{2})\s*(?:hrs?|h)?",
    re.I,
)
_DECIMAL_HOURS = re.compile(
    r"(?P<n>[0-9]{1,2}(?:[.,][0-9]{1,15})?)\s*(?:h|hr|hrs|hour|hours)\.?", re.I
)
_DAYS = re.compile(r"\b(?:[0-9]{1,2}|two|three|four|five|six|seven)\s*days?\b", re.I)


def plain(text: str) -> str:
    """The cell without footnote marks, and with ordinary digits and signs."""
    bare = _NOTE_MARK.sub("", text) or text
    if bare.isascii() or any(unicodedata.category(character) == "No" for character in bare):
        return bare  # a raised digit within a number would become one of its digits
    return unicodedata.normalize("NFKC", bare)


def is_not_known(text: str) -> bool:
    """Whether the cell says that there is no figure."""
    return text.casefold() in _NOT_KNOWN


def is_dash(text: str) -> bool:
    """Whether there is only a dash, which may mean zero or not known."""
    return text in _DASHES


def is_suppressed(text: str) -> bool:
    """Whether the cell gives only bounds: ``<5``, ``5+``, ``10-15``."""
    return _SUPPRESSED.fullmatch(text) is not None


def count(text: str, decimal_mark: Mark = ".") -> str | None:
    """A whole number: ``9,780``, ``9 780``, ``10.0``, ``9780 faces``, ``c. 9,780``."""
    found = _COUNT[decimal_mark].fullmatch(_stripped(text))
    return re.sub(r"[^0-9]", "", found[1]) if found else None


def doubtful_mark(text: str) -> Mark | None:
    """The mark before the last three digits: ``1.400`` is 1400 to one writer and 1.4 to another."""
    found = _THREE_DIGITS.fullmatch(_stripped(text))
    if found is None:
        return None
    return "." if found[1] == "." else ","


def measure(text: str, *, decimal_comma: bool) -> str | None:
    """A number, with a point before any decimals."""
    bare = _stripped(text)
    if decimal_comma:
        if "," in bare:
            bare = bare.replace(".", "") if re.fullmatch(r"[0-9.]+,[0-9]+", bare) else bare
            bare = bare.replace(",", ".")
        elif _GROUPED.fullmatch(bare):
            return re.sub(r"[^0-9]", "", bare)
    else:
        whole, point, decimals = bare.partition(".")
        if _GROUPED.fullmatch(whole) and "." not in decimals:
            bare = re.sub(r"[^0-9]", "", whole) + point + decimals
    return bare if _NUMBER.fullmatch(bare) and "," not in bare else None


def threshold(text: str, *, decimal_comma: bool) -> str | None:
    """A similarity between 0 and 1; ``64%`` and ``64`` are 0.64."""
    percent = text.endswith("%")
    number = measure(text.removesuffix("%").strip(), decimal_comma=decimal_comma)
    if number is None:
        return None
    value = float(number)
    if percent or 1.0 < value <= 100.0:
        return f"{value / 100.0:.10g}"
    return number


def hours(text: str, *, decimal_comma: bool) -> str | None:
    """A length of time in hours: ``4hr 47m``, ``5h40``, ``04:47``, ``1205-1253``, ``287 mins``."""
    minutes = _minutes(text)
    if minutes is not None:
        return f"{minutes / 60:.4f}".rstrip("0").rstrip(".")
    decimal = _DECIMAL_HOURS.fullmatch(text)
    return measure(decimal["n"] if decimal else text, decimal_comma=decimal_comma)


def over_days(text: str) -> bool:
    """Whether the length runs over several days, so that it is not a number of hours."""
    return _DAYS.search(text) is not None


def _minutes(text: str) -> int | None:
    for form in (_HOURS_MINUTES, _CLOCK):
        found = form.fullmatch(text)
        if found:
            minutes = int(found["m"] or 0)
            return 60 * int(found["h"]) + minutes if minutes < 60 else None
    found = _MINUTES.fullmatch(text)
    if found:
        return int(found["m"])
    found = _FROM_TO.fullmatch(text)
    if found:
        h1, m1, h2, m2 = (int(found[name]) for name in ("h1", "m1", "h2", "m2"))
        if max(h1, h2) <= 24 and max(m1, m2) < 60:
            # one that ends before it begins has passed midnight
            return (60 * h2 + m2 - 60 * h1 - m1) % (24 * 60)
    return None


def uses_decimal_comma(texts: list[str]) -> bool:
    """Whether the numbers in these cells have a decimal comma.

    A comma that is not followed by exactly three digits, or follows a nought alone, can be nothing
    else; a decimal point in another cell speaks against it.
    """
    commas, points = (
        sum(
            re.fullmatch(rf"[0-9]+{mark}(?:[0-9]{{1,2}}|[0-9]{{4,}})|0{mark}[0-9]{{3}}", text)
            is not None
            for text in texts
        )
        for mark in (",", r"\.")
    )
    return commas > points


def _stripped(text: str) -> str:
    """The cell without the words that people put around a number."""
    if text[:1].isdigit() and text[-1:].isdigit():
        return text  # as nearly all are
    bare = _BEFORE.sub("", text, count=1) if _BEFORE.match(text) else text
    after = re.search(_AFTER.pattern + "$", bare, re.I)
    if after and after.start() > 0:
        bare = bare[: after.start()]
    return bare.strip()

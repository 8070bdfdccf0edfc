"""Fills in the columns of a row that its other columns tell."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from datetime import date

from modeller.evidence.record import COLUMNS as WEEKLY_COLUMNS
from modeller.records.layouts import PARTS

_AS_WEEKLY = {"faces": "faces_scanned"}
_COUNT = re.compile(r"[0-9]{1,12}", re.ASCII)


def is_count(text: str) -> bool:
    """Whether a text is digits, and no more of them than any count has."""
    return _COUNT.fullmatch(text) is not None


def with_wholes(plain: Mapping[str, str]) -> dict[str, str]:
    """The row with the sums of parts, such as those confirmed and those not."""
    row = dict(plain)
    for whole, parts in PARTS.items():
        given = [row.get(part) for part in parts]
        if not row.get(whole) and all(part is not None for part in given):
            row[whole] = _sum(given)
    return row


def _sum(parts: Sequence[str | None]) -> str:
    """The sum of two counts; a text that is not a count is kept, so that it is reported."""
    texts = [part or "0" for part in parts]
    wrong = next((text for text in texts if not is_count(text)), None)
    return str(sum(map(int, texts))) if wrong is None else wrong


def as_week(plain: Mapping[str, str], current_basis_from: date) -> dict[str, str]:
    """A weekly row with every column of the form."""
    row = {_AS_WEEKLY.get(name, name): text for name, text in plain.items()}
    alerts, false = row.get("alerts", ""), row.get("false_alerts", "")
    if not row.get("true_alerts"):
        # where the two are wrong, they are reported, and not this number that nobody wrote
        both = is_count(alerts) and is_count(false)
        row["true_alerts"] = str(max(0, int(alerts) - int(false))) if both else "0"
    if not row.get("face_count_basis"):
        current = row["week_starting"] >= current_basis_from.isoformat()
        row["face_count_basis"] = "current" if current else "earlier"
    return {column: row.get(column, "") for column in WEEKLY_COLUMNS}

"""Matches the columns of a table to fields: by known headings, or by what the user said.

Known headings are declared in ``modeller/records/headings.toml``; the layouts of the tables that a
force publishes are in its profile. What the user says about a table is kept beside the user's
records, and applied again to a table with the same headings.
"""

from __future__ import annotations

import difflib
import json
import re
import tomllib
import unicodedata
from collections.abc import Mapping, Sequence
from functools import cache
from importlib.resources import files
from pathlib import Path
from types import MappingProxyType
from typing import Any

from modeller.base.bounded_reading import read_start
from modeller.base.saving import write_atomically
from modeller.evidence import Layout

NOT_NEEDED = ""
"""The field of a column that is known but not needed."""
PARTS: Mapping[str, tuple[str, ...]] = MappingProxyType(
    {
        "true_alerts": ("true_alerts_confirmed", "true_alerts_unconfirmed"),
        "false_alerts": ("false_alerts_confirmed", "false_alerts_unconfirmed"),
    }
)
"""Fields that a table may give in two columns, which are then added up."""

_OTHER_UNIT = re.compile(
    r"[(\[]\s*(?:in\s+)?(?:minutes?|mins?|seconds?|secs?|days?|['’]?0{3}['’]?s?|thousands?|hundreds?"
    r"|millions?|[km])\s*[)\]]",
    re.I,
)
"""A unit in brackets other than the record's: its numbers are not what the record calls them."""
_MOST_KEPT = 100
_MOST_BYTES = 1_000_000
_NAME = "layouts.json"


@cache
def _declared() -> Mapping[str, Any]:
    text = (files("modeller.records") / "headings.toml").read_text(encoding="utf-8")
    return MappingProxyType(tomllib.loads(text))


@cache
def _synonyms() -> Mapping[str, str]:
    """Fields by normalised heading."""
    found = {name: field for field, names in _declared()["fields"].items() for name in names}
    return MappingProxyType(
        {
            **{field.replace("_", " "): field for field in _declared()["fields"]},
            **found,
            **dict.fromkeys(_declared()["not_needed"]["headings"], NOT_NEEDED),
        }
    )


@cache
def fields() -> tuple[str, ...]:
    """Every field that a column can be."""
    return tuple(_declared()["fields"])


def counts_more(heading: str) -> str | None:
    """What a column counts in addition to what the record's column does; None for most."""
    said: str | None = _declared()["counts_more"].get(normal(heading))
    return said


def all_counted_more() -> tuple[str, ...]:
    """Everything that some column counts in addition to what the record's does."""
    return tuple(dict.fromkeys(_declared()["counts_more"].values()))


def normal(heading: str) -> str:
    """A heading as headings are compared: in lower case, with punctuation replaced by spaces."""
    text = unicodedata.normalize("NFKC", heading[:300]).casefold()
    return " ".join(re.sub(r"[^a-z0-9#%]+", " ", text.replace("’", "").replace("'", "")).split())


def field_of(heading: str) -> str | None:
    """The field of a heading; empty for one that is not needed, None for an unknown one."""
    name = normal(heading)
    known = _synonyms()
    if name in known:
        return known[name]
    if _OTHER_UNIT.search(heading[:300]):
        return None
    # brackets hold an explanation: "Faces seen (estimated number)"
    bare = normal(re.sub(r"\([^()]{0,200}\)|\[[^\[\]]{0,200}\]", " ", heading[:300]))
    if bare in known:
        return known[bare]
    _, _, after = name.partition(" ")
    return known.get(f"* {after}")


def nearest(heading: str) -> str | None:
    """The field that an unknown heading probably stands for; None where no heading is near."""
    name = normal(heading)
    if not 3 <= len(name) <= 60:
        return None
    found = difflib.get_close_matches(name, _synonyms(), n=1, cutoff=0.8)
    return (_synonyms()[found[0]] or None) if found else None


def published_layout(headings: Sequence[str], layouts: Sequence[Layout]) -> Layout | None:
    """The published layout of which a table has at least nine tenths of the headings, if any."""
    names = {normal(heading) for heading in headings}
    best: Layout | None = None
    share = 0.9
    for layout in layouts:
        found = sum(name in names for name in layout.headings) / len(layout.headings)
        if found >= share:
            best, share = layout, found
    return best


# ---------------------------------------------------------------- what the user said


def _key(headings: Sequence[str]) -> str:
    return " | ".join(normal(heading) for heading in headings)


def remembered(folder: Path, headings: Sequence[str]) -> Mapping[str, str]:
    """What the user said about a table with these headings: fields by normalised heading."""
    found = _kept(folder).get(_key(headings), {})
    return {name: field for name, field in found.items() if field in (*fields(), NOT_NEEDED)}


def remember(folder: Path, headings: Sequence[str], said: Mapping[str, str]) -> None:
    """Keep what the user said about a table with these headings; the newest hundred are kept.

    Raises
    ------
    ModellerError
        When it cannot be written.
    """
    if not said:
        return
    kept = dict(_kept(folder))
    kept.pop(_key(headings), None)
    kept[_key(headings)] = dict(said)
    newest = dict(list(kept.items())[-_MOST_KEPT:])
    text = json.dumps({"format": 1, "layouts": newest}, ensure_ascii=False, indent=1)
    folder.mkdir(parents=True, exist_ok=True)
    write_atomically(folder / _NAME, text.encode())


def _kept(folder: Path) -> dict[str, dict[str, str]]:
    """What is kept; nothing where the file is unreadable, because it is only a convenience."""
    try:
        content = read_start(folder / _NAME, _MOST_BYTES + 1)
        found = json.loads(content)["layouts"] if len(content) <= _MOST_BYTES else {}
        return {
            str(key): {str(name): str(field) for name, field in said.items()}
            for key, said in found.items()
        }
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}

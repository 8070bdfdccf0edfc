"""Recognises the modeller's own files where a scenario is wanted, and says where each belongs.

They are known by what is in them, because anybody can rename a file. Files of other programs are
known in `modeller.records.mistaken_files`.
"""

from __future__ import annotations

import contextlib
import re
from collections.abc import Mapping
from typing import Any

from modeller.base.bounded_json import parse
from modeller.base.errors import ModellerError, Problem, problem
from modeller.base.language import translatable
from modeller.profiles import Profile

_Said = tuple[str, str]
"""What a file is, and where it belongs."""

_LEDGER: _Said = (
    translatable("Problem", "is a ledger of locked projections, not a scenario"),
    translatable("Problem", "leave it as it is: modeller ledger list shows what it holds"),
)
_TABLE: _Said = (
    translatable("Problem", "is the table of a sweep, not a scenario"),
    translatable("Problem", "a spreadsheet shows it; modeller sweep takes the design behind it"),
)
_RESULTS: _Said = (
    translatable("Problem", "holds results of the modeller, not a scenario"),
    translatable("Problem", "choose the scenario that they were worked out from"),
)
_DESIGN: _Said = (
    translatable("Problem", "is the design of a sweep, not a scenario"),
    translatable("Problem", "run it with modeller sweep"),
)
_NOTEBOOK: _Said = (
    translatable("Problem", "is a notebook, not a scenario"),
    translatable("Problem", "open it with Jupyter"),
)
_BRIEFING: _Said = (
    translatable("Problem", "is a zip file with scenarios in it, not a scenario file"),
    translatable("Problem", "modeller open shows them, and saves each in a file of its own"),
)
_DESK: _Said = (
    translatable("Problem", "is a file of several scenarios, not one scenario"),
    translatable("Problem", "modeller open shows them, and saves each in a file of its own"),
)

_OBJECTS: tuple[tuple[frozenset[str], _Said], ...] = (
    (frozenset({"bands", "digest", "locked", "previous"}), _LEDGER),
    (
        frozenset({"entries", "digest"}),
        (
            translatable("Problem", "marks the end of a ledger, and is no scenario"),
            translatable("Problem", "leave it beside its ledger, which cannot do without it"),
        ),
    ),
    (
        frozenset({"csv", "imported"}),
        (
            translatable("Problem", "is a record that the modeller keeps, not a scenario"),
            translatable(
                "Problem",
                "it needs no opening: Evidence ▸ Records… and modeller evidence list name it",
            ),
        ),
    ),
    (
        frozenset({"saved_at", "slots"}),
        (
            translatable("Problem", "is unsaved work of a window, not a scenario"),
            translatable("Problem", "leave it there: the window offers it at its next start"),
        ),
    ),
    (
        frozenset({"model", "profile", "record", "summary", "results"}),
        (
            translatable("Problem", "holds results of a version of the model, not a scenario"),
            translatable("Problem", "compare it with another: modeller versions A B"),
        ),
    ),
    (
        frozenset({"profile", "resources"}),
        (
            translatable("Problem", "says what the columns of a table are, and is no scenario"),
            translatable("Problem", "leave it beside its table"),
        ),
    ),
    (frozenset({"modeller-desk"}), _DESK),
    (frozenset({"index", "fingerprint", "base", "model"}), _TABLE),
    (frozenset({"format", "subject"}), _RESULTS),
    (frozenset({"cells", "nbformat"}), _NOTEBOOK),
)
"""Files of JSON by the names of which each has all, where no scenario has them."""

_BEGINNINGS: tuple[tuple[re.Pattern[bytes], _Said], ...] = (
    (
        re.compile(rb"\[(?:General|appearance|files|tour|window)\]\r?\n"),
        (
            translatable("Problem", "holds the settings of the window, not a scenario"),
            translatable("Problem", "leave it to the window, which keeps them there"),
        ),
    ),
    (re.compile(rb"\{\s*\"cells\"\s*:\s*\["), _NOTEBOOK),
    (
        re.compile(rb"SQLite format 3\x00(?s:.){,8192}?CREATE TABLE versions \(\s*id INTEGER"),
        (
            translatable("Problem", "is the history of the window, not a scenario"),
            translatable("Problem", "leave it there: the window shows it, and restores from it"),
        ),
    ),
    (
        re.compile(rb"SQLite format 3\x00(?s:.){,8192}?CREATE TABLE results \(inputs TEXT"),
        (
            translatable("Problem", "is a sweep that is not finished, not a scenario"),
            translatable("Problem", "leave it there: the same modeller sweep carries on from it"),
        ),
    ),
)
_DESIGNED = re.compile(
    rb"^[ \t]*(?:\[(?:set|grid|list|sample)\][ \t]*\r?(?:#|$)|measures[ \t]*=)", re.M
)
_LOOKED_AT = 65_536
_SUFFIX = ".scenario.json"
_SEPARATORS = re.compile(r"[,;\t|]")
_RUN = frozenset({"weeks", "draws", "seed", "places", "title"})
_CHANGES = re.compile(rb"\bchanges\b")


def own_file(data: bytes, name: str, profile: Profile) -> Problem | None:
    """The problem of a file of the modeller's own that is no scenario, by how it begins."""
    data = data.removeprefix(b"\xef\xbb\xbf").lstrip(b" \t\r\n")
    start = data[:_LOOKED_AT]
    for beginning, known in _BEGINNINGS:
        if beginning.match(start):
            return problem(name, *known)
    if start.startswith(b"PK\x03\x04"):
        return _zip(data, name)
    if start.startswith(b"PAR1"):
        return problem(name, *_TABLE) if b"fingerprint" in data else None
    first, _, rest = data.partition(b"\n")
    if start.startswith(b"{"):
        return _lines_of_json(first, name) if first.rstrip().endswith(b"}") and rest else None
    if _DESIGNED.search(start):
        return problem(name, *_DESIGN)
    return _table(first[:_LOOKED_AT].decode("utf-8", "replace"), name, profile)


def own_object(tree: Mapping[str, Any], name: str) -> Problem | None:
    """The problem of an object of JSON that the modeller has written and that is no scenario."""
    if isinstance(tree.get("changes"), Mapping):  # a scenario, whatever else is wrong with it
        return None
    return next((problem(name, *known) for names, known in _OBJECTS if names <= set(tree)), None)


def mere_text(data: bytes, name: str) -> Problem | None:
    """The problem of a text that nobody can have meant as a scenario, such as a page of notes."""
    from modeller.records.tables.kinds import kind_of, said

    if not data.strip() or b"\x00" in data or _CHANGES.search(data) or kind_of(data) != "text":
        return None
    with contextlib.suppress(ModellerError):
        parse(data)
        return None  # such as a number alone, of which more can be said
    from modeller.records.mistaken_files import opened_otherwise
    from modeller.scenario.share_code import holds_code

    if holds_code(data.decode("utf-8", "replace")):
        return opened_otherwise(name, "text")
    return problem(
        name,
        "is {kind} and holds no scenario",
        "open a scenario file or a briefing, or paste the share code that is printed in it",
        kind=said("text"),
    )


def _zip(data: bytes, name: str) -> Problem | None:
    # imported only for what is not a scenario, because all readers of tables come with it
    from modeller.records.mistaken_files import opened_otherwise
    from modeller.records.tables.kinds import kind_of
    from modeller.scenario.office import read_package

    kind = kind_of(data)
    if kind == "zip" and _SUFFIX.encode() in data:
        return problem(name, *_BRIEFING)
    if kind in ("workbook", "slides"):
        with contextlib.suppress(ModellerError):
            if read_package(data, name, _SUFFIX).held is not None:
                return opened_otherwise(name, kind)
    return None


def _lines_of_json(first: bytes, name: str) -> Problem | None:
    try:
        tree = parse(first)
    except ModellerError:
        return None
    return own_object(tree, name) if isinstance(tree, Mapping) else None


def _table(header: str, name: str, profile: Profile) -> Problem | None:
    cells = {cell.strip().strip('"') for cell in _SEPARATORS.split(header)}
    if {"index", "fingerprint", "base"} <= cells:
        return problem(name, *_TABLE)
    if "subject" in cells and len(cells) > 2:
        return problem(name, *_RESULTS)
    varied = {cell.removesuffix(".spread") for cell in cells}
    known = varied & set(profile.catalogue.sliders)
    return problem(name, *_DESIGN) if known and varied - known <= _RUN else None

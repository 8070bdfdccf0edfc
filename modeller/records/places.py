"""Matches places as a table names them to sites and boroughs of the force's own record.

A place that has been published in the same spelling is known. A similar spelling is suggested and
must be confirmed. What the user confirms or says is kept beside the records, and known from then
on. A place that is similar to none keeps its text.
"""

from __future__ import annotations

import difflib
import json
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType
from typing import Literal

from modeller.base.bounded_reading import read_start
from modeller.base.saving import write_atomically
from modeller.profiles import Profile

How = Literal["known", "said", "borough", "near", "unknown"]

_NEAR = 0.85
_MOST_KEPT = 2_000
_MOST_BYTES = 1_000_000
_NAME = "places.json"
_LONGEST = 100
_STATUS = re.compile(r"^(?:(?:[a-z]+ )?borough|city) of ")
"""What stands before the name of a borough or city, whichever kind it is."""
_APOSTROPHES = str.maketrans("", "", "'’‘`")
_SHORT = (
    (r"\bst\b", "street"),
    (r"\brd\b", "road"),
    (r"\bhigh st\b", "high street"),
    (r"\bave?\b", "avenue"),
    (r"\bsq\b", "square"),
    (r"\bln\b", "lane"),
    (r"\bstn\b", "station"),
)


@dataclass(frozen=True)
class PlaceMatch:
    """The text of a place, and the site and borough that it stands for; empty where not known.

    Attributes
    ----------
    how
        ``known``: in the force's own record with this spelling; ``said`` by the user;
        ``borough``: only the borough is known, because the text names it; ``near``: similar to a
        known spelling, to be confirmed; ``unknown``.
    """

    text: str
    site: str
    borough: str
    how: How


def match_place(
    text: str, said: Mapping[str, str], profile: Profile, borough: str = ""
) -> PlaceMatch:
    """The match of a place's text.

    Parameters
    ----------
    said
        What the user has said: sites or boroughs by `place_key`; empty for a place that is not a
        known one.
    profile
        The force whose sites and areas are known.
    borough
        The borough that a column of the table gives; it decides, if there is such a borough.
    """
    stated = _borough_named(borough, profile)
    key = place_key(text)
    sites = _boroughs_of_sites(profile)
    answer = said.get(key)
    if answer is not None:
        if answer in sites:
            return PlaceMatch(text, answer, stated or sites[answer], "said")
        named = _borough_named(answer, profile)
        if named:
            return PlaceMatch(text, "", stated or named, "said")
    if answer == "":
        return _by_itself(text, stated or _borough_in(text, profile))
    spellings = _known_spellings(profile)
    site = spellings.get(key)
    if site is not None and stated in ("", sites[site]):
        return PlaceMatch(text, site, sites[site], "known")
    named = stated or _borough_in(text, profile)
    near = difflib.get_close_matches(key, spellings, n=1, cutoff=_NEAR) if key else []
    if near:
        site = spellings[near[0]]
        if named in ("", sites[site]):
            return PlaceMatch(text, site, sites[site], "near")
    return _by_itself(text, named)


def none_of_these(match: PlaceMatch, profile: Profile, borough: str = "") -> PlaceMatch:
    """The match of a place that is spelt like a known one but is another place."""
    stated = _borough_named(borough, profile)
    return _by_itself(match.text, stated or _borough_in(match.text, profile))


def _by_itself(text: str, borough: str) -> PlaceMatch:
    return PlaceMatch(text, "", borough, "borough" if borough else "unknown")


def place_key(text: str) -> str:
    """A place as places are compared: in lower case, without punctuation and abbreviations."""
    bare = " ".join(
        re.sub(r"[^a-z0-9]+", " ", text[:_LONGEST].casefold().translate(_APOSTROPHES)).split()
    )
    for short, long in _SHORT:
        bare = re.sub(short, long, bare)
    return bare


def names_a_place(text: str, profile: Profile) -> bool:
    """Whether it is a site or a borough of the force's own record, in the same spelling."""
    return text in _boroughs_of_sites(profile) or text in profile.areas


def site_names(profile: Profile) -> tuple[str, ...]:
    """All sites, in alphabetical order."""
    return tuple(sorted(_boroughs_of_sites(profile)))


@lru_cache(maxsize=8)
def _boroughs_of_sites(profile: Profile) -> Mapping[str, str]:
    sites = () if profile.deployments is None else profile.deployments.sites
    return MappingProxyType({site.name: site.borough for site in sites})


@lru_cache(maxsize=8)
def _known_spellings(profile: Profile) -> Mapping[str, str]:
    """The site of every spelling in the record, except spellings used for several sites."""
    found: dict[str, set[str]] = {}
    for row in () if profile.deployments is None else profile.deployments.rows:
        for spelling in (row.place, row.site):
            found.setdefault(place_key(spelling), set()).add(row.site)
    return MappingProxyType(
        {key: next(iter(sites)) for key, sites in found.items() if len(sites) == 1 and key}
    )


@lru_cache(maxsize=8)
def _boroughs_by_key(profile: Profile) -> Mapping[str, str]:
    return MappingProxyType({place_key(name): name for name in profile.areas})


def _borough_named(text: str, profile: Profile) -> str:
    known = _boroughs_by_key(profile)
    key = place_key(text)
    return known.get(key) or known.get(_STATUS.sub("", key), "")


def _borough_in(text: str, profile: Profile) -> str:
    """The borough that one part of the text is: ``Old Town, High Rd``."""
    parts = [_borough_named(part, profile) for part in re.split(r"[,;/()–-]", text[:_LONGEST])]
    named = {part for part in parts if part}
    return named.pop() if len(named) == 1 else ""


# ---------------------------------------------------------------- what the user said


def remembered_places(folder: Path, profile: Profile) -> Mapping[str, str]:
    """What the user said about places; nothing where the file is unreadable."""
    try:
        content = read_start(folder / _NAME, _MOST_BYTES + 1)
        found = json.loads(content)["places"] if len(content) <= _MOST_BYTES else {}
        named = {str(key): str(name) for key, name in found.items()}
        return {key: name for key, name in named.items() if names_a_place(name, profile)}
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return {}


def remember_places(folder: Path, matches: Iterable[PlaceMatch], profile: Profile) -> None:
    """Keep what the user said or confirmed about places.

    Raises
    ------
    ModellerError
        When it cannot be written.
    """
    said = {
        place_key(match.text): match.site or match.borough
        for match in matches
        if match.how in ("said", "near")
    }
    before = dict(remembered_places(folder, profile))
    if not said or said.items() <= before.items():
        return
    kept = dict(list((before | said).items())[-_MOST_KEPT:])
    folder.mkdir(parents=True, exist_ok=True)
    text = json.dumps({"format": 1, "places": kept}, ensure_ascii=False, indent=1)
    write_atomically(folder / _NAME, text.encode())

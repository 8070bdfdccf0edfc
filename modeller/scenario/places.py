"""Where the deployments are held: a mix of places as a frozen value.

A mix gives shares to *parts* that add up to one. A part is a named mix (``as-recorded``,
``by-residents``), or a place that is spelt with its kind (``borough: Old Town``).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

from modeller.base.bounded_json import join, number_text, shown
from modeller.base.errors import Problem, problem
from modeller.base.language import translate
from modeller.base.typed_numbers import rounded, typed_number
from modeller.profiles import Profile
from modeller.scenario.setting import plain_number, read_number, unknown

AS_RECORDED = "as-recorded"
MOST_PARTS = 100
_ADDS_UP = 1e-6
_ROUNDING = 1e-12
"""Shares that miss one by no more than this add up to it."""
_SHOWN = 40
REST = ("rest as recorded", "rest")


@dataclass(frozen=True)
class PlaceMix:
    """Shares of the deployments by part, in the order of the names of the parts.

    Attributes
    ----------
    parts
        Each part with its share; shares are above zero and add up to one.
    """

    parts: tuple[tuple[str, float], ...]

    @property
    def plain(self) -> str | dict[str, float]:
        """The mix as JSON: the name of a named mix, or shares by part."""
        if len(self.parts) == 1 and ":" not in self.parts[0][0]:
            return self.parts[0][0]
        return {part: plain_number(share) for part, share in self.parts}

    def __str__(self) -> str:
        if len(self.parts) == 1:
            return part_text(self.parts[0][0])
        return ", ".join(
            f"{part_text(part)} {number_text(float(f'{100 * share:.6g}'))} %"
            for part, share in self.parts
        )


def part_text(part: str) -> str:
    """A part in words: a named mix by its label, a borough by its name alone."""
    return part.removeprefix("borough: ") if ":" in part else part.replace("-", " ")


@lru_cache(maxsize=64)
def written_out(mix: PlaceMix, profile: Profile) -> Mapping[str, float]:
    """Shares by place, with named mixes written out."""
    found: dict[str, float] = {}
    for part, share in mix.parts:
        inside = {part: 1.0} if ":" in part else _named(part, profile)
        for place, each in inside.items():
            found[place] = found.get(place, 0.0) + share * each
    return MappingProxyType(dict(sorted(found.items())))


@lru_cache(maxsize=64)
def _named(name: str, profile: Profile) -> Mapping[str, float]:
    from modeller.calibration.places.drawn_fit import PlacedDraws
    from modeller.calibration.places.named_mixes import named_mix
    from modeller.calibration.places.shares import recorded_mix

    assert isinstance(profile.fit, PlacedDraws)  # without a record by deployment no mix has a name
    recorded = recorded_mix(profile.fit.ordinary)
    mix = named_mix(name, profile.mixes, recorded, profile.areas)
    return MappingProxyType({str(place): share for place, share in mix.items()})


def known_parts(profile: Profile) -> tuple[str, ...]:
    """Every part that a mix can have: named mixes, boroughs, sites, new sites, fixed cameras."""
    return (*profile.mixes, *profile.place_names)


@lru_cache(maxsize=16)
def _spellings(profile: Profile) -> Mapping[str, str]:
    """Every way to write a part, in lower case, with the part."""
    found: dict[str, str] = {}
    for part in reversed(known_parts(profile)):
        kind, _, name = part.rpartition(": ")
        found[part.casefold()] = part
        if kind in ("borough", "site"):
            found[name.casefold()] = part
        if kind == "fixed cameras":
            found["fixed cameras"] = part
        if not kind:
            found.setdefault(part.replace("-", " ").casefold(), part)
    for key, mix in profile.mixes.items():
        called = str(mix.get("label", key)).casefold()
        found.setdefault(called, key)
        found.setdefault(called.replace(" ", "-"), key)
    return MappingProxyType(found)


def check_mix(
    profile: Profile, where: str, raw: object, problems: list[Problem]
) -> PlaceMix | None:
    """A mix from its plain form; None for the recorded mix. Anything wrong is added to `problems`.

    Parameters
    ----------
    profile
        The force, which decides on the places.
    raw
        A `PlaceMix`, the text of `read_mix_text`, or shares by part.
    """
    before = len(problems)
    if raw is None:
        return None
    if isinstance(raw, PlaceMix):
        raw = dict(raw.parts)
    if isinstance(raw, str):
        shares = _shares_of_text(profile, where, raw, problems)
    elif isinstance(raw, Mapping):
        shares = _shares_of_object(profile, where, raw, problems)
    else:
        problems.append(
            problem(
                where,
                "is {shown}",
                'it must be a named mix such as {mix}, or shares such as {{"{place}": 0.2, '
                '"as-recorded": 0.8}}',
                shown=shown(raw),
                mix=next((key for key in profile.mixes if key != AS_RECORDED), AS_RECORDED),
                place=next(iter(profile.place_names), AS_RECORDED),
            )
        )
        return None
    if len(problems) > before:
        return None
    total = math.fsum(shares.values())  # the same in whatever order they are given
    if abs(total - 1.0) > _ADDS_UP:
        problems.append(
            problem(
                where,
                "has shares that add up to {total} %",
                "make them 100 %, or end with “rest as recorded”",
                total=number_text(float(f"{100.0 * total:.6g}")),
            )
        )
        return None
    if abs(total - 1.0) <= _ROUNDING:
        total = 1.0  # or a mix that is saved and opened would change in its last bits each time
    kept = {part: share / total for part, share in sorted(shares.items()) if share > 0.0}
    return None if set(kept) == {AS_RECORDED} else PlaceMix(tuple(kept.items()))


def _part(profile: Profile, where: str, name: object, problems: list[Problem]) -> str:
    text = str(name).strip()
    found = _spellings(profile).get(text.casefold())
    if found is None:
        what = translate("Problem", "is not a known place or mix")
        names = [part_text(part) for part in known_parts(profile)]
        unknown(join(where, text), text, names, what, problems)
        return ""
    return found


def _added(
    profile: Profile,
    where: str,
    pairs: Iterable[tuple[object, float | None]],
    problems: list[Problem],
) -> dict[str, float]:
    shares: dict[str, float] = {}
    for name, share in pairs:
        part = _part(profile, where, name, problems)
        if share is None or not part:
            continue
        if share < 0.0:
            problems.append(
                problem(
                    join(where, str(name)),
                    "has a share of {share} %",
                    "a share is nought or more",
                    share=number_text(float(f"{100.0 * share:.6g}")),
                )
            )
        elif part in shares:
            problems.append(
                problem(join(where, str(name)), "is given twice", "give its whole share once")
            )
        else:
            shares[part] = share
    return shares


def _shares_of_object(
    profile: Profile, where: str, raw: Mapping[object, object], problems: list[Problem]
) -> dict[str, float]:
    if len(raw) > MOST_PARTS:
        problems.append(
            problem(
                where,
                "has {count} items",
                "keep at most {most}",
                count=number_text(len(raw)),
                most=MOST_PARTS,
            )
        )
        return {}
    pairs = [
        (name, read_number(join(where, str(name)), share, problems)) for name, share in raw.items()
    ]
    return _added(profile, where, pairs, problems)


def _shares_of_text(
    profile: Profile, where: str, text: str, problems: list[Problem]
) -> dict[str, float]:
    """“evenly”, or “Old Town 20 %, fixed cameras 10 %, rest as recorded”."""
    if text.strip().casefold() in _spellings(profile):
        return {_spellings(profile)[text.strip().casefold()]: 1.0}
    pieces = _pieces(profile, text)
    if len(pieces) > MOST_PARTS:
        return _shares_of_object(
            profile, where, dict.fromkeys(map(str, range(len(pieces))), 0.0), problems
        )
    pairs: list[tuple[object, float | None]] = []
    rest = False
    for piece in pieces:
        if piece.casefold() in REST:
            rest = True
            continue
        name, share = _named_share(piece)
        if share is None and len(pieces) == 1:
            _part(profile, where, piece, problems)
            return {}
        if share is None:
            problems.append(
                problem(
                    where,
                    "has {shown} without a share",
                    "write it as {example}",
                    shown=shown(piece),
                    example=shown(f"{_name_of(piece)} 20 %"),
                )
            )
            continue
        pairs.append((name, share))
    shares = _added(profile, where, pairs, problems)
    left = rounded(1.0 - math.fsum(shares.values()))
    if rest and left > 0.0:
        shares[AS_RECORDED] = shares.get(AS_RECORDED, 0.0) + left
    return shares


def _pieces(profile: Profile, text: str) -> list[str]:
    """The pieces between commas, except commas in names: a piece ends with a share or is last."""
    pieces: list[str] = []
    held = ""
    for piece in text.split(","):
        held = f"{held},{piece}" if held else piece
        if "%" in piece or held.strip().casefold() in (*REST, *_spellings(profile)):
            pieces.append(held.strip())
            held = ""
    return [*pieces, held.strip()] if held.strip() else pieces


def _name_of(piece: str) -> str:
    """What a piece names, without a share that cannot be read."""
    body, percent, _ = piece.partition("%")
    return (body.rpartition(" ")[0] if percent else body).strip()[:_SHOWN]


def _named_share(piece: str) -> tuple[str, float | None]:
    body, percent, after = piece.rpartition("%")
    words = body.split()
    if not percent or after.strip() or not words:
        return piece, None
    number = typed_number(words[-1], commas=False)
    if number is None:
        return piece, None
    return " ".join(words[:-1]), rounded(number / 100.0)

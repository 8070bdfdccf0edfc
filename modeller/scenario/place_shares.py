"""A mix of places by the tiles of the map, and what it becomes when a tile's share is set.

The shares of all tiles are one, whatever is done. What a tile gains or loses, the others give or
take: in proportion to their shares, or one of them alone; locked tiles hold theirs. Sites within a
tile keep their proportions.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from types import MappingProxyType

from modeller.base.bounded_json import number_text
from modeller.base.language import translate
from modeller.profiles import Profile
from modeller.scenario.places import AS_RECORDED, PlaceMix, part_text, written_out

MOST_NAMED = 3
"""Places that a short text names."""
_NEAR = 1e-9
"""Shares that differ by less are the same, and none is as small: a millionth of a deployment in a
year."""


@lru_cache(maxsize=8)
def _tile_of(profile: Profile) -> Mapping[str, str]:
    """The tile of every place of a mix."""
    rows = profile.deployments
    homes = {} if rows is None else {site.name: site.borough for site in rows.sites}
    found = {}
    for place in profile.place_names:
        kind, _, name = place.partition(": ")
        if kind == "fixed cameras":
            found[place] = place
        else:
            found[place] = f"borough: {homes[name] if kind == 'site' else name}"
    return MappingProxyType(found)


def tile_of(place: str, profile: Profile) -> str:
    """Key of the tile that a place of a mix is in; KeyError for what is no place."""
    return _tile_of(profile)[place]


def places_of(mix: PlaceMix | None, profile: Profile) -> Mapping[str, float]:
    """Shares by place, named mixes written out; as recorded when None."""
    return written_out(mix or PlaceMix(((AS_RECORDED, 1.0),)), profile)


@lru_cache(maxsize=64)
def shares_by_tile(mix: PlaceMix | None, profile: Profile) -> Mapping[str, float]:
    """Shares of the deployments by tile, every tile of the map among them; together one."""
    found = dict.fromkeys(profile.tiles, 0.0)
    for place, share in places_of(mix, profile).items():
        found[tile_of(place, profile)] += share
    return MappingProxyType(found)


def share_range(
    mix: PlaceMix | None,
    profile: Profile,
    tile: str,
    *,
    locked: Collection[str] = (),
    giver: str | None = None,
) -> tuple[float, float]:
    """The least and the most that a tile's share can be set to, the locked ones as they are."""
    shares = shares_by_tile(mix, profile)
    if tile in locked:
        return shares[tile], shares[tile]
    if giver is not None and giver != tile:
        if giver in locked:
            return shares[tile], shares[tile]
        return 0.0, min(shares[tile] + shares[giver], 1.0)
    held = sum(shares[each] for each in locked)
    most = max(1.0 - held, 0.0)
    others = [each for each in shares if each != tile and each not in locked]
    return (0.0 if others else most), most


def with_share(
    mix: PlaceMix | None,
    profile: Profile,
    tile: str,
    share: float,
    *,
    locked: Collection[str] = (),
    giver: str | None = None,
) -> PlaceMix | None:
    """The mix with a tile's share set, as near to what is asked as the locked tiles leave room for.

    Parameters
    ----------
    mix
        None for as recorded.
    share
        Of all deployments, 0 to 1.
    locked
        Tiles that hold their shares.
    giver
        The one tile that gives what this one gains, and takes what it loses. All that are not
        locked, in proportion to their shares, when None; in that of the record where they have
        none, and evenly where it has none either.

    Returns
    -------
    PlaceMix or None
        None where every share is the record's.
    """
    low, high = share_range(mix, profile, tile, locked=locked, giver=giver)
    share = min(max(share, low), high)
    shares = shares_by_tile(mix, profile)
    wanted = dict(shares)
    wanted[tile] = share
    if giver is not None and giver != tile:
        wanted[giver] = max(shares[tile] + shares[giver] - share, 0.0)
    else:
        free = [each for each in shares if each != tile and each not in locked]
        left = max(1.0 - share - sum(shares[each] for each in shares if each in locked), 0.0)
        if tile in locked:
            return mix
        for weights in (shares, shares_by_tile(None, profile), dict.fromkeys(shares, 1.0)):
            total = sum(weights[each] for each in free)
            if total > _NEAR:
                wanted |= {each: left * weights[each] / total for each in free}
                break
    return _mix_of(mix, profile, shares, wanted)


def _mix_of(
    mix: PlaceMix | None,
    profile: Profile,
    shares: Mapping[str, float],
    wanted: Mapping[str, float],
) -> PlaceMix | None:
    """The mix whose tiles have the wanted shares; the places within each keep their proportions."""
    found: dict[str, float] = {}
    for place, part in places_of(mix, profile).items():
        tile = tile_of(place, profile)
        if shares[tile] > _NEAR and wanted[tile] > _NEAR:
            found[place] = part * (wanted[tile] / shares[tile])
    # a tile's key is the place that is all of it
    found |= {
        tile: share for tile, share in wanted.items() if share > _NEAR and not shares[tile] > _NEAR
    }
    total = sum(found.values())
    found = {place: part / total for place, part in sorted(found.items())}
    recorded = places_of(None, profile)
    if all(
        abs(found.get(each, 0.0) - recorded.get(each, 0.0)) < _NEAR
        for each in {**found, **recorded}
    ):
        return None
    return PlaceMix(tuple(found.items()))


def set_apart(mix: PlaceMix | None, profile: Profile) -> tuple[Mapping[str, float], bool]:
    """The tiles whose shares are not the record's, and whether the others are in its proportion.

    Returns
    -------
    shares
        By tile, the one furthest from the record's share first.
    rest
        True where all others stand to each other as in the record; False where no such reading
        with fewer than half of the tiles exists, and `shares` has every tile that differs.
    """
    now, then = shares_by_tile(mix, profile), shares_by_tile(None, profile)
    ratios = sorted(now[each] / then[each] for each in then if then[each] > 0.0)
    middle = ratios[len(ratios) // 2] if ratios else 1.0

    def away(tile: str) -> float:
        return abs(now[tile] - middle * then[tile])

    moved = [each for each in now if away(each) > _NEAR]
    rest = middle > 0.0 and 2 * len(moved) < len(now)
    if not rest:
        moved = [each for each in now if abs(now[each] - then[each]) > _NEAR]
    moved.sort(key=lambda each: (-abs(now[each] - then[each]), each))
    return MappingProxyType({each: now[each] for each in moved}), rest


def set_words(
    mix: PlaceMix, profile: Profile, called: Callable[[str], str], share: Callable[[float], str]
) -> str:
    """A mix by the tiles that are set apart: ``Old Town 20 %, the others in proportion``.

    Parameters
    ----------
    called, share
        What a tile of that key is called, and a share in words.
    """
    apart, rest = set_apart(mix, profile)
    named = [
        translate("Places", "{place} {share}", place=called(key), share=share(part))
        for key, part in list(apart.items())[:MOST_NAMED]
    ]
    if len(apart) > MOST_NAMED:
        named.append(translate("Places", "%n more place(s) set", n=len(apart) - MOST_NAMED))
    if rest:
        named.append(translate("Places", "the others in proportion"))
    return translate("List", ", ").join(named)


def short_text(mix: PlaceMix | None, profile: Profile) -> str:
    """A mix in a line: as it spells itself where that is short, else what is set apart."""
    if mix is None:
        return part_text(AS_RECORDED)
    if len(mix.parts) <= MOST_NAMED:
        return str(mix)
    return set_words(mix, profile, part_text, _percent)


def _percent(share: float) -> str:
    return f"{number_text(float(f'{100 * share:.3g}'))} %"

"""A mix of places as shares of the map's tiles, and how it changes when a tile's share is set.

The shares of all tiles always add up to one. What a tile gains or loses is taken from or given to
the others, in proportion to their shares, or to a single one; locked tiles keep theirs. Sites
within a tile keep their proportions.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping
from functools import lru_cache
from types import MappingProxyType

from modeller.base.language import translate
from modeller.profiles import Profile
from modeller.scenario.places import AS_RECORDED, PlaceMix, written_out

MOST_NAMED = 3
"""How many places a short text names."""
_NEAR = 1e-9
"""Shares that differ by less than this count as equal, and no share is smaller; it is about a
millionth of a deployment in a year."""


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
    """The key of the tile that a place of a mix belongs to; KeyError for an unknown place."""
    return _tile_of(profile)[place]


def places_of(mix: PlaceMix | None, profile: Profile) -> Mapping[str, float]:
    """Shares by place, with named mixes written out; the recorded mix when None."""
    return written_out(mix or PlaceMix(((AS_RECORDED, 1.0),)), profile)


@lru_cache(maxsize=64)
def shares_by_tile(mix: PlaceMix | None, profile: Profile) -> Mapping[str, float]:
    """Shares of the deployments for every tile of the map; together one."""
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
    """The lowest and highest share that a tile can be given while the locked ones keep theirs."""
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
    """The mix with a tile's share set, or as near to that as the locked tiles allow.

    Parameters
    ----------
    mix
        The mix to start from; the recorded one when None.
    share
        Share of all deployments, 0 to 1.
    locked
        Tiles that keep their shares.
    giver
        The tile that gives what this one gains, and takes what it loses. When None, all that are
        not locked do, in proportion to their shares; where these are zero, in proportion to the
        record's, and where those are, too, evenly.

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
    """The mix with the wanted shares of tiles; places within a tile keep their proportions."""
    found: dict[str, float] = {}
    for place, part in places_of(mix, profile).items():
        tile = tile_of(place, profile)
        if shares[tile] > _NEAR and wanted[tile] > _NEAR:
            found[place] = part * (wanted[tile] / shares[tile])
    # the key of a tile names the place that is the whole tile
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
    """The tiles whose shares differ from the record's, and whether the rest are in its proportion.

    Returns
    -------
    shares
        By tile, beginning with the one furthest from its share in the record.
    rest
        True if all other tiles are in the proportions of the record. False if half of the tiles or
        more would have to be named for that; `shares` then has every tile that differs.
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
        Functions that give the name of a tile by its key, and a share in words.
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

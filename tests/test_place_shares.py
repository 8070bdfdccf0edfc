"""A mix of places by tile: a share set, the rest in proportion, locks, one giver; always one."""

from __future__ import annotations

import json
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from modeller.base.errors import ModellerError
from modeller.scenario import Scenario
from modeller.scenario.file import scenario_document
from modeller.scenario.place_shares import (
    places_of,
    set_apart,
    share_range,
    shares_by_tile,
    with_share,
)
from modeller.scenario.places import PlaceMix
from modeller.scenario.reading import parse_document
from tests.met import MET, shipped_deployments

TILES = tuple(MET.tiles)
NAMED = [None, *(PlaceMix(((key, 1.0),)) for key in MET.mixes if key != "as-recorded")]
mixes = st.sampled_from(NAMED)
tiles = st.sampled_from(TILES)
shares = st.floats(0.0, 1.0)
moves = st.lists(st.tuples(tiles, shares, st.sets(tiles, max_size=6)), min_size=1, max_size=6)


def test_that_every_area_and_the_fixed_cameras_have_a_tile_of_their_own():
    assert len(TILES) == 34
    assert len({(tile.column, tile.row) for tile in MET.tiles.values()}) == 34
    assert [tile.area for tile in MET.tiles.values() if tile.fixed_cameras] == ["Croydon"]


@given(mixes, moves)
def test_that_whatever_is_set_the_shares_are_one_and_locked_tiles_hold(mix, moves):
    for tile, share, locked in moves:
        before = shares_by_tile(mix, MET)
        mix = with_share(mix, MET, tile, share, locked=locked)
        after = shares_by_tile(mix, MET)
        assert sum(after.values()) == pytest.approx(1.0, abs=1e-12)
        assert min(after.values()) >= 0.0
        for each in locked:
            assert after[each] == pytest.approx(before[each], abs=1e-9)
        # it is a mix that a scenario takes
        assert sum(share for _, share in (mix or PlaceMix((("as-recorded", 1.0),))).parts) == (
            pytest.approx(1.0)
        )
        assert shares_by_tile(Scenario(places=mix).places, MET)[tile] == pytest.approx(
            after[tile], abs=1e-9
        )


@given(mixes, moves)
def test_that_a_mix_keeps_its_last_bits_and_its_fingerprint_through_a_file(mix, moves):
    for tile, share, locked in moves:
        mix = with_share(mix, MET, tile, share, locked=locked)
        scenario = Scenario(places=mix)
        back = parse_document(json.loads(json.dumps(scenario_document(scenario))), MET).scenario
        assert back == scenario
        assert back.with_places(back.places) == scenario


@given(mixes, tiles, shares, st.sets(tiles, max_size=30))
def test_that_a_share_is_what_is_asked_within_the_room_the_locked_leave(mix, tile, share, locked):
    low, high = share_range(mix, MET, tile, locked=locked)
    assert 0.0 <= low <= high <= 1.0 + 1e-12
    found = shares_by_tile(with_share(mix, MET, tile, share, locked=locked), MET)[tile]
    assert found == pytest.approx(min(max(share, low), high), abs=1e-9)


@given(mixes, tiles, shares)
def test_that_the_others_give_way_in_proportion(mix, tile, share):
    before = shares_by_tile(mix, MET)
    after = shares_by_tile(with_share(mix, MET, tile, share), MET)
    others = [each for each in TILES if each != tile and before[each] > 1e-6]
    if share < 1.0 and others:
        ratios = [after[each] / before[each] for each in others]
        assert ratios == pytest.approx([ratios[0]] * len(ratios), rel=1e-6, abs=1e-9)


@given(mixes, tiles, tiles, shares)
def test_that_a_giver_gives_alone(mix, tile, giver, share):
    if tile == giver:
        return
    before = shares_by_tile(mix, MET)
    after = shares_by_tile(with_share(mix, MET, tile, share, giver=giver), MET)
    assert after[tile] + after[giver] == pytest.approx(before[tile] + before[giver], abs=1e-9)
    for each in TILES:
        if each not in (tile, giver):
            assert after[each] == pytest.approx(before[each], abs=1e-9)


@given(mixes, tiles, shares)
def test_that_sites_within_a_tile_keep_their_proportions(mix, tile, share):
    after = with_share(mix, MET, tile, share)
    held, kept = places_of(mix, MET), places_of(after, MET)
    sites = [each for each in held if each.startswith("site: ") and each in kept]
    tile_shares = (shares_by_tile(mix, MET), shares_by_tile(after, MET))
    homes = {each.name: each.borough for each in shipped_deployments().sites}
    for site in sites:
        borough = f"borough: {homes[site.removeprefix('site: ')]}"
        before, now = (every[borough] for every in tile_shares)
        assert kept[site] / now == pytest.approx(held[site] / before)


def test_that_a_share_set_back_is_as_recorded_again():
    recorded = shares_by_tile(None, MET)
    moved = with_share(None, MET, "borough: Croydon", 0.4)
    assert moved is not None
    assert with_share(moved, MET, "borough: Croydon", recorded["borough: Croydon"]) is None


def test_that_what_one_tile_leaves_goes_as_recorded_where_the_others_have_none():
    one = PlaceMix((("borough: Croydon", 1.0),))
    after = shares_by_tile(with_share(one, MET, "borough: Croydon", 0.5), MET)
    recorded = shares_by_tile(None, MET)
    brent, newham = "borough: Brent", "borough: Newham"
    assert after[brent] / after[newham] == pytest.approx(recorded[brent] / recorded[newham])


def test_that_all_locked_but_one_leaves_no_room():
    tile = "borough: Croydon"
    others = set(TILES) - {tile}
    low, high = share_range(None, MET, tile, locked=others)
    assert low == high == pytest.approx(shares_by_tile(None, MET)[tile])


def test_that_the_tiles_set_apart_are_those_that_were_set():
    mix = with_share(None, MET, "borough: Croydon", 0.2)
    found, rest = set_apart(mix, MET)
    assert (list(found), rest) == (["borough: Croydon"], True)
    assert set_apart(None, MET) == ({}, True)
    many, rest = set_apart(PlaceMix((("evenly", 1.0),)), MET)
    assert not rest
    assert len(many) > 20


AREAS = tuple(MET.areas)


@given(
    st.lists(st.sampled_from(AREAS), min_size=1, max_size=6, unique=True),
    st.data(),
)
def test_that_shares_are_the_same_however_they_are_written_and_in_what_order(names, data):
    tenths = [data.draw(st.integers(1, 160)) for _ in names]  # of a percent
    left = 1000 - sum(tenths)
    typed = [f"{name} {each / 10:g} %" for name, each in zip(names, tenths, strict=True)]
    of_file = {f"borough: {name}": each / 1000 for name, each in zip(names, tenths, strict=True)}
    of_file["as-recorded"] = left / 1000
    ways: list[Any] = [
        ", ".join([*typed, "rest as recorded"]),
        ", ".join([*reversed(typed), f"as recorded {left / 10:g} %"]),
        ", ".join([f"as-recorded {left}e-1 %", *typed]),
        of_file,
        dict(reversed(of_file.items())),
    ]
    assert len({Scenario(places=way).inputs_digest for way in ways}) == 1


@pytest.mark.parametrize("share", ["nan", "inf", "-inf", "1_0", "٢٠", "0x14", "20\u200b", "2 0"])
def test_that_what_is_no_number_is_no_share(share):
    with pytest.raises(ModellerError):
        Scenario(places=f"{AREAS[0]} {share} %, rest as recorded")  # type: ignore[arg-type]

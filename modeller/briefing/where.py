"""The section "Where": a map of tiles for each scenario, also as a table, and who lives there."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from modeller.base.language import lower_first, upper_first
from modeller.briefing.content import Block, Chart, Paragraph, Row, Section, Table
from modeller.briefing.pictures import Option, TileMap, TileShown, TradeOff
from modeller.briefing.shown import Shown
from modeller.profiles import Profile
from modeller.projection import Projection
from modeller.projection.by_place import ByPlace, by_place, knows_places
from modeller.projection.record_by_place import against_vans, counted_by_tile, whole_record
from modeller.wording import percent
from modeller.wording.by_place import (
    MEASURES,
    Cell,
    cells,
    false_alerts_sentence,
    residents_sentences,
    share_words,
    street_sentence,
    tile_words,
)
from modeller.wording.places import mix_words

if TYPE_CHECKING:
    from modeller.analysis.mixes import MixPoint

HEADING = "Where"
_TABLED = ("share", "faces", "arrests", "false-alerts", "arrests-each")
_EVEN = 1e-9
_WIDTHS = (1.45, 0.8, 1.75, 1.1, 0.95, 1.1, 0.55)
_MOST_DIFFERING = 12
_MOST_IN_SHORT = 3


def where_section(shown: Shown, mixes: tuple[MixPoint, ...]) -> Section | None:
    """The section; None if the record knows no places.

    Parameters
    ----------
    mixes
        What the named mixes would give instead of the subject's own; empty if not wanted.
    """
    if not all(knows_places(projection.catalogue) for projection in shown.projections):
        return None
    profile = shown.profile
    found = [by_place(projection) for projection in shown.projections]
    blocks: list[Block] = [Paragraph(_mixes_sentence(shown))]
    before = None if shown.reference is None else found[shown.against]
    blocks.append(Paragraph(residents_sentences(found[shown.subject], profile)))
    if before is not None and _mix(shown, shown.against) != _mix(shown, shown.subject):
        letter = shown.letters[shown.against]
        blocks.append(Paragraph(f"Scenario {letter}: {residents_sentences(before, profile)}"))
    main = shown.projections[shown.subject]
    blocks.append(_map_chart(shown, shown.subject, main, found[shown.subject]))
    if before is not None and _mix(shown, shown.against) != _mix(shown, shown.subject):
        blocks.append(_map_chart(shown, shown.against, shown.projections[shown.against], before))
        blocks.append(_difference_table(shown, found[shown.subject], before))
    blocks.append(Paragraph(_false_alerts_sentence(profile)))
    blocks += [Paragraph(street_sentence(each)) for each in against_vans(profile)]
    if mixes:
        blocks.append(_mixes_chart(shown, mixes))
    later = [place for place, block in enumerate(blocks) if not isinstance(block, Paragraph)]
    return Section("where", HEADING, tuple(blocks), at_length=frozenset(later[1:]))


def short_where(section: Section) -> Section:
    """The short form: a paragraph on where, one on who lives there, and the first map."""
    chart = next(block for block in section.blocks if isinstance(block, Chart))
    table, few = chart.table, chart.table.rows[:_MOST_IN_SHORT]
    columns = 1 + _TABLED.index("arrests") + 1
    short = replace(
        table,
        caption="The largest shares: median (8 of 10 futures)",
        columns=table.columns[:columns],
        rows=tuple(replace(row, cells=row.cells[: columns - 1]) for row in few),
        note="All places are in the PDF.",
        widths=table.widths[:columns],
    )
    residents = section.blocks[1]
    shown = replace(chart, subtitle="Share of the deployments", table=short)
    return replace(section, blocks=(residents, shown), at_length=frozenset())


def _mix(shown: Shown, place: int) -> object:
    return shown.projections[place].scenario.places


def _mixes_sentence(shown: Shown) -> str:
    """A sentence on where each scenario holds its deployments."""
    parts = (
        f"{letter}, {mix_words(projection.scenario.places, shown.profile)}"
        for letter, projection in shown.lettered
    )
    return (
        f"Where the deployments are held: {'; '.join(parts)}. “As recorded” means the "
        "places of the deployments that the model is fitted to, without events. Totals are divided "
        "by the mix and by the yield of a deployment at each place; in each future they add up."
    )


def _map_chart(shown: Shown, place: int, projection: Projection, found: ByPlace) -> Chart:
    letter, profile = shown.letters[place], shown.profile
    shares, each = cells(found, MEASURES["share"]), cells(found, MEASURES["arrests-each"])
    title = _finding(letter, found)
    return Chart(
        key=f"where-{letter.lower()}",
        title=title,
        subtitle=f"Scenario {letter}: share of the deployments; below it, arrests a deployment and "
        "deployments in the fitted record; hatched where these are fewer than three",
        alternative=_alternative(title, found),
        picture=TileMap(
            credit=shown.credit,
            letter=letter,
            largest=max(cell.middle for cell in shares.values()),
            tiles=tuple(
                _tile(profile, key, shares[key], each[key], found) for key in profile.tiles
            ),
        ),
        table=_table(projection, letter, found),
        wide=True,
    )


def _tile(profile: Profile, key: str, share: Cell, each: Cell, found: ByPlace) -> TileShown:
    tile, here = profile.tiles[key], found.places[key]
    return TileShown(
        tile_words(tile, short=True),
        tile.column,
        tile.row,
        share.middle,
        share.short,
        (f"{each.short} arrests", f"{here.rows} recorded"),
        here.seldom,
    )


def _finding(letter: str, found: ByPlace) -> str:
    """The largest share as a sentence, or that all are equal."""
    held = found.held
    if len(held) > 1 and held[0].share - held[-1].share < _EVEN:
        return f"{letter} holds its deployments at {len(held)} places evenly"
    most = held[0]
    share = share_words(most.share)
    return f"{letter}: {tile_words(most.tile)} has {share} of the deployments, the most"


def _alternative(title: str, found: ByPlace) -> str:
    """The alternative text of a map: every place with a share, the largest first."""
    parts = "; ".join(f"{tile_words(each.tile)} {share_words(each.share)}" for each in found.held)
    return (
        f"{title}. A map of equal tiles, one for each borough. Shares of the deployments: {parts}."
    )


def _table(projection: Projection, letter: str, found: ByPlace) -> Table:
    columns = {key: cells(found, MEASURES[key]) for key in _TABLED}
    rows = [
        Row(
            tile_words(each.tile),
            (*(_words(columns[key][each.tile.key]) for key in _TABLED), str(each.rows)),
        )
        for each in found.held
    ]
    heads = ("Place", *(MEASURES[key].label for key in _TABLED), "Fitted")
    return Table(
        caption=f"Scenario {letter} by place over {projection.scenario.weeks} weeks: median (8 of "
        "10 futures)",
        columns=heads,
        rows=tuple(rows),
        note="Fitted: the number of deployments there that the model is fitted to. Medians need "
        "not add "
        "up to the median of all; in each future the places do. Places without a share are left "
        "out.",
        widths=_WIDTHS,
    )


def _words(cell: Cell) -> str:
    return f"{cell.figure} ({cell.reach})" if cell.reach else cell.figure


def _difference_table(shown: Shown, found: ByPlace, before: ByPlace) -> Table:
    """The table of differences by place, draw by draw."""
    keys = ("share", "faces", "arrests")
    columns = {key: cells(found, MEASURES[key], before) for key in keys}
    differ = sorted(
        (key for key, cell in columns["share"].items() if abs(cell.middle) > _EVEN),
        key=lambda key: -abs(columns["share"][key].middle),
    )
    letter, other = shown.letters[shown.subject], shown.letters[shown.against]
    left = len(differ) - _MOST_DIFFERING
    rest = f" {left} more places differ by less." if left > 0 else ""
    return Table(
        caption=f"What differs by place, {letter} less {other}: median (8 of 10 futures)",
        columns=("Place", *(MEASURES[key].label for key in keys)),
        rows=tuple(
            Row(
                tile_words(shown.profile.tiles[key]),
                tuple(_words(columns[each][key]) for each in keys),
            )
            for key in differ[:_MOST_DIFFERING]
        ),
        note=f"Each future is compared with the same future of the other scenario.{rest}",
    )


def _false_alerts_sentence(profile: Profile) -> str:
    """A sentence on how little is known about false alerts by place."""
    counted = counted_by_tile(profile, whole_record(profile))
    some = [each for each in counted.values() if each.false_alerts]
    whole = sum(each.false_alerts for each in some)
    most = max(counted.values(), key=lambda each: (each.false_alerts, each.key))
    text = (
        f"The whole record has {whole} false alerts, at {len(some)} of {len(counted)} places; they "
        "are divided in proportion to faces, since so few say nothing about a single place."
    )
    if not most.false_alerts:
        return text
    return f"{text} Most were counted in {tile_words(profile.tiles[most.key])}: " + lower_first(
        false_alerts_sentence(most)
    )


def _mixes_chart(shown: Shown, mixes: tuple[MixPoint, ...]) -> Chart:
    """A chart of arrests and of faces in boroughs with a larger share of Black residents."""
    from modeller.analysis.mixes_words import figure_words, ranged_words

    profile, place = shown.profile, shown.profile.names.place
    named = {id(point): mix_words(point.mix, profile) for point in mixes}
    unbeaten = [point for point in mixes if point.unbeaten]
    by_arrests = sorted(mixes, key=lambda point: point.arrests[1])
    fewest, most = by_arrests[0], by_arrests[-1]
    title = (
        f"Arrests by mix: from {figure_words('arrests', fewest.arrests)} ({named[id(fewest)]}) to "
        f"{figure_words('arrests', most.arrests)} ({named[id(most)]})"
    )
    rows = tuple(
        Row(
            upper_first(named[id(point)]),
            (
                ranged_words("arrests", point.arrests),
                ranged_words("faces", point.faces_above),
                ranged_words("false alerts", point.false_alerts),
                percent(point.deployments_above),
                percent(point.residents, 0.001),
            ),
            edited=point.current,
        )
        for point in mixes
    )
    said = "; ".join(
        f"{named[id(point)]}: {figure_words('arrests', point.arrests)} arrests, "
        f"{figure_words('faces', point.faces_above)} faces in those boroughs"
        for point in mixes
    )
    return Chart(
        key="where-mixes",
        title=title,
        subtitle="Arrests against faces scanned in boroughs with a larger share of Black residents "
        f"than {place}: one point for each mix, medians",
        alternative=f"{title}. {upper_first(said)}.",
        picture=TradeOff(
            credit=shown.credit,
            x_label=f"Faces scanned in boroughs above {place}’s share of Black residents (p50)",
            y_label="Arrests (p50)",
            x_unit="faces",
            y_unit="arrests",
            options=tuple(
                Option(
                    named[id(point)],
                    point.faces_above[1],
                    point.arrests[1],
                    point in unbeaten,
                    point.current,
                )
                for point in mixes
            ),
        ),
        table=Table(
            caption=f"Named mixes in place of scenario {shown.letters[shown.subject]}’s: median (8 "
            "of 10 futures)",
            columns=(
                "Mix",
                "Arrests",
                "Faces in those boroughs",
                "False alerts",
                "Deployments there",
                "Residents Black, by faces",
            ),
            rows=rows,
            note="All else stays as in the scenario. Residents are not the people who walked past, "
            "boroughs are large, and the record cannot say who was scanned.",
            widths=(1.7, 1.2, 1.7, 0.9, 0.9, 0.9),
        ),
        wide=True,
    )

"""Writes docs/calibration.md and its pictures again: ``python -m docs.calibration_page``.

The tables are those of ``modeller list calibration --format markdown``. Each picture carries a
digest of the figures that it shows, which a test compares.
"""

from __future__ import annotations

import hashlib
import io
import textwrap
from collections.abc import Sequence
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import numpy as np

from modeller.backtest.words import day_words
from modeller.base.elementary import exp
from modeller.base.saving import write_atomically
from modeller.briefing.charts import (
    HAIRLINE,
    INK,
    LOOKS,
    MUTED,
    SMALL,
    WIDTH,
    axes_in,
    chart_style,
    cropped,
    new_figure,
    tint,
)
from modeller.calibration.places.kept import places_fit
from modeller.calibration.places.mixes import Places
from modeller.calibration.places.rows import WEEK
from modeller.calibration.places.shares import YIELDS, Yield
from modeller.calibration.places.summary import (
    SUMMARY_DRAWS,
    SUMMARY_SEED,
    Ranged,
    SiteYield,
)
from modeller.cli.list_calibration import Calibration, calibration, markdown
from modeller.evidence import Deployments
from modeller.profiles import shipped_profile
from modeller.wording import THIN_SPACE, percent

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure

PAGE = Path(__file__).with_name("calibration.md")
IMAGES = PAGE.with_name("images")
_NAMES: dict[Yield, str] = {"faces": "Faces", "alerts": "True alerts", "arrests": "Arrests"}
# grey, because hue belongs to scenarios
_RAW = LOOKS["B"]._replace(colour=tint(MUTED, 0.6), text_colour=MUTED)
_SHRUNKEN = LOOKS["A"]._replace(colour=INK, text_colour=INK)
_PARTS = ("luck", "place", "week")
_PART_COLOURS = (tint(MUTED, 0.35), MUTED, INK)
_ROW = 0.165
_MOST_TIMES = 3.5
_TEXT = """\
# Calibration

This page shows what the record says about the model's numbers, and how surely. `make docs` writes
its figures and pictures from the fit that the model uses; a test fails when they are out of date.
`modeller list calibration` gives all of it as text, JSON, CSV and Markdown.

The record gives a date and a place for each deployment. From {first} to {last}, {rows} of them were
ordinary deployments, that is, not at Carnival, football or an airport. They were at {sites} sites,
{once} of them visited once, in {boroughs} boroughs. They are all fitted together. The fit has a
level that drifts from week to week, an effect of each borough, an effect of each site, the hours
where they are published, and the luck of each deployment.

## Three reasons why deployments differ

{scatter_picture}

**Luck** is what would differ on the same street in the same week: who happens to walk by. **Place**
is what the same street brings each time: {place_faces} of the scatter of faces, {place_alerts} of
that of true alerts and {place_arrests} of that of arrests. **Week** is what moves all places
together, and the smallest of the three: much of what looks like a change over time comes from where
the vans stood. So a forecast that is told where they will stand is more certain than one that is
told only how many deployments there will be ([validation](validation.md)).

## Sites: raw and shrunken

The figure of a site visited once or twice is largely luck. The model therefore uses a *shrunken*
figure: the fewer the visits, the more it is drawn towards the figures of the borough and of London.
The grey square is what a site's own deployments say, with the range that luck alone would give;
the black dot is the shrunken figure that the model uses, with its 90 % range. A value of 1 is the
yield at the recorded mix of places. The numbers beside the names are visits.

{sites_pictures}

For {most_outcome}, the largest correction is that of {most_site}, visited {most_visits}: its own
figure is {most_raw} times that of the recorded mix, and the shrunken figure {most_times}
({most_low} to {most_high}). {often_site}, visited {often_visits} times, hardly moves: {often_raw}
by itself, {often_times} shrunken.

A site's yield does not say why it is high or low. It reflects aims, time of day, watchlists and
weather, and the people who walk past; the record cannot say who was scanned.

## Week by week

{weeks_picture}

The picture shows the level of each week with its 90 % range, as a multiple of its mean over the
record, after allowing for the place and the hours. The last week's level is {up_faces} times the
first week's for faces, {up_alerts} times for true alerts and {up_arrests} times for arrests.
Nothing draws the level back to a long-run mean: a forecast begins where the record ends and
drifts from there.

"""


def main() -> None:
    """Write the page and its pictures."""
    write_atomically(PAGE, page_text().encode())
    for name, picture in pictures().items():
        write_atomically(IMAGES / name, picture)


def _rows() -> Deployments:
    rows = shipped_profile().deployments
    assert rows is not None
    return rows


def _since() -> date:
    return shipped_profile().about.record.comparable_from


def page_text() -> str:
    """The page in Markdown."""
    found, rows = calibration(shipped_profile()), _rows()
    fitted = places_fit(rows, _since()).ordinary
    visits = [site.deployments for site in fitted.sites]
    shares = {each.outcome: percent(each.shares[1]) for each in found.scatters}
    faces = found.sites["faces"]
    most = max(faces, key=lambda site: abs(np.log(max(site.raw.value, 0.01) / site.times.value)))
    often = max(faces, key=lambda site: site.visits)
    text = _TEXT.format(
        rows=len(fitted),
        first=day_words(fitted.first_day),
        last=day_words(fitted.last_day),
        sites=len(visits),
        boroughs=len(fitted.boroughs),
        once=sum(number == 1 for number in visits),
        place_faces=shares["faces"],
        place_alerts=shares["alerts"],
        place_arrests=shares["arrests"],
        scatter_picture="![Bars: how much of the scatter of single deployments is luck, place and "
        "week](images/calibration-scatter.svg)",
        weeks_picture="![Lines: the level of faces, true alerts and arrests over the weeks of the "
        "record](images/calibration-weeks.svg)",
        sites_pictures="".join(
            f"![Dots: {_NAMES[outcome].lower()} at each site, raw and shrunken, with ranges]"
            f"(images/{_site_file(outcome)})\n\n"
            for outcome in YIELDS
        ).rstrip(),
        most_outcome="faces",
        **{f"up_{outcome}": _rise(outcome) for outcome in YIELDS},
        most_site=most.site,
        most_visits=_times(most.visits),
        most_raw=f"{most.raw.value:.2f}",
        most_times=f"{most.times.value:.2f}",
        most_low=f"{most.times.p05:.2f}",
        most_high=f"{most.times.p95:.2f}",
        often_site=often.site,
        often_visits=often.visits,
        often_raw=f"{often.raw.value:.2f}",
        often_times=f"{often.times.value:.2f}",
    )
    return (_filled(text).rstrip() + "\n\n" + markdown(shipped_profile())).replace(
        THIN_SPACE, "\u00a0"
    ).rstrip() + "\n"


def _rise(outcome: Yield) -> str:
    """How many times the first week's level the last week's is, with its 90 % range."""
    past = _places().drawn[outcome].past
    found = Ranged.of(exp(past[-1] - past[0]))
    return f"{found.value:.2f} ({found.p05:.2f} to {found.p95:.2f})"


@cache
def _places() -> Places:
    return Places(places_fit(_rows(), _since()), SUMMARY_DRAWS, SUMMARY_SEED)


def _filled(text: str) -> str:
    """Paragraphs broken anew; headings, pictures and tables as they are."""
    blocks = text.split("\n\n")
    return "\n\n".join(
        block
        if block.lstrip().startswith(("#", "!", "|"))
        else textwrap.fill(" ".join(block.split()), 100, break_on_hyphens=False)
        for block in blocks
    )


def _times(visits: int) -> str:
    return {1: "once", 2: "twice"}.get(visits, f"{visits} times")


def _site_file(outcome: Yield) -> str:
    return f"calibration-sites-{outcome}.svg"


def figures_digest() -> str:
    """Twelve characters that change when a figure on a picture does."""
    found = calibration(shipped_profile())
    figures: list[Ranged] = [
        ranged for each in found.scatters for ranged in (each.luck, each.place, each.week)
    ]
    figures += [
        ranged
        for sites in found.sites.values()
        for site in sites
        for ranged in (site.raw, site.times)
    ]
    text = "\n".join(f"{each.value:.4g} {each.p05:.4g} {each.p95:.4g}" for each in figures)
    return hashlib.sha256(text.encode()).hexdigest()[:12]


def pictures() -> dict[str, bytes]:
    """Each picture as SVG, by its file's name."""
    found = calibration(shipped_profile())
    with chart_style():
        return {
            "calibration-scatter.svg": _scatter_picture(found),
            **{
                _site_file(outcome): _sites_picture(outcome, sites)
                for outcome, sites in found.sites.items()
            },
            "calibration-weeks.svg": _weeks_picture(),
        }


def _svg(figure: Figure) -> bytes:
    written = io.BytesIO()
    figure.savefig(
        written,
        format="svg",
        metadata={"Date": None, "Creator": None, "Description": f"figures {figures_digest()}"},
    )
    return written.getvalue()


def _scatter_picture(found: Calibration) -> bytes:
    figure = new_figure(1.75)
    axes = axes_in(figure, 0.95, 0.45, 0.25, 0.35)
    for row, each in enumerate(found.scatters):
        whole, begins = sum(each.shares), 0.0
        for part, colour, share in zip(_PARTS, _PART_COLOURS, each.shares, strict=True):
            axes.barh(row, share / whole, left=begins / whole, height=0.62, color=colour)
            if share > 0.05:
                axes.text(
                    (begins + share / 2) / whole,
                    row,
                    f"{part} {percent(share)}".replace(THIN_SPACE, "\u00a0"),
                    ha="center",
                    va="center",
                    color=INK if part == "luck" else "#FFFFFF",
                    fontsize=SMALL + 0.5,
                )
            begins += share
    axes.set_yticks(range(len(found.scatters)), [_NAMES[each.outcome] for each in found.scatters])
    axes.invert_yaxis()
    axes.set_xlim(0.0, 1.0)
    axes.set_xticks([0.0, 0.5, 1.0], ["0", "half", "all"])
    axes.tick_params(axis="y", colors=INK)
    axes.set_xlabel("of the scatter of single deployments", fontsize=SMALL + 0.5)
    handles = [axes.barh(0, 0, color=colour)[0] for colour in _PART_COLOURS]
    figure.legend(
        handles, list(_PARTS), loc="upper right", ncols=3, frameon=False, fontsize=SMALL + 0.5
    )
    return _svg(figure)


def _sites_picture(outcome: Yield, sites: Sequence[SiteYield]) -> bytes:
    from matplotlib.lines import Line2D

    half = -(-len(sites) // 2)
    height = 0.75 + _ROW * half
    figure = new_figure(height)
    for side, part in enumerate((sites[:half], sites[half:])):
        left = side * WIDTH / 2
        axes = axes_in(figure, left + 1.52, 0.4, WIDTH / 2 - left + 0.12, 0.35)
        _sites_in(axes, part, half)
        axes.set_xlabel(
            f"{_NAMES[outcome].lower()}, times the recorded mix", fontsize=SMALL, labelpad=2
        )
    handles = [
        Line2D([], [], marker=look.marker, color=look.colour, markersize=3.2, linewidth=0.9)
        for look in (_RAW, _SHRUNKEN)
    ]
    figure.legend(
        handles,
        ["raw: its own deployments, range of luck", "shrunken: what the model uses, 90 % range"],
        loc="upper center",
        ncols=2,
        frameon=False,
        fontsize=SMALL + 0.5,
    )
    return _svg(figure)


def _sites_in(axes: Axes, sites: Sequence[SiteYield], rows: int) -> None:
    axes.axvline(1.0, color=MUTED, linewidth=0.7)
    for row, site in enumerate(sites):
        for look, ranged, away in ((_RAW, site.raw, -0.2), (_SHRUNKEN, site.times, 0.2)):
            if not np.isfinite(ranged.value):
                continue
            low, high = ranged.p05, min(ranged.p95, _MOST_TIMES)
            if low < high:
                axes.plot([low, high], [row + away] * 2, color=look.colour, linewidth=0.9)
            if ranged.value <= _MOST_TIMES:
                axes.plot(ranged.value, row + away, look.marker, color=look.colour, markersize=2.6)
            else:
                axes.text(
                    _MOST_TIMES,
                    row + away,
                    f"{ranged.value:.1f} ›",
                    ha="right",
                    va="center",
                    fontsize=SMALL - 1.5,
                    color=look.text_colour,
                )
    labels = [f"{cropped(site.site, 27)}  {site.visits}" for site in sites]
    axes.set_yticks(range(len(sites)), labels, fontsize=SMALL - 0.5)
    axes.tick_params(axis="y", colors=INK, pad=3)
    axes.set_ylim(rows - 0.4, -0.6)
    axes.set_xlim(0.0, _MOST_TIMES)
    axes.set_xticks(range(int(_MOST_TIMES) + 1), [str(x) for x in range(int(_MOST_TIMES) + 1)])
    axes.tick_params(axis="x", labelsize=SMALL)
    axes.grid(axis="x", color=HAIRLINE, linewidth=0.5)


def _weeks_picture() -> bytes:
    places = _places()
    fitted = places.fitted
    figure = new_figure(3.9)
    for row, outcome in enumerate(YIELDS):
        level = places.drawn[outcome].past
        weeks = level.shape[0]
        level = exp(level - level.mean(axis=0))
        low, middle, high = np.quantile(level, (0.05, 0.5, 0.95), axis=1)
        days = [fitted.end - (weeks - week) * WEEK + timedelta(days=3) for week in range(weeks)]
        axes = axes_in(figure, 0.95, 0.3 + 1.2 * (2 - row), 0.15, 0.1 + 1.2 * row)
        axes.fill_between(days, low, high, color=tint(_SHRUNKEN.colour, 0.25), linewidth=0)
        axes.plot(days, middle, color=_SHRUNKEN.colour, linewidth=1.2)
        axes.axhline(1.0, color=MUTED, linewidth=0.6)
        axes.set_ylim(0.5, 1.7)
        axes.set_yticks([0.5, 1.0, 1.5], ["½", "1", "1½"])
        axes.grid(axis="y", color=HAIRLINE, linewidth=0.5)
        axes.set_xlim(days[0], days[-1])
        quarters = [day for day in _firsts(days[0], days[-1]) if day.month % 3 == 1]
        axes.set_xticks(np.array(quarters, "datetime64[D]"), [f"{day:%b %Y}" for day in quarters])
        if row < 2:
            axes.tick_params(axis="x", labelbottom=False)
        axes.set_ylabel(_NAMES[outcome], rotation=0, ha="right", va="center", color=INK, labelpad=6)
    return _svg(figure)


def _firsts(begin: date, end: date) -> list[date]:
    """The first days of the months from the one after `begin` to `end`."""
    day, found = begin.replace(day=1), []
    while (day := (day + timedelta(days=32)).replace(day=1)) <= end:
        found.append(day)
    return found


if __name__ == "__main__":
    main()

"""A projection as a page of text: findings, figures, what differs, what to bear in mind."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from modeller import wording
from modeller.base.language import lower_first
from modeller.cli.layout import GAP, Column, ends, paragraph, table, table_width
from modeller.cli.versions import provenance
from modeller.evidence import PastYear
from modeller.projection import Band, Projection
from modeller.records import past_year_for, record_label
from modeller.scenario import Scenario, differences
from modeller.scenario.places import PlaceMix
from modeller.scenario.setting import BeliefSetting, Schedule
from modeller.scenario.words_of_shipped import with_words_that_hold
from modeller.wording import chart_title
from modeller.wording.places import mix_words

_TITLED = ("arrests", "faces_scanned", "false_alerts", "deployments")
_LEANS = "†"
_TEXT_WIDTH = 100


def report(
    projection: Projection, baseline: Projection | None, width: int, bands: Sequence[Band]
) -> list[str]:
    """The whole page.

    Parameters
    ----------
    baseline
        The projection to compare with; None for the baseline itself.
    bands
        The bands to show; the first is compared.
    """
    text_width = min(width, _TEXT_WIDTH)
    figures = outcome_table(projection, baseline, width, bands)
    page_width = max(map(len, figures))
    lines = _heading(projection.scenario, min(max(page_width, 60), width))
    past = past_year_for(projection.scenario.record, projection.scenario.profile)
    lines += ["", *paragraph(wording.answer(projection, past), text_width)]
    lines += ["", *_findings(projection, baseline, past, text_width)]
    lines += ["", *figures]
    if baseline is not None:
        lines += ["", *what_differs(baseline.scenario, projection.scenario, width)]
    lines += _section("What holds deployments back", _binding(projection), text_width)
    lines += _section(
        "Do the extra arrests make up for the officers lost?",
        wording.break_even_sentences(projection),
        text_width,
    )
    lines += _section("Bear in mind", _bear_in_mind(projection), text_width, mark="• ")
    return lines


def _heading(scenario: Scenario, width: int) -> list[str]:
    lines = [wording.subject_line(scenario.profile)]
    lines += ends(scenario.title, scenario.fingerprint, width)
    question = with_words_that_hold(scenario).question
    lines += paragraph(question, width) if question else []
    return [*lines, *paragraph(provenance(scenario), width)]


def _findings(
    projection: Projection, baseline: Projection | None, past: PastYear | None, width: int
) -> list[str]:
    titles = [chart_title(projection, baseline, key, past=past) for key in _TITLED]
    return [
        line for title in dict.fromkeys(titles) for line in paragraph(title, width, indent=len(GAP))
    ]


def _section(title: str, sentences: Sequence[str], width: int, mark: str = "") -> list[str]:
    if not sentences:
        return []
    lines = ["", title]
    for sentence in sentences:
        lines += paragraph(sentence, width, mark=mark, indent=len(GAP))
    return lines


def _binding(projection: Projection) -> list[str]:
    causes = wording.causes_sentence(projection)
    return [f"{wording.crews_sentence(projection)} {causes}".strip()]


def _bear_in_mind(projection: Projection) -> list[str]:
    found = []
    for caveat in wording.caveats(projection):
        if caveat.kind == "plan_exceeds_crews":
            continue  # given above, in full
        reason = f" {caveat.reason}" if caveat.kind == "beyond_evidence" else ""
        found.append(caveat.text + reason)
    found.append(f"False alerts: {wording.natural_frequency(projection)}.")
    found.append(wording.wrongly_flagged_sentence(projection))
    leaning: dict[str, None] = {}
    for key in projection.catalogue.outcomes:
        leaning.update(dict.fromkeys(wording.judgements(projection, key)))
    if leaning:
        labels = [projection.catalogue.beliefs[key].label for key in leaning]
        named = ", ".join(lower_first(label) for label in labels)
        what = _LEANS if _some_lean(projection) else "Every figure"
        found.append(f"{what} rests on judgements, which nobody has published: {named}.")
    return found


def _some_lean(projection: Projection) -> bool:
    """Whether only some figures depend on a judgement."""
    leaning = [bool(wording.judgements(projection, key)) for key in projection.catalogue.outcomes]
    return any(leaning) and not all(leaning)


@dataclass(frozen=True)
class _Row:
    """The cells of one outcome."""

    label: str
    middle: str
    range: str
    underlying: str = ""
    change: str = ""
    change_range: str = ""
    how_often: str = ""


_BLANK = _Row("", "", "")


def outcome_table(
    projection: Projection, baseline: Projection | None, width: int, bands: Sequence[Band]
) -> list[str]:
    """Every outcome with its range and its change, in as many columns as fit the width."""
    rows: list[_Row] = []
    kind = None
    for key, outcome in projection.catalogue.outcomes.items():
        if kind not in (None, outcome.kind):
            rows.append(_BLANK)
        kind = outcome.kind
        rows.append(_row(projection, baseline, key, bands))
    first = "8 of 10 futures" if bands[0] == "seen" else "rate, 8 of 10 futures"
    columns = {
        "label": Column(f"In {projection.scenario.weeks} weeks", [row.label for row in rows]),
        "middle": Column("middle", [row.middle for row in rows], "right"),
        "range": Column(first, [row.range for row in rows], "right"),
        "underlying": Column("underlying rate", [row.underlying for row in rows], "right"),
        "change": Column("change", [row.change for row in rows], "right"),
        "change_range": Column("8 of 10 futures", [row.change_range for row in rows], "right"),
        "how_often": Column("than the baseline", [row.how_often for row in rows]),
    }
    wanted = ["label", "middle", "range"]
    wanted += ["underlying"] if len(bands) > 1 else []
    wanted += ["change", "change_range", "how_often"] if baseline is not None else []
    for dropped in ("change_range", "how_often", "underlying", "change"):
        if table_width([columns[name] for name in wanted]) > width and dropped in wanted:
            wanted.remove(dropped)
    return table([columns[name] for name in wanted])


def _row(
    projection: Projection, baseline: Projection | None, key: str, bands: Sequence[Band]
) -> _Row:
    outcome = projection.catalogue.outcomes[key]
    mark = f" {_LEANS}" if _some_lean(projection) and wording.judgements(projection, key) else ""
    row = {
        "label": wording.label(outcome) + mark,
        "middle": wording.middle_words(projection, key, bands[0]),
        "range": wording.range_figures(projection, key, bands[0]),
    }
    if len(bands) > 1:
        row["underlying"] = wording.range_figures(projection, key, bands[1])
    changed = None
    if baseline is not None:
        changed = wording.change(projection, baseline, key, bands[0])
    if changed is not None:
        row["change"] = wording.change_figure(projection, key, changed)
        row["change_range"] = wording.change_range(projection, key, changed)
        row["how_often"] = wording.short_comparison(outcome, changed)
    return _Row(**row)


def what_differs(first: Scenario, second: Scenario, width: int) -> list[str]:
    """Lines on exactly what differs between two scenarios."""
    found = differences(first, second)
    if not found:
        return ["Nothing differs between the two scenarios."]
    columns = [
        Column("What differs", [f"{GAP}{item.label}" for item in found]),
        Column(first.title, [item_words(second, item.key, item.a) for item in found]),
        Column("here", [item_words(second, item.key, item.b) for item in found]),
    ]
    return _fitted(columns, width)


def item_words(scenario: Scenario, key: str, value: object) -> str:
    """One side of a difference in words: a setting, a mix, a number of weeks, a record."""
    slider = scenario.catalogue.sliders.get(key)
    if slider is not None and isinstance(value, int | float | Schedule | BeliefSetting):
        return wording.setting_words(slider, value)
    if key == "places" and (value is None or isinstance(value, PlaceMix)):
        return mix_words(value, scenario.profile)
    if key == "record" and (value is None or isinstance(value, str)):
        return record_label(value, scenario.profile)
    if value is None:
        return "–"
    if isinstance(value, int | float):
        return str(value) if key == "seed" else wording.exact_number(value)
    return str(value)[:12]


def _fitted(columns: list[Column], width: int) -> list[str]:
    """The table or, if it is too wide, each row as a paragraph."""
    if table_width(columns) <= width:
        return table(columns, rule=False)
    lines = [columns[0].heading]
    for label, before, now in zip(*(column.cells for column in columns), strict=True):
        lines += paragraph(f"{label.strip()}: {before} → {now}", width, indent=len(GAP))
    return lines

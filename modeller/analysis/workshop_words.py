"""The workshop in words, rows and charts, the same for window, command line and briefing."""

from __future__ import annotations

from modeller.analysis.phrases import difference_style, measure_words, signed, span_words
from modeller.analysis.workshop import Entry, Furthest, LeverSpread, Workshop, scheduled
from modeller.base.language import lower_first, translatable, translate
from modeller.projection import MEDIAN, SUMMARY
from modeller.wording.numbers import EN_DASH, Style, exact_number, style_for
from modeller.wording.outcomes import HIGH, LOW, noun
from modeller.wording.settings import value_words
from modeller.wording.story import Scale, Spread

_QUARTER, _THREE_QUARTERS = SUMMARY.index("p25"), SUMMARY.index("p75")
_NAMED = 3
"""How many levers the sentences name."""


def outcome_style(found: Workshop, outcome: str) -> Style:
    """The style of an outcome's figures in all scenarios, as the narrowest range supports."""
    entry = found.scenario.catalogue.outcomes[outcome]
    styles = [
        style_for(
            entry.unit,
            float(one.totals[outcome][LOW]),
            float(one.totals[outcome][HIGH]),
            whole=entry.kind == "flow",
        )
        for one in found.entries
    ]
    scale = max((each.scale for each in styles), key=lambda scale: scale.divisor)
    steps = [each.step for each in styles if each.step > 0.0]
    return Style(entry.unit, min(steps, default=0.0), scale)


def headline(found: Workshop, outcome: str) -> str:
    """How far apart the scenarios are in one outcome."""
    written, ranked = outcome_style(found, outcome), found.by_median(outcome)
    entry = found.scenario.catalogue.outcomes[outcome]
    middle = ranked[len(ranked) // 2]
    if len(ranked) == 1:
        return translate(
            "Workshop",
            "One scenario: {outcome} {figure} in {weeks} weeks.",
            outcome=noun(entry),
            figure=written.figure(middle.median(outcome)),
            weeks=found.scenario.weeks,
        )
    low, high = (written.figure(ranked[place].median(outcome)) for place in (-1, 0))
    if len(ranked) == 2:
        return translate(
            "Workshop",
            "Two scenarios: {outcome} {low} and {high} in {weeks} weeks.",
            outcome=noun(entry),
            low=low,
            high=high,
            weeks=found.scenario.weeks,
        )
    return translate(
        "Workshop",
        "{count} scenarios: {outcome} from {low} to {high} in {weeks} weeks, the middle one "
        "{middle}.",
        count=len(ranked),
        outcome=noun(entry),
        low=low,
        high=high,
        middle=written.figure(middle.median(outcome)),
        weeks=found.scenario.weeks,
    )


def furthest_sentences(found: Workshop, which: Furthest) -> tuple[str, ...]:
    """Which scenario differs most, why, and which belief explains it."""
    declared = found.scenario.catalogue
    written = difference_style(which.found.measure, which.found.first, which.found.second, declared)
    whole = outcome_style(found, which.outcome)
    far, middle = found.entries[which.entry], found.entries[which.middle]
    words = (
        translatable("Workshop", "“{title}” against “{middle}”: {measure} {far} against {near}.")
        if len(found.entries) == 2
        else translatable(
            "Workshop",
            "“{title}” differs most from the middle one, “{middle}”: {measure} {far} against "
            "{near}.",
        )
    )
    said = [
        translate(
            "Workshop",
            words,
            title=far.label,
            middle=middle.label,
            measure=measure_words(which.found.measure, declared),
            far=whole.figure(far.median(which.outcome)),
            near=whole.figure(middle.median(which.outcome)),
        )
    ]
    if which.part is not None:
        said.append(
            translate(
                "Workshop",
                "Most of it comes from {part} ({size}).",
                part=lower_first(which.part.label),
                size=signed(written, which.part.contribution),
            )
        )
    if which.belief is None:
        said.append(translate("Workshop", "No belief explains any of it."))
    else:
        said.append(
            translate(
                "Workshop",
                "Of their beliefs, {belief} accounts for most ({size}).",
                belief=lower_first(which.belief.label),
                size=signed(written, which.belief.contribution),
            )
        )
    return tuple(said)


def levers_sentence(found: Workshop) -> str:
    """Which levers they differ in most often, and how far apart their settings are."""
    if len(found.entries) == 1:
        return translate("Workshop", "Add another to see how they differ.")
    apart = [lever for lever in found.moved if lever.lowest < lever.highest][:_NAMED]
    if not apart:
        if found.moved:
            return translate("Workshop", "All set the same.")
        return translate("Workshop", "Nobody moved anything.")
    parts = [
        translate(
            "Workshop",
            "{lever}, {low} to {high}, moved by {moved} of {count}",
            lever=lower_first(lever.label),
            moved=lever.moved,
            count=len(found.entries),
            low=low,
            high=high,
        )
        for lever in apart
        for low, high in [lever_span(found, lever)]
    ]
    return translate(
        "Workshop", "They differ in: {levers}.", levers=translate("List", "; ").join(parts)
    )


def lever_span(found: Workshop, lever: LeverSpread) -> tuple[str, str]:
    """The lowest and the highest value, with the unit said once."""
    return span_words(found.scenario.catalogue.sliders[lever.key], lever.lowest, lever.highest)


def lever_value(found: Workshop, lever: LeverSpread, value: float) -> str:
    """A value of a lever with its unit."""
    return value_words(found.scenario.catalogue.sliders[lever.key], value)


def left_out_sentences(found: Workshop) -> tuple[str, ...]:
    """What was left out and why, and what was made the same for all."""
    said = [
        translate("Workshop", "Not taken: {name}: {why}.", name=each.name, why=each.why.rstrip("."))
        for each in found.left_out
    ]
    if found.adapted:
        said.append(
            translate(
                "Workshop",
                "All are projected over {weeks} weeks in the same {draws} futures, including the "
                "%n that came with other settings.",
                n=found.adapted,
                weeks=found.scenario.weeks,
                draws=exact_number(found.scenario.draws),
            )
        )
    if len({entry.scenario.record for entry in found.entries}) > 1:
        said.append(translate("Workshop", "They are based on different records."))
    return tuple(said)


def strip(found: Workshop, outcome: str) -> Scale:
    """A chart of an outcome in every scenario with its range, the highest first."""
    written = outcome_style(found, outcome)
    furthest = next((each for each in found.furthest if each.outcome == outcome), None)
    named = None if furthest is None else found.entries[furthest.entry]
    return Scale(
        found.scenario.catalogue.outcomes[outcome].label,
        found.scenario.catalogue.outcomes[outcome].unit,
        tuple(
            _row(entry, outcome, written, strong=entry is named)
            for entry in found.by_median(outcome)
        ),
    )


def _row(entry: Entry, outcome: str, written: Style, *, strong: bool) -> Spread:
    summary = entry.totals[outcome]
    low, quarter, middle, more, high = (
        float(summary[place]) for place in (LOW, _QUARTER, MEDIAN, _THREE_QUARTERS, HIGH)
    )
    figure, ends = written.figure(middle), written.range(low, high)
    words = figure if low == high else f"{figure} ({ends})"
    return Spread(entry.label, words, middle, (low, high), (quarter, more), strong)


def lever_rows(found: Workshop) -> list[tuple[str, str, str, str, str]]:
    """For every lever that was moved: label, lowest, middle, highest, and how many moved it.

    Two scenarios have no middle, and a dash in its place.
    """
    two = len(found.entries) == 2
    rows = [
        (
            lever.label,
            lever_value(found, lever, lever.lowest),
            EN_DASH if two else lever_value(found, lever, lever.middle),
            lever_value(found, lever, lever.highest),
            moved_words(found, lever),
        )
        for lever in found.moved
    ]
    if found.places_moved:
        moved = translate(
            "Workshop", "{moved} of {count}", moved=found.places_moved, count=len(found.entries)
        )
        rows.append((translate("Difference", "Places"), EN_DASH, EN_DASH, EN_DASH, moved))
    return rows


def moved_words(found: Workshop, lever: LeverSpread) -> str:
    """How many moved a lever: ``9 of 12``; and how many of these by a schedule."""
    changing = sum(scheduled(entry, lever.key) for entry in found.entries)
    if changing:
        return translate(
            "Workshop",
            "{moved} of {count}, {changing} over time",
            moved=lever.moved,
            count=len(found.entries),
            changing=changing,
        )
    return translate("Workshop", "{moved} of {count}", moved=lever.moved, count=len(found.entries))

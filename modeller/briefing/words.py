"""Sentences that only a briefing needs; figures and comparisons come from `modeller.wording`."""

from __future__ import annotations

import math
import re
from datetime import timedelta
from functools import partial

from modeller.base.language import lower_first, upper_first
from modeller.briefing.content import in_words
from modeller.briefing.shown import Lettered
from modeller.evidence import PastYear, Record
from modeller.model.catalogue import Belief, Catalogue, Outcome
from modeller.projection import MEDIAN, Projection
from modeller.scenario import Scenario, Setting
from modeller.scenario.setting import Schedule
from modeller.wording import (
    break_even_sentences,
    causes_sentence,
    caveats,
    change,
    change_figure,
    change_range,
    chart_title,
    comparison_words,
    crews_sentence,
    delivered_words,
    judgement_note,
    middle_words,
    noun,
    range_figures,
    range_words,
    setting_words,
    short_comparison,
    stays_about_the_same,
    value_range_words,
    wrongly_flagged_sentence,
)
from modeller.wording.outcomes import HIGH, LOW
from modeller.wording.places import mix_words

FRONT_OUTCOMES = ("arrests", "false_alerts", "faces_scanned")
MOST_CAVEATS = 3
"""Caveats on page one, besides the beliefs that were set by hand."""
MOST_BELIEFS = 3
_WORTH_A_TITLE = 0.05

ARRESTS_CAVEAT = (
    "These are arrests made after an alert. Nobody has measured how many of them would have been "
    "made anyway, later or in another way."
)

COST_CAVEAT = " It rests on judgements, which the assumptions name."


def typographic(text: str) -> str:
    """Our own text with curly apostrophes; the user's texts are left unchanged."""
    return re.sub(r"(?<=\w)'(?=\w|\s)", "\u2019", text)


def titled(letter: str, scenario: Scenario) -> str:
    """A scenario with its title: ``scenario B (The plan)``."""
    return f"scenario {letter} ({scenario.title})"


def reference_name(letter: str, reference: Projection) -> str:
    """The name of a scenario that others are compared with."""
    return f"scenario {letter}" if not reference.scenario.is_baseline else "the baseline"


def title_finding(
    subject: Projection,
    reference: Projection | None,
    past: PastYear | None = None,
    compared_with: str = "",
) -> str:
    """The title: how arrests change, and how often the whole plan is delivered.

    If arrests hardly change, it begins with how false alerts change.
    """
    title = partial(chart_title, subject, reference, past=past, than=compared_with)
    arrests = title("arrests")
    if stays_about_the_same(subject, reference, "arrests"):
        return f"{title('false_alerts')}; {lower_first(arrests)}"
    if reference is None:
        arrests = f"{arrests} ({range_words(subject, 'arrests')})"
    if subject.binding.short_share < _WORTH_A_TITLE:
        return arrests
    return f"{arrests}; {delivered_words(subject.binding.short_share)}"


def context_sentence(lettered: Lettered, subject: int, against: int, record: Record | None) -> str:
    """Which scenario, against which, over what time, which begins after the record's last day."""
    letter, scenario = lettered[subject][0], lettered[subject][1].scenario
    over = f"over {scenario.weeks} weeks from the record’s end"
    if record is not None:
        over += f" (the first from {in_words(record.last_day + timedelta(days=1))})"
    if len(lettered) == 1:
        return f"{scenario.title}, {over}."
    compared = f"compared with {titled(lettered[against][0], lettered[against][1].scenario)}"
    others = [
        titled(other, projection.scenario)
        for place, (other, projection) in enumerate(lettered)
        if place not in (against, subject)
    ]
    beside = f"; beside it {' and '.join(others)}" if others else ""
    shown = titled(letter, scenario)
    return f"{upper_first(shown)}, {compared}, {over}{beside}."


def how_to_read(projection: Projection) -> str:
    """How to read a range, with the first one as an example."""
    shown = range_figures(projection, "arrests")
    return (
        f"How to read the figures: each is the middle of {projection.scenario.draws:,} possible "
        f"futures, with the range that holds 8 of 10 futures ({shown} for "
        "arrests). The ranges include luck and the uncertainty about the inputs. They do not "
        "include what the model leaves out."
    )


def outcome_sentence(
    projection: Projection, reference: Projection | None, outcome: str, compared_with: str
) -> str:
    """One sentence with an outcome's total, its range and its paired change."""
    entry = projection.catalogue.outcomes[outcome]
    total = (
        f"{entry.label}: {middle_words(projection, outcome)} ({range_words(projection, outcome)})"
    )
    changed = None if reference is None else change(projection, reference, outcome)
    if changed is None:
        return f"{total}."
    if changed.same >= 1.0:
        return f"{total}; {comparison_words(projection, outcome, changed, compared_with)}."
    return (
        f"{total}; a change of {change_figure(projection, outcome, changed)} "
        f"({change_range(projection, outcome, changed)}), "
        f"{comparison_words(projection, outcome, changed, compared_with)}."
    )


def crews_sentences(projection: Projection) -> str:
    """Sentences on when crews run out and what binds first."""
    parts = (crews_sentence(projection), causes_sentence(projection))
    return typographic(" ".join(part for part in parts if part))


def summary_items(
    subject: Projection, reference: Projection | None, compared_with: str
) -> tuple[str, ...]:
    """The bullets of page one, besides its three figures."""
    return (
        crews_sentences(subject),
        *break_even_sentences(subject)[:1],
        wrongly_flagged_sentence(subject),
        outcome_sentence(subject, reference, "cost", compared_with) + COST_CAVEAT,
    )


def front_caveats(
    subject: Projection, reference: Projection | None, compared_with: str
) -> tuple[str, ...]:
    """The two to four most important caveats.

    Settings beyond the evidence come first, those that differ from the other scenario before
    others; then the beliefs that somebody has set, whoever the reader agrees with; then what only
    judgement supports; then what an arrest counted here does not mean.
    """
    before = {} if reference is None else reference.scenario.changes
    found = sorted(
        (caveat for caveat in caveats(subject) if caveat.kind == "beyond_evidence"),
        key=lambda caveat: subject.scenario.changes.get(caveat.key) == before.get(caveat.key),
    )
    beyond = [f"{caveat.text} {caveat.reason}".strip() for caveat in found]
    note = judgement_note(subject, "arrests")
    judged = [f"The number of arrests {note}. Nobody has published these figures."] if note else []
    kept = beyond[: MOST_CAVEATS - 1 - len(judged)] or beyond[:1]
    own = own_beliefs_sentence(subject, reference, compared_with)
    return (*map(typographic, (*kept, *filter(None, (own,)), *judged)), ARRESTS_CAVEAT)


def own_beliefs_sentence(
    subject: Projection, reference: Projection | None, compared_with: str
) -> str:
    """Which beliefs were set by hand, beside their evidence; empty where none was."""
    declared, changes = subject.catalogue.beliefs, subject.scenario.changes
    own = [key for key in declared if key in changes]
    if not own:
        return ""
    said = [
        f"{lower_first(belief.label)} {setting_words(belief, changes[key])} "
        f"(evidence: {value_range_words(belief, *belief.evidence)})"
        for key in own[:MOST_BELIEFS]
        for belief in (declared[key],)
    ]
    more = len(own) - len(said)
    listed = ", ".join(said) + (f" and {more} more" if more else "")
    text = f"Set by the user, and not by the evidence: {listed}."
    if reference is not None and any(
        changes[key] != reference.scenario.changes.get(key) for key in own
    ):
        other = upper_first(compared_with)
        text += f" {other} has other beliefs, so part of the change comes from them."
    return text


def total_cell(projection: Projection, outcome: str) -> str:
    """A total for a table: ``1,910 (1,460–2,440)``, or that it is not defined."""
    low, median, high = (projection.summary(outcome)[end] for end in (LOW, MEDIAN, HIGH))
    if not _is_defined(low, median, high):
        return "not defined"
    middle, ends = middle_words(projection, outcome), range_figures(projection, outcome)
    return middle if ends == middle else f"{middle} ({ends})"


def _is_defined(low: float, middle: float, high: float) -> bool:
    """Whether the middle, and at least one end of the range, is finite."""
    some_end = math.isfinite(low) or math.isfinite(high)
    return math.isfinite(middle) and some_end and not math.isnan(low + high)


def change_cell(projection: Projection, reference: Projection, outcome: str) -> str:
    """A paired change for a table: ``+954 (+626 to +1,338); more in 99 of 100``."""
    changed = change(projection, reference, outcome)
    if changed is None:
        return "not defined"
    entry = projection.catalogue.outcomes[outcome]
    share = short_comparison(entry, changed)
    if not _is_defined(changed.low, changed.middle, changed.high):
        return share
    middle = change_figure(projection, outcome, changed)
    ends = change_range(projection, outcome, changed)
    return f"{middle}; {share}" if ends == middle else f"{middle} ({ends}); {share}"


def outcome_row(entry: Outcome) -> str:
    """The heading of a row, with the unit if the label does not already name it."""
    label = typographic(entry.label)
    return f"{label} ({entry.unit})" if entry.label_needs_unit else label


def chart_alternative(title: str, lettered: Lettered, outcome: str) -> str:
    """The alternative text of a chart: the finding, then the figures of every scenario."""
    parts = [
        f"{letter}, {projection.scenario.title}: {total_cell(projection, outcome)}"
        for letter, projection in lettered
    ]
    first = lettered[0][1]
    weeks, what = first.scenario.weeks, noun(first.catalogue.outcomes[outcome])
    return (
        f"{title}. Total {what} over {weeks} weeks, median and 8 of 10 futures: {'; '.join(parts)}."
    )


def setting_cell(lettered: Lettered, key: str) -> str:
    """The setting of a lever or belief: one value, or one for each scenario."""
    # scenarios with the same setting are named together
    grouped: dict[str, list[str]] = {}
    for letter, projection in lettered:
        grouped.setdefault(plain_words(projection, key), []).append(letter)
    if len(grouped) == 1:
        return next(iter(grouped))
    return "; ".join(f"{', '.join(letters)}: {value}" for value, letters in grouped.items())


def plain_words(projection: Projection, key: str) -> str:
    """A setting in words, or the mix of places, for a table of options."""
    if key == "places":
        return mix_words(projection.scenario.places, projection.scenario.profile)
    setting: Setting = projection.scenario.setting(key, projection.catalogue)
    return setting_words(projection.catalogue.sliders[key], setting)


def label_of(key: str, declared: Catalogue) -> str:
    """What a lever, a belief or the mix of places is called in a table of options."""
    return "Places" if key == "places" else typographic(declared.sliders[key].label)


def changed_keys(lettered: Lettered) -> tuple[str, ...]:
    """What is changed in any of the scenarios, as the catalogue orders it; places come last."""
    changed = {key for _, shown in lettered for key in shown.scenario.everything_changed}
    return tuple(key for key in (*lettered[0][1].catalogue.sliders, "places") if key in changed)


def phases_sentence(projection: Projection) -> str:
    """How deployments and losses are phased in; empty if they come at once or not at all."""
    scenario = projection.scenario
    parts = []
    deployments = scenario.setting("deployments_per_week")
    phase = scenario.value("phase_in_weeks")
    if isinstance(deployments, Schedule):
        parts.append("deployments follow a schedule")
    elif "deployments_per_week" in scenario.changes and phase > 0:
        parts.append(f"deployments rise to their number over {phase:g} weeks")
    if any(key in scenario.changes for key in ("officer_losses", "staff_losses")):
        over = scenario.value("loss_phase_weeks")
        parts.append(
            f"posts go in a straight line over {over:g} weeks" if over else "posts go at once"
        )
    sentence = "; ".join(parts)
    return f"{upper_first(sentence)}." if sentence else ""


def grade_words(belief: Belief) -> str:
    """The grade of a belief, and that of its spread if it differs."""
    if belief.spread_grade == belief.grade:
        return belief.grade
    return f"{belief.grade}; spread: {belief.spread_grade}"

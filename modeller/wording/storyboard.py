"""The storyboard of a scenario: the plan, what is lost, where, what must be true, what is unknown.

Steps with nothing to say are left out, such as losses if there are none.
"""

from __future__ import annotations

from modeller.base.language import translate
from modeller.evidence import PastYear
from modeller.projection import MEDIAN
from modeller.wording.answer import answer, past_words, short_answer
from modeller.wording.caveat import caveats, judgements
from modeller.wording.findings import chart_title
from modeller.wording.outcomes import (
    HIGH,
    LOW,
    Projected,
    middle_words,
    noun,
    range_figures,
    range_words,
    style,
)
from modeller.wording.sentences import (
    delivered_sentence,
)
from modeller.wording.story import (
    STEPS,
    Course,
    Figure,
    Ranges,
    Scale,
    Spread,
    Step,
    StepKey,
    Storyboard,
)
from modeller.wording.story_losses import lost_step, true_step
from modeller.wording.story_places import where_step
from modeller.wording.story_rows import judgement_note_sentence, not_empty, spread, step_name

_TOLD = ("arrests", "false_alerts", "faces_scanned", "cost")
"""The outcomes whose ranges the last step compares."""


def storyboard(projection: Projected, past: PastYear | None = None) -> Storyboard:
    """The steps of a projection.

    Parameters
    ----------
    past
        The counts of the record's last full year; None where it has none.
    """
    made = (make_step(key, projection, past) for key in STEPS)
    return Storyboard(answer(projection, past), tuple(step for step in made if step is not None))


def make_step(key: StepKey, projection: Projected, past: PastYear | None = None) -> Step | None:
    """A single step of `storyboard`; None if the scenario does not have it."""
    if key == "plan":
        return plan_step(projection, past)
    made = {
        "lost": lost_step,
        "where": where_step,
        "true": true_step,
        "unknown": unknown_step,
    }
    return made[key](projection)


def view_step(
    key: str,
    name: str,
    projection: Projected,
    baseline: Projected | None,
    course: Course,
    past: PastYear | None = None,
) -> Step:
    """A step that shows an outcome in the way of a saved view."""
    outcome = course.outcome
    lines = (in_range(projection, outcome), past_words(projection, outcome, past))
    what = noun(projection.catalogue.outcomes[outcome])
    return Step(
        key,
        name,
        f"{chart_title(projection, baseline, outcome)}.",
        Figure(
            middle_words(projection, outcome),
            _over_weeks(projection, what),
            tuple(line for line in lines if line),
        ),
        course,
    )


def in_range(projection: Projected, outcome: str) -> str:
    """The range of the figure: ``1,590–2,440 in 8 of 10 futures``; empty if it has none."""
    ends = range_figures(projection, outcome)
    return "" if ends == middle_words(projection, outcome) else range_words(projection, outcome)


def _over_weeks(projection: Projected, what: str) -> str:
    weeks = projection.scenario.weeks
    if weeks == 52:
        return translate("Storyboard", "{what} in a year", what=what)
    return translate("Storyboard", "{what} in {weeks} weeks", what=what, weeks=weeks)


# ---------------------------------------------------------------- the plan


def plan_step(projection: Projected, past: PastYear | None) -> Step:
    """The step on what the plan gives: arrests over the weeks."""
    beyond = tuple(each.text for each in caveats(projection) if each.kind == "beyond_evidence")
    lines = [
        in_range(projection, "arrests"),
        past_words(projection, "arrests", past),
        translate("Storyboard", "A projection, not a promise."),
    ]
    return Step(
        "plan",
        step_name("plan"),
        short_answer(projection, past),
        Figure(
            middle_words(projection, "arrests"),
            translate("Storyboard", "arrests at LFR deployments"),
            tuple(line for line in lines if line),
        ),
        Course("arrests"),
        notes=(answer(projection, past), *not_empty(delivered_sentence(projection), *beyond)),
    )


# ---------------------------------------------------------------- what is not known


def unknown_step(projection: Projected) -> Step | None:
    """The step on how uncertain each figure is, and on what no range includes."""
    rows = [row for key in _TOLD if (row := _relative(projection, key, strong=key == "arrests"))]
    if not rows:
        return None
    declared = projection.catalogue
    behind = [key for key in declared.outcomes["arrests"].depends_on if key in declared.beliefs]
    judged = declared.depends_on_judgement("arrests")
    bearing = len(judgements(projection, "arrests"))
    sentence = translate(
        "Storyboard",
        "Nobody has measured how many of these arrests would have been made anyway.",
    )
    unheld = translate(
        "Storyboard",
        "Not in any range: trust, deterrence, privacy, the law, and who walked past the cameras.",
    )
    return Step(
        "unknown",
        step_name("unknown"),
        sentence,
        Figure(
            translate("Storyboard", "{few} of {all}", few=len(judged), all=len(behind)),
            translate("Storyboard", "assumptions behind the arrests are judgements"),
            (
                translate(
                    "Storyboard", "{count} of them can move this scenario’s arrests", count=bearing
                ),
                unheld,
            ),
        ),
        Ranges(
            (
                Scale(
                    translate(
                        "Storyboard",
                        "8 of 10 futures, as a share of the figure in the middle",
                    ),
                    "",
                    tuple(rows),
                    percent=True,
                    rule=(100.0, translate("Storyboard", "the middle")),
                ),
            )
        ),
        notes=not_empty(
            sentence,
            unheld,
            judgement_note_sentence(projection),
            *(caveat.text for caveat in caveats(projection)),
        ),
    )


def _relative(projection: Projected, key: str, *, strong: bool) -> Spread | None:
    """The range of an outcome as a percentage of its middle; None if that cannot be said."""
    summary = projection.summary(key)
    middle = float(summary[MEDIAN])
    if not middle > 0.0 or not summary[HIGH] < float("inf") or summary[LOW] == summary[HIGH]:
        return None
    shares = 100.0 * summary / middle
    words = style(projection, key).range(summary[LOW], summary[HIGH])
    return spread(projection.catalogue.outcomes[key].label, words, shares, strong=strong)

"""Caveats: what readers must bear in mind, each in a sentence with its reason."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, Literal

from modeller.base.language import lower_first, translate
from modeller.model.catalogue import Lever
from modeller.scenario import Scenario
from modeller.scenario.setting import BeliefSetting, Schedule
from modeller.wording.outcomes import Projected
from modeller.wording.sentences import crews_sentence
from modeller.wording.settings import setting_words, value_range_words, value_words

Kind = Literal[
    "beyond_evidence",
    "plan_exceeds_crews",
    "belief_outside_range",
    "exactly_known",
    "edited_belief",
]

_PLAN_EXCEEDS_CREWS = 0.05
"""A warning is given if crews run out in at least this share of futures."""
_NAMED_JUDGEMENTS = 3

_IDLE_WITHOUT = {
    "officer_exposure": "officer_losses",
    "staff_exposure": "staff_losses",
    "budget_exposure": "budget_shortfall",
    "watchlist_elasticity": "watchlist_size",
    "hours_elasticity_faces": "hours_per_deployment",
    "hours_elasticity_alerts": "hours_per_deployment",
    "hours_elasticity_arrests": "hours_per_deployment",
    "crew_size_elasticity": "officers_per_deployment",
    "arrests_per_officer_year": "officer_losses",
}
"""For a belief, the lever that must leave its neutral value before the belief matters."""
_CREW_BELIEFS = frozenset(
    {"crews_per_day", "officer_exposure", "staff_exposure", "budget_exposure", "setup_hours"}
)
"""Beliefs that matter only where crews run out."""
_OUTCOMES_OF_HOURS = frozenset(
    {"officer_hours", "cost", "officer_hours_per_arrest", "cost_per_arrest"}
)
"""Outcomes that set-up and travel always affect."""


@dataclass(frozen=True)
class Caveat:
    """Something to bear in mind.

    Attributes
    ----------
    key
        The lever or belief that it is about; ``deployments`` for crews that run out.
    text
        One sentence.
    reason
        Why, for those who ask; may be empty.
    """

    kind: Kind
    key: str
    text: str
    reason: str = ""


def caveats(projection: Projected) -> tuple[Caveat, ...]:
    """All caveats, beginning with what is furthest beyond the evidence."""
    levers = projection.catalogue.levers.values()
    beyond = (lever_caveat(lever, projection.scenario) for lever in levers)
    found = [*filter(None, beyond), *_beliefs(projection)]
    if projection.binding.short_share >= _PLAN_EXCEEDS_CREWS:
        text = translate(
            "Caveat",
            "The plan may ask for more than the crews can manage: {crews}",
            crews=lower_first(crews_sentence(projection)),
        )
        help_text = projection.catalogue.beliefs["crews_per_day"].help
        found.append(Caveat("plan_exceeds_crews", "deployments", text, help_text))
    return tuple(found)


def lever_caveat(lever: Lever, scenario: Scenario) -> Caveat | None:
    """The caveat that a choice or circumstance is set beyond the evidence, or None."""
    setting = scenario.setting(lever.key)
    values = (
        [step.value for step in setting.steps if step.from_week <= scenario.weeks]
        if isinstance(setting, Schedule)
        else [scenario.value(lever.key)]
    )
    beyond = [value for value in values if lever.beyond_evidence(value)]
    if not beyond or lever.evidence is None:
        return None
    low, high = lever.evidence
    value = max(beyond, key=lambda candidate: max(candidate - high, low - candidate))
    words: dict[str, Any] = {"label": lever.label, "value": value_words(lever, value)}
    if value > high:
        text = translate(
            "Caveat",
            "{label} at {value} is beyond the evidence, which reaches up to {end}.",
            **words,
            end=value_words(lever, high),
        )
    else:
        text = translate(
            "Caveat",
            "{label} at {value} is beyond the evidence, which reaches down to {end}.",
            **words,
            end=value_words(lever, low),
        )
    return Caveat("beyond_evidence", lever.key, text, lever.evidence_note)


def _beliefs(projection: Projected) -> list[Caveat]:
    found = []
    for key, belief in projection.catalogue.beliefs.items():
        setting = projection.scenario.changes.get(key)
        if not isinstance(setting, BeliefSetting):
            continue
        words: dict[str, Any] = {
            "label": belief.label,
            "value": value_words(belief, setting.central),
            "range": value_range_words(belief, *belief.evidence),
        }
        if belief.beyond_evidence(setting.central):
            if belief.spread_grade == "judgement":
                text = translate(
                    "Caveat",
                    "{label} at {value} lies outside the judgement’s 90 % range of {range}.",
                    **words,
                )
            elif belief.spread_grade == "derived":
                text = translate(
                    "Caveat",
                    "{label} at {value} lies outside the derived 90 % range of {range}.",
                    **words,
                )
            else:
                text = translate(
                    "Caveat",
                    "{label} at {value} lies outside the published 90 % range of {range}.",
                    **words,
                )
            found.append(Caveat("belief_outside_range", key, text, belief.help))
        if setting.spread == 0.0:
            text = translate(
                "Caveat",
                "{label} is treated as exactly known, so the ranges leave out the uncertainty "
                "about it.",
                **words,
            )
            found.append(Caveat("exactly_known", key, text, belief.help))
        elif not belief.beyond_evidence(setting.central):
            text = translate(
                "Caveat",
                "{label} was set by the user to {setting}; the evidence says {evidence}.",
                **words,
                setting=setting_words(belief, setting),
                evidence=value_words(belief, belief.baseline),
            )
            found.append(Caveat("edited_belief", key, text, belief.help))
    return found


def judgements(projection: Projected, outcome: str) -> tuple[str, ...]:
    """Keys of the beliefs that are judgements and affect `outcome` in this scenario.

    Beliefs about how losses affect crews are left out if nothing is lost, and those about crews if
    these never run out.
    """
    scenario, catalogue = projection.scenario, projection.catalogue
    short = projection.binding.short_share > 0.0
    found = []
    for key in catalogue.depends_on_judgement(outcome):
        lever = _IDLE_WITHOUT.get(key)
        if lever is not None and lever not in scenario.changes:
            continue
        in_hours = key == "setup_hours" and outcome in _OUTCOMES_OF_HOURS
        if key in _CREW_BELIEFS and not short and not in_hours:
            continue
        found.append(key)
    return tuple(found)


def set_by_user(projection: Projected, *outcomes: str) -> tuple[str, ...]:
    """Beliefs that the user has set and that the outcomes depend on: ``true match rate 50 %``.

    Beliefs about how losses affect crews are left out if nothing is lost. Set-up time is left out
    if hours are those for which capacity is stated, except for outcomes in hours. Beliefs about
    crews are kept even if these never run out, because that may be due to the user's own belief.
    """
    scenario, catalogue = projection.scenario, projection.catalogue
    if scenario.changes.keys().isdisjoint(catalogue.beliefs):
        return ()
    bearing = {key for outcome in outcomes for key in catalogue.outcomes[outcome].depends_on}
    found = []
    for key, belief in catalogue.beliefs.items():
        setting = scenario.changes.get(key)
        lever = _IDLE_WITHOUT.get(key)
        if key == "setup_hours" and not _OUTCOMES_OF_HOURS.intersection(outcomes):
            lever = "hours_per_deployment"
        if setting is None or key not in bearing:
            continue
        if lever is None or lever in scenario.changes:
            found.append(f"{lower_first(belief.label)} {setting_words(belief, setting)}")
    return tuple(found)


def judgement_note(projection: Projected, outcome: str) -> str:
    """``rests on a judgement: crews' share of officer losses``; empty when it rests on none."""
    labels = [
        lower_first(projection.catalogue.beliefs[key].label)
        for key in judgements(projection, outcome)
    ]
    if not labels:
        return ""
    if len(labels) == 1:
        return translate("Caveat", "rests on a judgement: {belief}", belief=labels[0])
    comma = translate("List", ", ")
    named, more = labels[:_NAMED_JUDGEMENTS], len(labels) - _NAMED_JUDGEMENTS
    if more > 0:
        return translate(
            "Caveat",
            "rests on judgements: {beliefs} and {more} more",
            beliefs=comma.join(named),
            more=more,
        )
    return translate(
        "Caveat",
        "rests on judgements: {beliefs} and {last}",
        beliefs=comma.join(named[:-1]),
        last=named[-1],
    )

"""Texts on what is worth knowing first."""

from __future__ import annotations

from typing import Any

from modeller.analysis.phrases import name, wanted_words
from modeller.analysis.value_of_knowing import Known, ValueOfKnowing
from modeller.base.language import translate, upper_first
from modeller.model.catalogue import Catalogue
from modeller.scenario import Scenario
from modeller.wording.numbers import number, of_100
from modeller.wording.settings import value_words

_FINE = 0.1  # of 100 futures
_WORTH_SAYING = 0.0005


def knowing_sentence(found: ValueOfKnowing, declared: Catalogue) -> str:
    """Which belief is most worth knowing before choosing, and what that adds to the chance."""
    best = float(found.chances.max())
    words: dict[str, Any] = {
        "wanted": upper_first(wanted_words(found.goal, declared)),
        "chosen": found.scenarios[found.chosen].name,
        "chance": of_100(best),
    }
    if not found.beliefs:
        return translate(
            "Value of knowing",
            "{wanted}: {chosen} has the highest chance, {chance} of 100, and no belief that it "
            "depends on is uncertain.",
            **words,
        )
    first = found.beliefs[0]
    words["belief"] = name(first.key, declared)
    if first.gain >= _WORTH_SAYING:
        return translate(
            "Value of knowing",
            "Worth knowing first is {belief}: once it is known, the chance of {wanted} rises "
            "by {gain} of 100, from {before} to {after}.",
            **{**words, "wanted": wanted_words(found.goal, declared)},
            gain=hundredths(first.gain),
            before=hundredths(chance_before(first)),
            after=hundredths(chance_before(first) + first.gain),
        )
    known = first.chances[found.chosen]
    low, high = (of_100(float(end)) for end in (known.min(), known.max()))
    if low == high:
        return translate(
            "Value of knowing",
            "{wanted}: no single belief changes the choice. {chosen} keeps its chance, {chance} of "
            "100, whichever belief is learnt.",
            **words,
        )
    return translate(
        "Value of knowing",
        "{wanted}: no single belief changes the choice. {chosen} keeps the highest chance, "
        "{chance} of 100; learning {belief} would move it most, between {low} and {high}.",
        **words,
        low=low,
        high=high,
    )


def chance_before(known: Known) -> float:
    """The chance with today's choice, over the same values of the belief."""
    return float(known.chances.mean(axis=1).max())


def hundredths(share: float) -> str:
    """A chance or a gain as so many of a hundred, to a tenth: ``4.2``."""
    return number(100.0 * share, _FINE)


def gain_words(known: Known) -> str:
    """A gain: ``+4.2``; ``0`` if knowing the belief changes no choice."""
    text = hundredths(known.gain)
    return text if text == "0" else f"+{text}"


def once_known_words(known: Known) -> str:
    """The range of the best chance once the belief is known: ``34 to 92``."""
    best = known.chances.max(axis=0)
    return translate(
        "Value of knowing",
        "{low} to {high}",
        low=of_100(float(best.min())),
        high=of_100(float(best.max())),
    )


def choice_words(known: Known, scenarios: tuple[Scenario, ...], declared: Catalogue) -> str:
    """Which scenario is best at which values of the belief: ``Plan above 10.2``."""
    of, better = declared.sliders[known.key], known.better
    if len(set(better)) == 1:
        return translate(
            "Value of knowing", "{title}, whatever it is", title=scenarios[better[0]].name
        )
    parts = []
    for place, option in enumerate(better):
        if place == 0 or option != better[place - 1]:
            parts.append(
                translate(
                    "Value of knowing",
                    "{title} from {value}",
                    title=scenarios[option].name,
                    value=value_words(of, float(f"{known.values[place]:.3g}")),
                )
            )
    return translate("List", "; ").join(parts)


def unified_sentence(found: ValueOfKnowing) -> str:
    """A note that all scenarios were given the beliefs of the first; empty if they had them."""
    if not found.unified:
        return ""
    return translate(
        "Value of knowing",
        "All scenarios are given the beliefs of {title}: choices are decided, beliefs are not.",
        title=found.scenarios[0].name,
    )

"""The sentence that a result answers with, the same as in window, briefing and command line."""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any


def _with_catalogue(module: str, name: str) -> Callable[[Any], str]:
    def said(found: Any) -> str:
        scenario = found.scenarios[-1] if hasattr(found, "scenarios") else found.scenario
        return str(getattr(import_module(module), name)(found, scenario.catalogue))

    return said


def _traded(found: Any) -> str:
    from modeller.analysis.answers import exchange_sentence
    from modeller.analysis.exchange import exchanges

    across = exchanges(found.surface, found.frontier.gain, found.frontier.cost)[0]
    return exchange_sentence(across, found.scenario.catalogue)


def _past(found: Any) -> str:
    from modeller.backtest.words import weeks_sentence

    telling = found.tellings[0]
    outcomes = found.origins[0].told[telling]
    asked = "arrests" if "arrests" in outcomes else next(iter(outcomes))
    return weeks_sentence(found, asked, telling)


def _workshop(found: Any) -> str:
    from modeller.analysis.workshop_words import headline, levers_sentence

    return f"{headline(found, 'arrests')} {levers_sentence(found)}"


def _places(found: Any) -> str:
    from modeller.wording.by_place import residents_sentences

    return residents_sentences(found, found.projection.scenario.profile)


def _scored(found: Any) -> str:
    known = [each for scored in found.entries for each in scored.outcomes]
    if not known:
        return "No week of a locked projection is known yet."
    held = sum(each.inside_80 for each in known)
    return f"{held} of {len(known)} totals known so far lie inside their 80 % band."


_ANSWERS: dict[str, Callable[[Any], str]] = {
    "Attribution": _with_catalogue("modeller.analysis.answers", "what_changed_sentence"),
    "Backtest": _past,
    "ByPlace": _places,
    "LedgerScore": _scored,
    "Robustness": _with_catalogue("modeller.analysis.answers", "robustness_sentence"),
    "SobolShares": _with_catalogue("modeller.analysis.answers", "sobol_sentence"),
    "Sought": _with_catalogue("modeller.analysis.answers", "sought_sentence"),
    "SwitchingValues": _with_catalogue("modeller.analysis.answers", "switching_sentence"),
    "Tornado": _with_catalogue("modeller.analysis.answers", "tornado_sentence"),
    "TradeOff": _traded,
    "ValueOfKnowing": _with_catalogue("modeller.analysis.knowing_words", "knowing_sentence"),
    "Verdict": lambda found: f"{found.answer}. {found.explanation}",
    "Workshop": _workshop,
}


def answer(found: Any) -> str:
    """The sentence; empty for a result that has none."""
    kind = _ANSWERS.get(type(found).__name__)
    return "" if kind is None else kind(found)

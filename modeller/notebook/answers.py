"""The sentence that a result answers with, the same as in window, briefing and command line."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from modeller.analysis.answers import (
    exchange_sentence,
    robustness_sentence,
    sobol_sentence,
    sought_sentence,
    switching_sentence,
    tornado_sentence,
    what_changed_sentence,
)
from modeller.analysis.exchange import exchanges
from modeller.analysis.knowing_words import knowing_sentence
from modeller.analysis.robustness import Robustness
from modeller.analysis.seek import Sought
from modeller.analysis.sensitivity import SobolShares, Tornado
from modeller.analysis.value_of_knowing import ValueOfKnowing
from modeller.analysis.what_changed import Attribution
from modeller.analysis.what_must_be_true import SwitchingValues
from modeller.analysis.workshop import OUTCOMES, Workshop
from modeller.analysis.workshop_words import headline, levers_sentence
from modeller.backtest import Backtest
from modeller.backtest.words import weeks_sentence
from modeller.cli.verify import Verdict
from modeller.functions import TradeOff
from modeller.ledger import LedgerScore
from modeller.projection.by_place import ByPlace
from modeller.wording.by_place import residents_sentences


def _of_one(sentence: Callable[..., str]) -> Callable[[Any], str]:
    return lambda found: sentence(found, found.scenario.catalogue)


def _of_several(sentence: Callable[..., str]) -> Callable[[Any], str]:
    return lambda found: sentence(found, found.scenarios[-1].catalogue)


def _traded(found: TradeOff) -> str:
    across = exchanges(found.surface, found.frontier.gain, found.frontier.cost)[0]
    return exchange_sentence(across, found.scenario.catalogue)


def _scored(found: LedgerScore) -> str:
    known = [each for scored in found.entries for each in scored.outcomes]
    if not known:
        return "No week of a locked projection is known yet."
    held = sum(each.inside_80 for each in known)
    return f"{held} of {len(known)} totals known so far lie inside their 80 % band."


_ANSWERS: dict[type, Callable[[Any], str]] = {
    Attribution: _of_several(what_changed_sentence),
    Backtest: lambda found: weeks_sentence(found, "arrests", found.tellings[0]),
    ByPlace: lambda found: residents_sentences(found, found.projection.scenario.profile),
    LedgerScore: _scored,
    Robustness: _of_one(robustness_sentence),
    SobolShares: _of_one(sobol_sentence),
    Sought: _of_one(sought_sentence),
    SwitchingValues: _of_one(switching_sentence),
    Tornado: _of_one(tornado_sentence),
    TradeOff: _traded,
    ValueOfKnowing: _of_several(knowing_sentence),
    Verdict: lambda found: f"{found.answer}. {found.explanation}",
    Workshop: lambda found: f"{headline(found, OUTCOMES[0])} {levers_sentence(found)}",
}


def answer(found: Any) -> str:
    """The sentence; empty for a result that has none."""
    sentence = _ANSWERS.get(type(found))
    return "" if sentence is None else sentence(found)

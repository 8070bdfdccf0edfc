"""The sentences of a page, as templates made from those of `modeller.wording`.

No sentence is written a second time. For each case that the answer distinguishes, it is made from a
projection with made-up figures, which are then replaced by names. The page chooses the case and
puts in its own figures.
"""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass
from types import SimpleNamespace
from typing import Any, cast

import numpy as np

from modeller.base.elementary import Floats
from modeller.briefing.explorable.inputs import SHOWN
from modeller.evidence import PastYear
from modeller.model.catalogue import Catalogue
from modeller.projection import Band, Binding, BreakEven, View
from modeller.scenario import Scenario
from modeller.scenario.setting import Schedule
from modeller.wording import answer_parts, middle_words, of_100, past_words
from modeller.wording.outcomes import in_most_futures, without_range

_STRONG = "**"
"""What marks emphasised text on both sides."""
LIMITS = {"arrests": (0.5, 1.5), "false_alerts": (0.5, 1.5), "faces_scanned": (0.5,)}
"""Medians for which the answer speaks of none, of one, and of a number."""
_MANY = {"arrests": 7_654.0, "false_alerts": 345.0, "faces_scanned": 98_765_432.0}
_AS_MANY = {"arrests": 8_642.0, "false_alerts": 681.0, "faces_scanned": 31_975_864.0}
_WHOLE, _MAKES_UP = (None, 0.0, 0.31, 1.0), (None, 0.0, 0.43, 1.0)
"""Shares of futures: one for which a clause is left out, and one for each form of the clause."""
_OTHERS = (0.37, 0.47)
PLANNED = "deployments_per_week"


@dataclass(frozen=True, eq=False)
class _Case:
    """A projection with made-up figures."""

    scenario: Scenario
    catalogue: Catalogue
    middles: dict[str, float]
    whole: float
    makes_up: float | None

    @property
    def binding(self) -> Binding:
        return Binding({"plan": self.whole, "crews": 1.0 - self.whole}, np.zeros((1, 5)), None)

    @property
    def break_even(self) -> BreakEven | None:
        if self.makes_up is None:
            return None
        return cast(BreakEven, SimpleNamespace(makes_up=self.makes_up))

    def makes_up_against(self, deployments: float) -> float:
        del deployments  # the answer does not say it
        return np.nan

    def summary(self, outcome: str, view: View = "total", band: Band = "seen") -> Floats:
        del view, band
        middle = self.middles.get(outcome, 1.0)
        return middle * np.array([1.0, 0.8, 0.9, 0.95, 1.0, 1.05, 1.1, 1.2])

    def smooth(self, outcome: str, view: View, band: Band = "seen") -> Floats:
        return self.summary(outcome, view, band)

    def totals(self, outcome: str, band: Band = "seen") -> Floats:
        return self.summary(outcome, "total", band)


def sentences(
    scenario: Scenario, declared: Catalogue, values: list[float], past: PastYear | None
) -> dict[str, Any]:
    """The templates.

    Parameters
    ----------
    values
        The deployments a week that can be chosen.
    """
    plans = {f"{value:g}": scenario.replace(changes={**scenario.changes, PLANNED: value})
             for value in values}  # fmt: skip
    if isinstance(scenario.setting(PLANNED), Schedule):
        plans["own"] = scenario
    made = _Answers(declared, past, plans)
    case = _Case(scenario, declared, _MANY, 0.5, None)
    return {
        "limits": LIMITS,
        "planned": PLANNED,
        "plans": made.beginnings,
        "answers": made.endings,
        "fewerThanOne": of_100(1e-9),
        "moreThan99": of_100(1.0 - 1e-9),
        "inMost": in_most_futures("{figures}"),
        "withoutRange": without_range(),
        "past": {key: past_words(case, key, past) for key in SHOWN},
    }


class _Answers:
    """The answer in every case: its beginning by plan, the rest by case.

    The key of the rest has a sign for each count, for the delivery of the plan, and for whether it
    makes up for the losses. A plan without deployments has no beginning of its own.
    """

    def __init__(
        self, declared: Catalogue, past: PastYear | None, plans: dict[str, Scenario]
    ) -> None:
        self._declared, self._past = declared, past
        some = {name: plan for name, plan in plans.items() if _is_some(plan)}
        none = next((plan for plan in plans.values() if not _is_some(plan)), None)
        many = tuple(map(len, LIMITS.values()))
        whole = {name: self._said(plan, many, _WHOLE[2], None) for name, plan in some.items()}
        shared = _shared_end([*whole.values()])
        self.beginnings = {name: said[: len(said) - shared] for name, said in whole.items()}
        self.beginnings |= {name: "" for name in plans if name not in some}
        first, plan = next(iter(some.items()))
        begins = len(self.beginnings[first])
        self.endings: dict[str, str] = {}
        for counts in itertools.product(*(range(len(each) + 1) for each in LIMITS.values())):
            for (w, share), (m, makes_up) in itertools.product(
                enumerate(_WHOLE), enumerate(_MAKES_UP)
            ):
                key = "".join(map(str, (*counts, w, m)))
                if share is not None:
                    self.endings[key] = self._said(plan, counts, share, makes_up)[begins:]
                elif none is not None:
                    self.endings[key] = self._said(none, counts, 1.0, makes_up)

        again = self._said(plan, many, *_OTHERS, _AS_MANY)
        if self.endings["".join(map(str, (*many, 2, 2)))] != again[begins:]:
            raise ValueError("the answer has a figure that the page would not renew")

    def _said(
        self, plan: Scenario, counts: tuple[int, ...], whole: float | None,
        makes_up: float | None, many: Mapping[str, float] = _MANY,
    ) -> str:  # fmt: skip
        assert whole is not None
        numbered = {
            key: case == len(limits)
            for (key, limits), case in zip(LIMITS.items(), counts, strict=True)
        }
        middles = {
            key: many[key] if numbered[key] else float(case)
            for key, case in zip(LIMITS, counts, strict=True)
        }
        asked = _Case(plan, self._declared, middles, whole, makes_up)
        said = "".join(
            f"{_STRONG}{part.text}{_STRONG}" if part.strong else part.text
            for part in answer_parts(asked, self._past)
        )
        for key, is_number in numbered.items():
            if is_number:
                said = _emptied(said, middle_words(asked, key), f"{{{key}}}")
        # the figure may be that of the futures in which the plan is delivered, or of the others
        for name, share in (("whole", whole), ("short", 1.0 - whole), ("makes_up", makes_up)):
            if share is not None and 0.0 < share < 1.0:
                said = _emptied(said, f"{of_100(share)} of 100", f"{{{name}}} of 100")
        return said


def _emptied(said: str, figure: str, name: str) -> str:
    """The sentence with the first occurrence of a figure replaced by a name, if there is one."""
    before, found, after = said.partition(figure)
    return f"{before}{name}{after}" if found else said


def _is_some(plan: Scenario) -> bool:
    setting = plan.setting(PLANNED)
    steps = setting.steps if isinstance(setting, Schedule) else ()
    return max((step.value for step in steps), default=plan.value(PLANNED)) > 0.0


def _shared_end(texts: list[str]) -> int:
    """How many characters at the end are the same in all, back to the beginning of a word."""
    turned = [text[::-1] for text in texts]
    same = 0
    for letters in zip(*turned, strict=False):
        if len(set(letters)) > 1:
            break
        same += 1
    return same if len(texts) > 1 else len(texts[0]) - len(texts[0].partition(" ")[0])

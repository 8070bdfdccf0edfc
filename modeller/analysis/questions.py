"""The table of analyses: the key of each, its question, and where it is asked.

The key names the command, the modules here, in `modeller.cli` and in `ui.analysis`, the panel
(``what-changed`` is `ui.analysis.what_changed.WhatChangedPanel`), and the section of the briefing.
Command line, menus, panels, briefing, help and manual read this table.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

from modeller.base.language import translatable, translate, untranslated


@dataclass(frozen=True)
class Briefed:
    """An analysis as a section of the briefing: its heading there, and what to ask for."""

    heading: str
    asks: str


@dataclass(frozen=True)
class Analysis:
    """One analysis.

    Attributes
    ----------
    key
        Its name everywhere.
    question
        The question that it answers; ``{force}`` stands for the name of the force, which `asked`
        fills in.
    purpose
        What its command shows, for the overview of commands.
    menu
        The menu of the window that it is in; empty if it is asked inside another's panel.
    about
        What its panel shows, for "What is this?".
    shortcut
        The keys that open it.
    briefed
        Its section of the briefing, if it has one.
    former
        Its names in earlier versions, which commands and options still accept.
    package
        The package of the module that computes it.
    """

    key: str
    question: str
    purpose: str
    menu: Literal["analysis", "evidence", ""] = "analysis"
    about: str = ""
    shortcut: str = ""
    briefed: Briefed | None = None
    former: tuple[str, ...] = ()
    package: str = "modeller.analysis"

    def asked(self, force: str) -> str:
        """The question in the reader's language, with the name of a force."""
        return translate("Analysis", self.question, force=force)

    @property
    def module(self) -> str:
        """The key as the name of a module."""
        return self.key.replace("-", "_")

    @property
    def panel(self) -> str:
        """The class of its panel in the window."""
        return "".join(word.capitalize() for word in self.key.split("-")) + "Panel"


ANALYSES = (
    Analysis(
        "sensitivity",
        translatable("Analysis", "Which assumption matters most?"),
        untranslated("which beliefs drive a number, and how much is luck"),
        about=translatable(
            "What's this",
            "How far the result moves when a belief goes from one end of its range to the other.",
        ),
        shortcut="Ctrl+Shift+D",
        briefed=Briefed(
            translatable("Briefing sections", "What drives the answer"),
            untranslated("which beliefs move arrests most"),
        ),
        former=("drivers",),
    ),
    Analysis(
        "what-changed",
        translatable("Analysis", "What changed the number?"),
        untranslated("what changed a number between two scenarios, in parts that add up"),
        about=translatable(
            "What's this",
            "How much of the change from one scenario to another is due to each lever.",
        ),
        shortcut="Ctrl+Shift+M",
        former=("moved", "attribution"),
    ),
    Analysis(
        "what-must-be-true",
        translatable("Analysis", "What would have to be true?"),
        untranslated("what would have to be true for a target to be met"),
        about=translatable(
            "What's this",
            "The value that each belief would need for the answer to turn, beside what its "
            "evidence says.",
        ),
        shortcut="Ctrl+Shift+B",
        briefed=Briefed(
            translatable("Briefing sections", "What you would need to believe"),
            untranslated(
                "which beliefs would make the scenario’s target be met or missed, if it has one"
            ),
        ),
        former=("believe", "belief", "switching"),
    ),
    Analysis(
        "seek",
        translatable("Analysis", "How much would it take?"),
        untranslated("how far one or two levers must move for a target to be met"),
        about=translatable(
            "What's this",
            "How far one or two levers must move for a target to be met, and how the figure that "
            "it asks for changes along the lever.",
        ),
        shortcut="Ctrl+Shift+G",
    ),
    Analysis(
        "trade-off",
        translatable("Analysis", "What are we trading?"),
        untranslated("how two outcomes trade off as two levers move, and the frontier"),
        about=translatable(
            "What's this",
            "Two outcomes against each other over the range of two levers; the frontier joins the "
            "settings where one cannot be improved without worsening the other.",
        ),
        shortcut="Ctrl+Shift+T",
        briefed=Briefed(
            translatable("Briefing sections", "Trade-off"),
            untranslated("arrests against false alerts over deployments and the watchlist"),
        ),
        former=("tradeoff", "trade_off"),
    ),
    Analysis(
        "robustness",
        translatable("Analysis", "Where does the plan fail?"),
        untranslated("in which region a plan fails a target"),
        about=translatable(
            "What's this",
            "In which ranges of the beliefs the plan misses its target most often.",
        ),
        shortcut="Ctrl+Shift+F",
    ),
    Analysis(
        "workshop",
        translatable("Analysis", "How do a committee’s scenarios differ?"),
        untranslated("how a committee's own scenarios differ, and what difference it makes"),
        about=translatable(
            "What's this",
            "Any number of scenarios side by side: where each lever was set, how the outcomes "
            "spread, and who differs most on what.",
        ),
        shortcut="Ctrl+Shift+W",
    ),
    Analysis(
        "value-of-knowing",
        translatable("Analysis", "What should {force} publish first?"),
        untranslated("what learning one belief first would add to the chance of a target"),
        about=translatable(
            "What's this",
            "How much the chance of a target would rise if one belief were known before choosing "
            "between the scenarios on the desk.",
        ),
        shortcut="Ctrl+Shift+V",
        briefed=Briefed(
            translatable("Briefing sections", "What is worth knowing first"),
            untranslated("what learning a belief adds to the chance of the scenario’s target"),
        ),
        former=("evppi",),
    ),
    Analysis(
        "backtest",
        translatable("Analysis", "Would it have been right in the past?"),
        untranslated("what the model would have said in the past, and what happened"),
        menu="evidence",
        package="modeller",
        briefed=Briefed(
            translatable("Briefing sections", "How well it has done before"),
            untranslated("how well the model would have done in the past"),
        ),
        former=("past",),
    ),
)
"""In the order in which they are offered."""

BRIEFED = {each.key: each.briefed for each in ANALYSES if each.briefed is not None}
"""The keys of those that a briefing can show."""

_BY_NAME = {name: each for each in ANALYSES for name in (each.key, *each.former)}


def analysis(name: str) -> Analysis:
    """The analysis with that key or former name; KeyError if there is none."""
    return _BY_NAME[name]


def current_name(name: str) -> str:
    """The key of the analysis with that key or former name; any other word unchanged."""
    return _BY_NAME[name].key if name in _BY_NAME else name

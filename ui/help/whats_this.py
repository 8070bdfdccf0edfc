"""“What's this?” for each control, found by the name of the control or of its panel.

A control without a text of its own has that of what contains it. A lever's comes from the
catalogue.
"""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QWidget

from modeller.analysis.questions import ANALYSES
from modeller.base.language import translate
from ui.levers.lever import LeverWidget

TOPICS = {
    "levers": "method",
    "charts": "reading",
    "chain": "reading",
    "where-page": "method",
    "headlines": "reading",
    "comparison": "reading",
    "scenario-strip": "shortcuts",
    "scenario-grid": "shortcuts",
    "top-bar": "cite",
    "share": "cite",
    "briefing": "cite",
    **{f"analysis-{each.key}": "glossary" for each in ANALYSES if each.menu == "analysis"},
    "backtest": "glossary",
    "belief-page": "evidence",
    "records": "evidence",
    "import-record": "evidence",
    "wrongly-flagged": "evidence",
    "ledger": "glossary",
    "quality-log": "method",
}
"""The page of help for each part."""


def words() -> dict[str, str]:
    """A sentence for each control and part, by its name."""
    return {
        # ---- the window
        "levers": translate(
            "What's this",
            "The levers: what the policymaker decides, what happens to the force, and what is "
            "believed about the system. Move one, and everything is projected again.",
        ),
        "more-choice": translate("What's this", "Shows or hides the rarer choices."),
        "more-circumstance": translate("What's this", "Shows or hides the rarer circumstances."),
        "more-belief": translate("What's this", "Shows or hides the rarer beliefs."),
        "levers-to-baseline": translate(
            "What's this",
            "Puts every choice and circumstance back to the baseline. It can be undone.",
        ),
        "beliefs-to-evidence": translate(
            "What's this",
            "Puts every belief back to what its evidence says. It can be undone.",
        ),
        "left-tabs": translate(
            "What's this",
            "Where the window is narrow, levers and headlines share one column; these tabs change "
            "between them.",
        ),
        "charts": translate(
            "What's this",
            "Each chart shows the middle of the possible futures as a line, half of them in the "
            "dark band and 8 in 10 in the light one. Its title says what stands out.",
        ),
        "view-weekly": translate(
            "What's this",
            "All charts week by week; counts of which most weeks have none stay running sums.",
        ),
        "view-cumulative": translate(
            "What's this", "All charts as running sums since the record’s end."
        ),
        "view-total": translate("What's this", "All charts as totals of the weeks projected."),
        "underlying": translate(
            "What's this",
            "Leaves out the randomness of counts and shows the underlying rate, with a narrower "
            "band.",
        ),
        "fourth-outcome": translate("What's this", "Chooses what the fourth chart shows."),
        "menu": translate(
            "What's this",
            "The chart’s menu: view, table, lock, a window of its own, copies and files.",
        ),
        "unlock": translate("What's this", "The chart is locked; this lets it follow again."),
        "chain": translate(
            "What's this",
            "Deployments × alerts × arrests, link by link against the baseline: which one moved.",
        ),
        "where-page": translate(
            "What's this",
            "Where the deployments take place: every borough is a tile of one size, the fixed "
            "cameras have one of their own. Each is a lever; what one gains, the others lose.",
        ),
        "view-where": translate("What's this", "The map of places, in place of the charts."),
        "view-chain": translate("What's this", "The chain above the charts, link by link."),
        "where-measure": translate(
            "What's this", "What stands on the tiles and decides their shade."
        ),
        "where-of": translate(
            "What's this",
            "Whose: the selected scenario’s, the record’s as counted, or what differs from the "
            "baseline, draw by draw.",
        ),
        "mixes": translate(
            "What's this", "Ready mixes of places; each replaces the mix of the selected scenario."
        ),
        "lock-tile": translate("What's this", "Keeps this share while others are set."),
        "giver": translate(
            "What's this",
            "Which places lose what this one gains: all in proportion, or one alone.",
        ),
        "places": translate(
            "What's this", "Where the deployments take place; opens the map to change it."
        ),
        "headlines": translate(
            "What's this",
            "The figures to quote, each with its range, its change against the baseline and what "
            "to bear in mind.",
        ),
        "all-in-words": translate("What's this", "Full sentences under every headline."),
        "scenario-strip": translate(
            "What's this",
            "The open scenarios, up to four. The levers change the selected one; one is the "
            "baseline that the others are compared with.",
        ),
        "add-scenario": translate(
            "What's this", "Adds a copy of the selected scenario, or one of those shipped."
        ),
        "top-bar": translate(
            "What's this", "What is open, undo and redo, and how these numbers can be checked."
        ),
        "fingerprint": translate(
            "What's this",
            "Twelve characters computed from every input. The same fingerprint means the same "
            "inputs. Press to copy it.",
        ),
        "banner": translate("What's this", "Messages, newest first."),
        "history-panel": translate(
            "What's this",
            "Earlier versions of the selected scenario. Those with a note are kept for good.",
        ),
        # ---- dialogs and panels
        "scenario-grid": translate(
            "What's this",
            "Every lever of every scenario side by side. Type in a cell to change it there.",
        ),
        "comparison": translate(
            "What's this",
            "The difference between two scenarios over time, taken future by future, so that luck "
            "cancels out.",
        ),
        "schedule-editor": translate(
            "What's this", "The lever’s value, and the week each value starts."
        ),
        "spread-editor": translate(
            "What's this",
            "How sure you are of this belief: as sure as the evidence, within your own range, or "
            "exactly.",
        ),
        **{
            f"analysis-{each.key}": translate("What's this", each.about)
            for each in ANALYSES
            if each.menu == "analysis"
        },
        "belief-page": translate(
            "What's this", "Everything about one belief: its curve, grade and sources."
        ),
        "records": translate("What's this", "The shipped record, and records of your own."),
        "import-record": translate(
            "What's this",
            "What a table would be taken as, and what it would change, before anything is kept.",
        ),
        "backtest": translate(
            "What's this",
            "What the model would have said at a date in the past, and what happened.",
        ),
        "ledger": translate(
            "What's this",
            "Projections locked in advance, to be scored once the weeks have passed.",
        ),
        "wrongly-flagged": translate(
            "What's this", "On whom false alerts fall, and what cannot be said about it."
        ),
        "quality-log": translate(
            "What's this", "Checks, reviews and limits of this scenario, for a quality statement."
        ),
        "briefing": translate(
            "What's this",
            "A briefing as a web page, PDF, Word document or data, with the scenario inside.",
        ),
        "share": translate("What's this", "The scenario as text that fits into a message."),
        "open-code": translate("What's this", "Opens a scenario from a share code."),
        "help": translate("What's this", "The pages of help."),
    }


def words_of(widget: QWidget | None) -> str:
    """The explanation of a widget: its own text, or that of what contains it."""
    known = words()
    while widget is not None:
        said = _own(widget, known)
        if said:
            return said
        widget = widget.parentWidget()
    return ""


def explain_all(window: QWidget) -> None:
    """Give everything in a window its words, for Qt's own "What's this"."""
    known = words()
    for widget in (window, *window.findChildren(QWidget)):
        said = _own(widget, known)
        if said:
            widget.setWhatsThis(said)


def topic_of(widget: QWidget | None) -> str:
    """The page of help for the part of the window that a widget is in."""
    while widget is not None:
        topic = TOPICS.get(widget.objectName())
        if topic is not None:
            return topic
        widget = widget.parentWidget()
    return "start"


def _own(widget: QWidget, known: dict[str, str]) -> str:
    if isinstance(widget, LeverWidget):
        return f"{widget.slider.label}. {widget.slider.help}"
    name = widget.objectName()
    if name.startswith("chip-") and isinstance(widget, QAbstractButton):
        return translate(
            "What's this",
            "A scenario. Press to select it; F2 renames it, H shows or hides its lines, Delete "
            "closes it.",
        )
    return known.get(name, "")

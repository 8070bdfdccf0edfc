"""What is said of a control when somebody asks: by the name of the control or of its panel.

A control without words of its own has those of what it stands in. A lever has its own from the
catalogue.
"""

from __future__ import annotations

from PySide6.QtWidgets import QAbstractButton, QWidget

from modeller.base.language import translate
from ui.levers.lever import LeverWidget

TOPICS = {
    "levers": "method",
    "charts": "reading",
    "chain": "reading",
    "headlines": "reading",
    "comparison": "reading",
    "scenario-strip": "shortcuts",
    "scenario-grid": "shortcuts",
    "top-bar": "cite",
    "share": "cite",
    "briefing": "cite",
    "analysis-drivers": "glossary",
    "analysis-moved": "glossary",
    "analysis-believe": "glossary",
    "analysis-tradeoff": "glossary",
    "analysis-robustness": "glossary",
    "backtest": "glossary",
    "belief-page": "evidence",
    "records": "evidence",
    "wrongly-flagged": "evidence",
    "ledger": "glossary",
    "quality-log": "method",
}
"""The page of help that fits each part."""


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
            "Leaves out the chance of single counts and shows the rate beneath them, with a "
            "narrower band.",
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
        "headlines": translate(
            "What's this",
            "The figures to quote, each with its range, its change against the baseline and what "
            "to bear in mind.",
        ),
        "all-in-words": translate("What's this", "Full sentences under every headline."),
        "scenario-strip": translate(
            "What's this",
            "The scenarios on the desk, up to four. The one in hand is the one the levers move; "
            "one is the baseline that the others are compared with.",
        ),
        "add-scenario": translate(
            "What's this", "Adds a copy of the scenario in hand, or one of those shipped."
        ),
        "top-bar": translate(
            "What's this", "What is open, undo and redo, and what these numbers can be checked by."
        ),
        "fingerprint": translate(
            "What's this",
            "Twelve characters computed from every input. The same fingerprint means the same "
            "inputs. Press to copy it.",
        ),
        "banner": translate("What's this", "What the window has to say, newest first."),
        "history-panel": translate(
            "What's this",
            "Earlier versions of the scenario in hand. One with a note is kept for ever.",
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
            "What's this", "From which week the lever stands at which value."
        ),
        "spread-editor": translate(
            "What's this",
            "How sure one is of this belief: as sure as the evidence, within a range of one’s own, "
            "or exactly.",
        ),
        "analysis-drivers": translate(
            "What's this",
            "How far the result moves when a belief goes from one end of its range to the other.",
        ),
        "analysis-moved": translate(
            "What's this",
            "What of the change from one scenario to another is owed to which lever.",
        ),
        "analysis-believe": translate(
            "What's this",
            "The value that each belief would need for the answer to turn, beside what its "
            "evidence says.",
        ),
        "analysis-tradeoff": translate(
            "What's this",
            "Two outcomes against each other over the range of two levers; the frontier joins the "
            "settings where one cannot be improved without worsening the other.",
        ),
        "analysis-robustness": translate(
            "What's this",
            "In which ranges of the beliefs the plan misses its target most often.",
        ),
        "belief-page": translate(
            "What's this", "All there is about one belief: its curve, grade and sources."
        ),
        "records": translate("What's this", "The shipped record, and records of your own."),
        "backtest": translate(
            "What's this",
            "What the model would have said at a date in the past, and what happened.",
        ),
        "ledger": translate(
            "What's this",
            "Projections that were locked before the fact, to be scored when the weeks have come.",
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
        "open-code": translate("What's this", "Opens a scenario from such text."),
        "help": translate("What's this", "The pages of help."),
    }


def words_of(widget: QWidget | None) -> str:
    """What is said of a widget: its own words, or those of what it stands in."""
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
    """The page of help that fits where a widget stands."""
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
            "A scenario. Press to take it in hand; F2 renames, H shows or hides its lines, Delete "
            "closes it.",
        )
    return known.get(name, "")

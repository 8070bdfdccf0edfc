"""Briefings for the tests: made once, of few futures, so that each form is checked on the same."""

from __future__ import annotations

from datetime import date
from functools import cache

from modeller.briefing import About, brief, render
from modeller.projection import project
from modeller.scenario import Scenario
from scenarios.write import shipped_scenarios

DAY = date(2026, 1, 5)
ABOUT = About(on=DAY, author="A. Clerk", audience="A committee")

# Everything that some format might take for something else; the last is no character at all.
HOSTILE = (
    "<script>alert(1)</script> \"double\" 'single' &amp; #emph[x] $x^2$ *b* _u_ @ref \\n {{7*7}} "
    "]]> مرحبا שלום 😀 中 \uffff"
)
FORMULA = "=HYPERLINK(1)"


def few(name, **fields):
    """The projection of a shipped scenario over few futures and weeks."""
    scenario = shipped_scenarios()[name]
    return project(scenario.replace(weeks=13, draws=300, **fields))


@cache
def plan_and_baseline():
    """The ordinary briefing: the plan against the baseline."""
    return brief([few("baseline"), few("met-plan-2025")], ABOUT)


@cache
def four_scenarios():
    """As many as there can be."""
    names = ("baseline", "met-plan-2025", "plan-half-match-rate", "six-zones")
    return brief([few(name) for name in names], ABOUT)


@cache
def hostile():
    """Titles, notes and names that somebody wrote to do harm, or in a hurry."""
    first = Scenario(title=FORMULA, weeks=5, draws=200)
    second = Scenario(
        title=HOSTILE,
        question=HOSTILE,
        author=HOSTILE,
        notes=f"{HOSTILE}\n\n#pagebreak() {'word ' * 1900}",
        sources=(HOSTILE, "+cmd|' /C calc'!A0"),
        changes={"deployments_per_week": 10, "officer_losses": 1400},
        weeks=5,
        draws=200,
    )
    third = Scenario(title="x" * 200, changes={"watchlist_size": 20000}, weeks=5, draws=200)
    fourth = Scenario(title="a " * 99 + "a", changes={"true_match_rate": 0.5}, weeks=5, draws=200)
    about = About(on=DAY, author=HOSTILE, audience="-2+3", signed_off_by="@SUM(1)")
    return brief([project(s) for s in (first, second, third, fourth)], about)


@cache
def rendered(which, form):
    """A briefing in one form, made once."""
    makers = {"plan": plan_and_baseline, "four": four_scenarios, "hostile": hostile}
    return render(makers[which](), form)


def shown(text):
    """Hostile text as a document shows it: without the character that is none."""
    return text.replace("\uffff", "\ufffd")

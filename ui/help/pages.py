"""The pages of help, as Markdown made when they are opened."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from modeller.base import clock
from modeller.base.language import translatable, translate
from modeller.base.version import VERSION
from modeller.records import record_label
from modeller.wording.numbers import number
from ui.help.documents import document, plain
from ui.help.shortcuts import shortcuts
from ui.help.subject import Subject
from ui.look.quantity import range_text, value_text

_DOCUMENTS = {
    "glossary.md": "glossary",
    "model.md": "model",
    "accessibility.md": "accessibility",
    "licences.md": "licences",
}


@dataclass(frozen=True)
class Topic:
    """A page of help: its key, its title for the list, and how it is made."""

    key: str
    title: str
    make: Callable[[Subject], str]


def _lines(*paragraphs: str) -> str:
    return "\n\n".join(paragraphs)


def _table(heading: Sequence[str], rows: Iterable[Sequence[str]]) -> str:
    lines = [heading, ["---"] * len(heading), *rows]
    return "\n".join("| " + " | ".join(cells) + " |" for cells in lines)


def start(subject: Subject) -> str:
    """Where to begin."""
    return _lines(
        "# " + translate("Help", "Policy scenario modeller"),
        translate(
            "Help",
            "What would follow if {force} changed how often it deploys live facial recognition, "
            "while it loses officers, staff and money? Move a lever and see, with a range for "
            "every figure.",
            force=subject.session.profile.names.force_long,
        ),
        "- " + translate("Help", "[Reading the window](topic:reading)"),
        "- " + translate("Help", "[How the figures are made](topic:method)"),
        "- " + translate("Help", "[Where they come from](topic:evidence)"),
        "- " + translate("Help", "[What the words mean](topic:glossary)"),
        "- " + translate("Help", "[Using the keyboard](topic:shortcuts)"),
        "- " + translate("Help", "[Quoting a result](topic:cite)"),
        translate(
            "Help",
            "F1 opens the help page for where you are; on a lever it says what the lever is and "
            "where its figures come from. Shift+F1 explains in a sentence whatever has the focus.",
        ),
    )


def reading(subject: Subject) -> str:
    """What is where, and how to read it."""
    return _lines(
        "# " + translate("Help", "Reading the window"),
        "## " + translate("Help", "Levers"),
        translate(
            "Help",
            "On the left. *Choices* are what the policymaker decides, *circumstances* what happens "
            "to the force, *beliefs* how well the system and the crews perform. The tick under a "
            "track is the baseline. Where a track is hatched, nobody has seen such a value yet: "
            "results there are extrapolation and say so.",
        ),
        "## " + translate("Help", "Charts"),
        translate(
            "Help",
            "The line is the middle of 10,000 possible futures: half lie above it, half below. "
            "The dark band holds half of them, the light band 8 in 10. To the left of “record "
            "ends” is what {force} has published. Other scenarios are dashed lines with their "
            "letter.",
            force=subject.session.profile.names.force,
        ),
        "## " + translate("Help", "Headlines"),
        translate(
            "Help",
            "Above the charts, one sentence with the answer. On the right, totals with their "
            "ranges beside the last full year. A change is counted future by future, with the "
            "same luck in both scenarios. “Which?” names the figures that nobody has published.",
        ),
        "## " + translate("Help", "Scenarios"),
        translate(
            "Help",
            "Below: up to four. The levers change the selected one. Everything can be undone.",
        ),
    )


def method(_subject: Subject) -> str:
    """The model in a page."""
    return _lines(
        "# " + translate("Help", "Method"),
        translate(
            "Help",
            "The modeller works through many possible futures week by week, from deployments to "
            "arrests. Each future has its own luck and one value of every belief, drawn from the "
            "evidence. What you see are the middle and the ranges of all futures.",
        ),
        "1. "
        + translate(
            "Help",
            "**Deployments** are the planned number or what the crews can manage, whichever is "
            "less. Losing officers, staff or budget leaves fewer crews; nobody has published how "
            "far each loss reaches the crews.",
        )
        + "\n2. "
        + translate(
            "Help", "**Faces scanned** follow from the hours deployed and how busy places are."
        )
        + "\n3. "
        + translate(
            "Help",
            "**Alerts** are true or false. True alerts depend on deployments, hours, the "
            "watchlist and the true match rate; false alerts on the faces scanned and the "
            "watchlist.",
        )
        + "\n4. "
        + translate(
            "Help",
            "**Arrests** are a share of the true alerts; with fewer officers at a deployment the "
            "share is smaller.",
        ),
        translate(
            "Help",
            "Two scenarios share the same luck, so the difference between them comes from the "
            "levers. The same inputs give the same figures on any machine; the fingerprint lets "
            "you check this.",
        ),
        "## " + translate("Help", "What the model does not know"),
        translate(
            "Help",
            "Whether an arrest would have been made anyway; whether facial recognition saves "
            "officers’ time; what people do once they know where the cameras are; what else the "
            "crews "
            "would have done; who walked past. None of these is in the ranges. Ten deployments a "
            "week have never happened: everything near ten is extrapolation.",
        ),
        translate("Help", "[The model in full, with its equations](topic:model)"),
    )


def evidence(subject: Subject) -> str:
    """Grades, figures and sources."""
    grades = {
        "published": translate("Help", "published"),
        "derived": translate("Help", "derived"),
        "judgement": translate("Help", "judgement"),
    }
    profile = subject.session.profile
    sources = profile.sources
    numbers = {key: number for number, key in enumerate(sources, start=1)}
    rows = []
    for slider in profile.catalogue.sliders.values():
        if slider.evidence is None:
            within = ""
        else:
            within = range_text(slider, *slider.evidence)
        cited = ", ".join(str(numbers[key]) for key in slider.sources if key in numbers)
        figure = value_text(slider, slider.baseline)
        rows.append(
            (plain(slider.label), plain(figure), plain(within), grades[slider.grade], cited)
        )
    heading = (
        translate("Help", "Lever"),
        translate("Help", "Baseline"),
        translate("Help", "Evidence"),
        translate("Help", "Grade"),
        translate("Help", "Sources"),
    )
    errors = (
        "- " + " ".join(plain(translate("Evidence", text)) for text in error.texts)
        for error in profile.published.press_errors
    )
    listed = (f"{numbers[key]}. {plain(source.linked_citation)}" for key, source in sources.items())
    return _lines(
        "# " + translate("Help", "Evidence and sources"),
        translate(
            "Help",
            "*Published*: somebody has published the figure. *Derived*: computed here from the "
            "record or other published figures. *Judgement*: nobody has published it; its range "
            "is wide, and every result that rests on it says so. There is more about each belief "
            "under Evidence ▸ Beliefs and their evidence.",
        ),
        _table(heading, rows),
        "## " + translate("Help", "Figures in common use that are wrong as they stand"),
        "\n".join(errors),
        "## " + translate("Help", "Sources"),
        "\n".join(listed),
    )


def keys(subject: Subject) -> str:
    """What can be done by keyboard."""
    parts = ["# " + translate("Help", "Keyboard shortcuts")]
    heading = (translate("Help", "Keys"), translate("Help", "What they do"))
    for title, rows in shortcuts(subject):
        written = ((f"**{plain(pressed)}**", plain(does)) for pressed, does in rows)
        parts += ["## " + plain(title), _table(heading, written)]
    return _lines(*parts)


def citation(subject: Subject) -> str:
    """How to cite what is on the screen, as plain text."""
    scenario = subject.session.scenario
    return translate(
        "Help",
        "Scenario “{title}”, fingerprint {fingerprint}, projected on {day} with modeller {version} "
        "(model {model}, {record}), {draws} futures of {weeks} weeks, seed {seed}.",
        title=scenario.title,
        fingerprint=scenario.fingerprint,
        day=clock.today().isoformat(),
        version=VERSION,
        model=scenario.catalogue.version,
        record=record_label(scenario.record, scenario.profile),
        draws=number(scenario.draws, 1.0),
        weeks=scenario.weeks,
        seed=scenario.seed,
    )


def cite(subject: Subject) -> str:
    """How to cite."""
    return _lines(
        "# " + translate("Help", "How to cite"),
        translate("Help", "What is on the screen now:"),
        "> " + plain(citation(subject)),
        translate(
            "Help",
            "The fingerprint covers everything that determines the figures, but not titles and "
            "notes. Anyone who opens a scenario with the same fingerprint in the same version "
            "gets the same figures. It proves unchanged content and a repeatable calculation, "
            "not truth.",
        ),
        translate(
            "Help",
            "Quote a figure with its range, and say when it lies beyond the evidence. A briefing "
            "(File ▸ Briefing) carries its own citation and the scenario itself.",
        ),
    )


def performance(subject: Subject) -> str:
    """What was measured here."""
    from ui.help.performance import page

    return page(subject)


def _from_manual(name: str) -> Callable[[Subject], str]:
    return lambda _subject: document(name, _DOCUMENTS)


TOPICS = (
    Topic("start", translatable("Help", "Start here"), start),
    Topic("reading", translatable("Help", "Reading the window"), reading),
    Topic("method", translatable("Help", "Method"), method),
    Topic("model", translatable("Help", "The model in full"), _from_manual("model.md")),
    Topic("evidence", translatable("Help", "Evidence and sources"), evidence),
    Topic("glossary", translatable("Help", "Glossary"), _from_manual("glossary.md")),
    Topic("shortcuts", translatable("Help", "Keyboard shortcuts"), keys),
    Topic("performance", translatable("Help", "Performance"), performance),
    Topic("cite", translatable("Help", "How to cite"), cite),
    Topic("accessibility", translatable("Help", "Accessibility"), _from_manual("accessibility.md")),
    Topic("licences", translatable("Help", "Licences"), _from_manual("licences.md")),
)

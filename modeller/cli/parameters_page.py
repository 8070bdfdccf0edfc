"""The page of parameters in the manual, generated from the catalogue."""

from __future__ import annotations

from collections.abc import Iterable

from modeller.cli.output import markdown_row
from modeller.evidence import Source
from modeller.model.catalogue import Belief, Constant, Lever, Outcome
from modeller.model.units import unit_named
from modeller.profiles import Profile
from modeller.wording import THIN_SPACE, style_for, value_range_words, value_words, with_unit

_INTRODUCTION = """\
# Parameters

Every choice, circumstance, belief, fixed figure and outcome of model {version}. This page is
written by `modeller list parameters --format markdown`; a test fails when it is not up to date.

Each figure has a grade. A **published** figure has a source that published it. A **derived** one is
computed from the record, by code that a test repeats. For a **judgement** there is no published
figure, so its range is wide, and every result that rests on it says so.
"""


def parameters_page(profile: Profile) -> str:
    """The page in Markdown."""
    declared = profile.catalogue
    levers = declared.levers.values()
    parts = [
        _INTRODUCTION.format(version=declared.version),
        _levers(profile, "Choices", "What the policymaker decides.", levers, "choice"),
        _levers(profile, "Circumstances", "What happens to the force.", levers, "circumstance"),
        _beliefs(profile, declared.beliefs.values()),
        _constants(declared.constants.values()),
        _outcomes(declared.outcomes.values()),
    ]
    return "\n".join(parts).replace(THIN_SPACE, "\u00a0")


def _levers(profile: Profile, title: str, what: str, levers: Iterable[Lever], kind: str) -> str:
    blocks = [f"## {title}\n\n{what}\n"]
    for lever in levers:
        if lever.kind != kind:
            continue
        rows = [
            ("Baseline", value_words(lever, lever.baseline)),
            ("Range", value_range_words(lever, lever.minimum, lever.maximum)),
            ("Step", _step(lever)),
        ]
        if lever.evidence is not None:
            seen = value_range_words(lever, *lever.evidence)
            rows.append(("Evidence", f"{seen}. {lever.evidence_note}"))
        blocks.append(_block(lever, [*rows, *_origin(profile, lever)]))
    return "\n".join(blocks)


def _step(slider: Lever | Belief) -> str:
    return f"{slider.step:g} (large step {slider.page_step:g})"


def _beliefs(profile: Profile, beliefs: Iterable[Belief]) -> str:
    blocks = [
        "## Beliefs\n",
        "How well the system and the crews perform. Each belief is a distribution, which you can",
        "shift, and make wider or narrower, on its natural scale.\n",
    ]
    for belief in beliefs:
        evidence = value_range_words(belief, *belief.evidence)
        rows = [
            ("Median", value_words(belief, belief.baseline)),
            ("90 % range of the evidence", evidence),
            ("Range", value_range_words(belief, belief.minimum, belief.maximum)),
            ("Step", _step(belief)),
            ("Sobol dimension", str(belief.dimension)),
        ]
        if belief.spread_grade != belief.grade:
            rows.append(("Grade of the spread", belief.spread_grade))
        blocks.append(_block(belief, [*rows, *_origin(profile, belief)]))
    return "\n".join(blocks)


def _constants(constants: Iterable[Constant]) -> str:
    lines = [
        "## Fixed figures\n",
        "| key | what it is | value | 90 % range | grade | sources |",
        "|---|---|---|---|---|---|",
    ]
    for constant in constants:
        low, high = constant.range
        value = with_unit(_figure(constant.value, constant.unit), constant.unit)
        ends = "" if low == high else f"{low:,.6g}–{high:,.6g}"
        cells = (
            f"`{constant.key}`",
            f"{constant.label}. {constant.help}",
            value,
            ends,
            constant.grade,
            ", ".join(constant.sources),
        )
        lines.append(markdown_row(cells))
    return "\n".join(lines) + "\n"


def _figure(value: float, unit: str) -> str:
    pound = "£" if unit_named(unit).is_money else ""
    return f"{pound}{style_for('', value, value).figure(value)}"


def _outcomes(outcomes: Iterable[Outcome]) -> str:
    lines = [
        "## Outcomes\n",
        "| key | unit | what it is | moved by | grade |",
        "|---|---|---|---|---|",
    ]
    for outcome in outcomes:
        cells = (
            f"`{outcome.key}`",
            outcome.unit,
            f"{outcome.label}. {outcome.help}",
            ", ".join(f"`{key}`" for key in outcome.depends_on),
            outcome.grade,
        )
        lines.append(markdown_row(cells))
    return "\n".join(lines) + "\n"


def _origin(profile: Profile, entry: Lever | Belief) -> list[tuple[str, str]]:
    cited = "; ".join(_linked(profile.sources[name]) for name in entry.sources)
    return [("Grade", entry.grade), ("Sources", cited)]


def _linked(source: Source) -> str:
    if not source.url:
        return source.citation
    said = "publisher’s page" if source.landing else "read it"
    return f"{source.citation} ([{said}]({source.url}))"


def _block(entry: Lever | Belief, rows: Iterable[tuple[str, str]]) -> str:
    lines = [f"### {entry.label}\n", f"`{entry.key}` — {entry.help}\n", "| | |", "|---|---|"]
    lines += [markdown_row(row) for row in rows]
    return "\n".join(lines) + "\n"

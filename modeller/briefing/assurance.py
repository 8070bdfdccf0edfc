"""Sections for readers who check: assumptions, quality, method, how to reproduce and to cite."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Sequence

from modeller.base.language import upper_first
from modeller.base.version import VERSION
from modeller.briefing import words
from modeller.briefing.content import (
    About,
    Block,
    Bullets,
    Code,
    Paragraph,
    Row,
    Section,
    Subheading,
    Table,
    Terms,
    in_words,
)
from modeller.briefing.shown import Lettered, Shown
from modeller.briefing.words import grade_words
from modeller.model.catalogue import Belief, Constant, Lever
from modeller.model.sampling import STREAMS_VERSION
from modeller.profiles import Profile
from modeller.projection import Projection
from modeller.scenario import Scenario
from modeller.scenario.share_code import share_code
from modeller.wording import EN_DASH, exact_number, value_range_words, with_unit

LIMITATIONS = (
    "Whether an arrest made at a deployment would have been made anyway, later or in another way.",
    "Whether facial recognition saves officers’ time: no published study shows either.",
    "What people do once they know where the cameras are, and what else the crews would have done.",
    "Who walked past the cameras, so what share of the false alerts would be in proportion.",
    "How the true match rate has moved since it was measured: misses leave no trace.",
    "Privacy, deterrence, trust and the law: none of them is in the data.",
)
"""What the model does not know, and no range includes."""

_INTENDED_USE = (
    "To see what might follow from a choice under stated assumptions. It is not a prediction of "
    "what will happen, gives no verdict, and is not for decisions about any person or place."
)
_VERIFICATION = (
    "The model’s code is tested automatically: equal scenarios differ by exactly zero, a lever "
    "moves only what lies downstream of it and in the right direction, and the sentences of this "
    "briefing are made from the figures beside them by templates that are tested against them. No "
    "independent audit of the code has been made."
)
_UNCERTAINTY = (
    "Ranges include the uncertainty of every belief, drift from week to week and the luck of "
    "counts. They do not include the limitations named below."
)
_CONDITION = (
    "Before it is used after that day, or once {force} publishes a later record, it should be made "
    "again."
)


# ---------------------------------------------------------------- assumptions


def assumptions_section(shown: Shown) -> Section:
    """Every lever and belief with its value, range of evidence, grade and source."""
    declared = shown.main.catalogue
    edited = words.changed_keys(shown.lettered)
    cited: dict[str, int] = {}

    def numbers(keys: Sequence[str]) -> str:
        return ", ".join(str(cited.setdefault(key, len(cited) + 1)) for key in keys)

    groups: tuple[tuple[str, Sequence[Lever | Belief]], ...] = (
        ("Choices", [lever for lever in declared.levers.values() if lever.kind == "choice"]),
        (
            "Circumstances",
            [lever for lever in declared.levers.values() if lever.kind == "circumstance"],
        ),
        ("Beliefs", list(declared.beliefs.values())),
    )
    rows: list[Row] = []
    for heading, sliders in groups:
        rows.append(Row(heading))
        for slider in sliders:
            row = Row(
                words.label_of(slider.key, declared) + _mark(slider.key, edited),
                (
                    words.setting_cell(shown.lettered, slider.key),
                    _known(slider),
                    grade_words(slider) if isinstance(slider, Belief) else slider.grade,
                    numbers(slider.sources),
                ),
                edited=slider.key in edited,
            )
            rows.append(row)
        if heading == "Choices" and shown.profile.tiles:
            rows.append(_places_row(shown.lettered, numbers(_places_sources(shown.profile))))
    columns = ("Choice, circumstance or belief", "Value", "Evidence", "Grade", "Source")
    widths = (2.5, 2.3, 2.0, 1.4, 0.9)
    fixed = tuple(
        Row(
            words.typographic(constant.label),
            (
                _constant_words(constant),
                _constant_range(constant),
                constant.grade,
                numbers(constant.sources),
            ),
        )
        for constant in declared.constants.values()
    )
    blocks: list[Block] = [
        Paragraph(
            "Published: somebody has published the figure. Derived: computed here from the "
            "published record, by code that a test repeats. Judgement: nobody has published it, so "
            "its range is wide. A belief’s evidence is its 90 % range; for choices and "
            "circumstances it is what has been seen. Rows that were edited are shaded and say so. "
            "Sources are numbered in the list below."
        ),
        Table(
            caption="Every assumption that can be moved",
            columns=columns,
            rows=tuple(rows),
            figures=False,
            widths=widths,
        ),
        Table(
            caption="Fixed figures of the model, with what each might be (90 %)",
            columns=("Figure", "Value", "Range", "Grade", "Source"),
            rows=fixed,
            figures=False,
            widths=widths,
        ),
        Subheading("Sources"),
        _source_list(shown.profile, cited, ordered=True),
    ]
    return Section("assumptions", "Assumptions", tuple(blocks))


def _source_list(profile: Profile, keys: Iterable[str], *, ordered: bool = False) -> Bullets:
    """The sources as citations, each with its address."""
    listed = [profile.sources[key] for key in keys]
    said = [
        f"{source.citation}. Publisher’s page:" if source.landing else source.citation + "."
        for source in listed
    ]
    return Bullets(
        tuple(words.typographic(text) for text in said),
        ordered=ordered,
        links=tuple(source.url for source in listed),
    )


def _places_row(lettered: Lettered, sources: str) -> Row:
    """The row of where the deployments are held, a choice that is not a number."""
    edited = words.changed_keys(lettered)
    return Row(
        "Places" + _mark("places", edited),
        (words.setting_cell(lettered, "places"), EN_DASH, "derived", sources),
        edited="places" in edited,
    )


def _mark(key: str, edited: Collection[str]) -> str:
    return " (edited)" if key in edited else ""


def _places_sources(profile: Profile) -> tuple[str, str]:
    record = profile.about.record
    return record.deployments_source, record.areas_source


def short_assumptions(shown: Shown) -> Section:
    """The short form, for a limit of words: what was edited, and what only judgement supports."""
    declared = shown.main.catalogue
    changed = words.changed_keys(shown.lettered)
    edited = [key for key in changed if key in declared.sliders]
    judged = [key for key in declared.depends_on_judgement("arrests") if key not in edited]
    rows = tuple(
        Row(
            words.label_of(key, declared) + _mark(key, edited),
            (
                words.setting_cell(shown.lettered, key),
                _known(declared.sliders[key]),
                declared.sliders[key].grade,
                "; ".join(
                    shown.profile.sources[source].publisher
                    for source in declared.sliders[key].sources
                ),
            ),
            edited=key in edited,
        )
        for key in (*edited, *judged)
    )
    if "places" in changed:
        publisher = shown.profile.sources[_places_sources(shown.profile)[0]].publisher
        rows = (*rows, _places_row(shown.lettered, publisher))
    text = (
        "Published: somebody has published the figure. Derived: computed here from the published "
        "record. Judgement: nobody has published it, so its range is wide. The table has what was "
        "edited (shaded) and the judgements behind the number of arrests; the web page, the PDF "
        "and the workbook have every assumption with its source."
    )
    table = Table(
        caption="Assumptions edited, and judgements that arrests rest on",
        columns=("Choice, circumstance or belief", "Value", "Evidence", "Grade", "Source"),
        rows=rows,
        figures=False,
        widths=(2.2, 1.9, 1.8, 1.3, 1.8),
    )
    cited = dict.fromkeys(
        key for entry in (*edited, *judged) for key in declared.sliders[entry].sources
    )
    blocks = (Paragraph(text), table, Subheading("Sources"), _source_list(shown.profile, cited))
    return Section("assumptions", "Assumptions", blocks, if_need_be=frozenset({2, 3}))


def _known(slider: Lever | Belief) -> str:
    if slider.evidence is None:
        return EN_DASH
    low, high = slider.evidence
    return value_range_words(slider, low, high)


def _constant_words(constant: Constant) -> str:
    pound = "£" if constant.counted_in.is_money else ""
    return with_unit(f"{pound}{_five_digits(constant.value)}", constant.unit)


def _constant_range(constant: Constant) -> str:
    low, high = constant.range
    return EN_DASH if low == high else f"{_five_digits(low)} to {_five_digits(high)}"


def _five_digits(value: float) -> str:
    return exact_number(float(f"{value:.5g}"))


# ---------------------------------------------------------------- quality


def quality_section(shown: Shown, about: About, left_out: Sequence[str], past: str) -> Section:
    """The quality statement, under the headings of the AQuA Book."""
    record = shown.record
    condition = _CONDITION.format(force=shown.profile.names.force_long)
    published = shown.profile.published
    blemishes = len(published.blemishes_of(record)) if record is not None else 0
    data = (
        f"A record of the user’s own, {shown.record_label}; digest {record.digest[:12]}."
        if record is not None and shown.own_record
        else f"{upper_first(record.label)}: the published deployment records "
        f"{shown.profile.names.of_force_long}, added up by week; digest {record.digest[:12]}; "
        f"{blemishes} known blemishes, each declared with its treatment."
        if record is not None
        else "The user’s own record, which was not available when this briefing was made."
    )
    terms: list[tuple[str, str]] = [
        ("Status", f"{about.status}."),
        ("Prepared by", f"{about.author or 'Not named'}, {in_words(about.on)}."),
        ("Prepared for", f"{about.audience or 'Not named'}."),
        (
            "Checked by",
            f"{about.checked_by}." if about.checked_by else "Nobody has checked this briefing yet.",
        ),
        ("Intended use", _INTENDED_USE),
        ("Verification", _VERIFICATION),
        ("Validation", past),
        ("Data", data),
        ("Uncertainty", _UNCERTAINTY),
        ("Sunset date", f"{in_words(about.expires)}. {condition}"),
    ]
    if left_out:
        terms.append(("Left out of this briefing", f"{'; '.join(left_out)}."))
    return Section(
        "quality",
        "Quality statement",
        (
            Paragraph(
                "Under the headings of the AQuA Book, the government’s guidance on producing "
                "quality analysis. “modeller quality” gives the log of the whole model, with the "
                "effect of each assumption."
            ),
            Terms(tuple(terms)),
            Subheading("Limitations: what the model does not know"),
            Bullets(LIMITATIONS),
        ),
    )


# ---------------------------------------------------------------- method


def method_section(shown: Shown) -> Section:
    """How the numbers are calculated."""
    scenario = shown.main.scenario
    full_crew = shown.main.catalogue.constants["reference_officers"].value
    return Section(
        "method",
        "Method",
        (
            Paragraph(
                f"The model goes week by week through {scenario.weeks} weeks in each of "
                f"{scenario.draws:,} possible futures. Deployments are the planned number, or "
                "what the crews can manage where that is less; crews shrink as posts and money "
                "are lost, as far as such cuts reach them. Faces scanned depend on deployments, "
                "their hours and their places; true alerts on these, on the match rate and on the "
                "watchlist; false alerts on faces and the watchlist. Arrests are a share of the "
                f"true alerts of the same future, a smaller one where a deployment has fewer than "
                f"{full_crew:g} officers."
            ),
            Paragraph(
                "Each future has its own value of every uncertain figure, drawn from its "
                "evidence, and its own luck. Rates drift from week to week, as they do in the "
                "record. Scenarios share their luck: future by future they differ only by what was "
                "changed, which is why a difference can be more certain than either total."
            ),
            Paragraph(
                "Figures are rounded to what their range supports. The ranges shown hold 8 of 10 "
                "futures; 1 in 10 lies below and 1 in 10 above. Totals and ratios are of whole "
                "futures, never ratios of averages."
            ),
        ),
    )


# ---------------------------------------------------------------- how to reproduce, how to cite


def reproduce_section(shown: Shown) -> Section:
    """Versions, fingerprints, commands and share codes."""
    label = shown.record_words if shown.record is not None else shown.record_label
    rows = tuple(
        Row(
            column,
            (
                projection.fingerprint,
                f"{projection.scenario.draws:,}",
                f"{projection.scenario.seed}",
                projection.results_digest[:12],
            ),
        )
        for column, projection in zip(shown.columns, shown.projections, strict=True)
    )
    codes = tuple(
        Code(
            f"Share code of {words.titled(letter, projection.scenario)}",
            share_code(projection.scenario),
        )
        for letter, projection in shown.lettered
    )
    blocks: list[Block] = [
        Paragraph(
            f"Made with modeller {VERSION}, model {shown.main.catalogue.version}, "
            f"{STREAMS_VERSION} for the random numbers, {label}. The same versions give the same "
            "numbers on any machine. A fingerprint covers everything that determines the "
            "numbers, but not titles and notes. It proves unchanged content and a repeatable "
            "calculation, not truth."
        ),
        Table(
            caption="Fingerprints",
            columns=("Scenario", "Fingerprint", "Futures", "Seed", "Results digest"),
            rows=rows,
            figures=False,
            widths=(2.4, 1.6, 0.9, 1.1, 1.4),
        ),
        Paragraph(
            "Every form of this briefing carries the scenarios inside: open it in the modeller, or "
            "with “modeller open” and the name of the file. The modeller says so if it was "
            "altered. “modeller share” gives the share code of a scenario, one line that can be "
            "pasted."
        ),
        *codes,
    ]
    return Section(
        "reproduce",
        "How to reproduce",
        tuple(blocks),
        frozenset(range(3, 3 + len(codes))),
    )


def cite_section(shown: Shown, about: About) -> Section:
    """How to cite the briefing and the modeller."""
    main = shown.main.scenario
    by = about.author or "Author not named"
    title = words.title_finding(shown.main, shown.reference)
    standing = "" if about.signed_off_by else " Draft, not signed off."
    text = (
        f"{by} ({about.on.year}): {title}. Briefing of {in_words(about.on)} on the scenario "
        f"“{main.title}”, fingerprint {main.fingerprint}, made with modeller "
        f"{VERSION} (model {shown.main.catalogue.version}).{standing}"
    )
    tool = (
        f"The modeller’s contributors ({about.on.year}): Policy scenario modeller, version "
        f"{VERSION}, software under the MIT licence; CITATION.cff has the same in a form for "
        "reference managers."
    )
    return Section("cite", "How to cite", (Paragraph(text), Paragraph(tool)))


def identity_line(lettered: Sequence[tuple[str, Projection | Scenario]], record_label: str) -> str:
    """Fingerprints and versions in one line, for every page and chart."""
    marks = (
        f"{letter} {each.fingerprint}" if len(lettered) > 1 else each.fingerprint
        for letter, each in lettered
    )
    model = lettered[0][1].catalogue.version
    return f"{' · '.join(marks)} · model {model} · {record_label}"

"""What changed, what must be true, where a plan fails, what is worth knowing: as rows of bars."""

from __future__ import annotations

from modeller.analysis.knowing_words import gain_words
from modeller.analysis.phrases import region_words, signed, style_of, switching_words
from modeller.analysis.robustness import Robustness
from modeller.analysis.seek import Places
from modeller.analysis.value_of_knowing import Known, ValueOfKnowing
from modeller.analysis.what_changed import Attribution
from modeller.analysis.what_must_be_true import SwitchingValue, SwitchingValues
from modeller.base.errors import ModellerError, Problem
from modeller.briefing.charts import HIGH, INK, LOOKS, LOW, PAPER, tint
from modeller.briefing.pictures import LETTERS
from modeller.model.catalogue import Catalogue
from modeller.notebook.answers import answer
from modeller.notebook.lanes import Bar, Lane, Mark, lanes_figure
from modeller.notebook.titled import Drawn, of_scenarios
from modeller.wording import percent

_MOST_ROWS = 16
_ROOM = 0.06
"""Of the axis, beyond the outermost bar."""


def nothing_to_draw(what: str) -> ModellerError:
    """An answer in which nothing can be drawn."""
    return ModellerError(Problem("the result", what, "print it, or ask another question"))


def what_changed(found: Attribution) -> Drawn:
    """A waterfall from the first number to the second; what lowers it is hatched."""
    first, second = found.scenarios
    unit = second.catalogue.outcomes[found.measure.outcome].unit
    written = style_of(found.measure, [found.first, found.second], second.catalogue)
    step = written.step or 1.0
    parts = sorted(
        zip(found.parts, found.rounded(step), strict=True), key=lambda pair: -abs(pair[1])
    )
    lanes = [Lane(first.name, written.figure(found.first), marks=(Mark(found.first, "o", INK),))]
    ends, place = [found.first], found.first
    for part, size in parts:
        after = place + part.contribution
        rises = after >= place
        bar = Bar(
            min(place, after),
            max(place, after),
            HIGH.colour if rises else PAPER,
            edge=HIGH.colour,
            hatch="" if rises else "/////",
        )
        lanes.append(Lane(f"{part.label} · {part.group}", signed(written, size), (bar,)))
        place = after
        ends.append(place)
    lanes.append(
        Lane(second.name, written.figure(found.second), marks=(Mark(found.second, "o", INK),))
    )
    low, high = min(ends), max(ends)
    room = _ROOM * (high - low or abs(high) or 1.0)
    figure = lanes_figure(tuple(lanes), (low - room, high + room), unit)
    legend = "disc: the two results · filled: raises the number · hatched: lowers it"
    return of_scenarios(figure, answer(found), legend, found.scenarios)


def what_must_be_true(found: SwitchingValues) -> Drawn:
    """Each slider from end to end: its evidence, where the target is met, where it switches."""
    known = found.scenario.catalogue
    bearing = sorted(
        (value for value in found.values if value.bears),
        key=lambda value: (value.way is None, not value.within_evidence, value.way or 0.0),
    )
    if not bearing:
        raise nothing_to_draw("has no belief or circumstance that bears on the target")
    lanes = tuple(_switching_lane(value, known) for value in bearing[:_MOST_ROWS])
    figure = lanes_figure(lanes, (0.0, 1.0), None, right=2.1)
    legend = "each on its own scale · heavy line: target met · filled: its evidence · disc: now"
    return of_scenarios(figure, answer(found), f"{legend} · bar: switches", (found.scenario,))


def _switching_lane(value: SwitchingValue, known: Catalogue) -> Lane:
    slider = known.sliders[value.key]
    places = Places(slider)

    def at(number: float) -> float:
        return min(max(places.way(number), 0.0), 1.0)

    bars = [Bar(0.0, 1.0, LOW.colour, 0.05)]
    if value.evidence is not None:
        low, high = map(at, value.evidence)
        bars.append(Bar(low, max(high, low + 0.005), tint(HIGH.colour, 0.25), 0.55))
    met = (0.0, 1.0) if value.holds == "always" else None
    marks = [Mark(at(value.now), "o", HIGH.colour)]
    if value.value is not None:
        switch = at(value.value)
        met = (switch, 1.0) if value.side == "above" else (0.0, switch)
        marks.insert(0, Mark(switch, "|", INK))
    if met is not None:
        bars.append(Bar(*met, HIGH.colour, 0.16))
    return Lane(value.label, switching_words(value, known), tuple(bars), tuple(marks))


def robustness(found: Robustness) -> Drawn:
    """Each region: how many of the misses it covers, and how many of its cases miss."""
    known = found.scenario.catalogue
    shares = [
        (f"{number}. Where {region_words(box, known)}", box.coverage, box.density)
        for number, box in enumerate(found.boxes, start=1)
    ]
    shares.append(("All cases", 1.0 if found.failing else 0.0, found.failing))
    lanes = tuple(
        Lane(
            name,
            f"{percent(covered)} of the misses; {percent(missed)} miss",
            (
                Bar(0.0, 100.0 * covered, PAPER, 0.24, -0.15, edge=HIGH.colour),
                Bar(0.0, 100.0 * missed, HIGH.colour, 0.24, 0.15, edge=HIGH.colour),
            ),
        )
        for name, covered, missed in shares
    )
    figure = lanes_figure(lanes, (0.0, 100.0), "%", right=1.75, height=0.36)
    legend = (
        "of 100 · outlined: of the misses, those that lie there · filled: of the cases there, "
        f"those that miss · {found.cases:,} cases, with circumstances spread evenly: no forecast"
    )
    return of_scenarios(figure, answer(found), legend, (found.scenario,))


def value_of_knowing(found: ValueOfKnowing) -> Drawn:
    """Each belief: between what chances each scenario would lie once it is known."""
    if not found.beliefs:
        raise nothing_to_draw("has no uncertain belief that the target depends on")
    lanes = tuple(_knowing_lane(known, found) for known in found.beliefs[:_MOST_ROWS])
    height = 0.12 + 0.11 * len(found.scenarios)
    figure = lanes_figure(lanes, (0.0, 100.0), "", right=0.6, height=height)
    letters = "; ".join(
        f"{letter} {each.name}" for letter, each in zip(LETTERS, found.scenarios, strict=False)
    )
    legend = (
        "of 100 futures · bar: the chance once the belief is known, lowest to highest · marker: "
        f"the chance today · right: what knowing it adds · {letters}"
    )
    return of_scenarios(figure, answer(found), legend, found.scenarios)


def _knowing_lane(known: Known, found: ValueOfKnowing) -> Lane:
    count = len(found.scenarios)
    bars, marks = [], []
    for place, letter in enumerate(LETTERS[:count]):
        look, chances = LOOKS[letter], 100.0 * known.chances[place]
        below = (place - (count - 1) / 2) * 0.8 / count
        low, high = float(chances.min()), float(chances.max())
        bars.append(Bar(low, max(high, low + 0.4), tint(look.colour, 0.45), 0.6 / count, below))
        today = 100.0 * float(found.chances[place])
        marks.append(Mark(today, look.marker, look.colour, below))
    return Lane(known.label, gain_words(known), tuple(bars), tuple(marks))

"""Results as tables: the rows of the command's CSV, with units; and as HTML with the answer."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from html import escape
from typing import TYPE_CHECKING, Any

from modeller import wording
from modeller.analysis.robustness import Robustness
from modeller.analysis.seek import Sought
from modeller.analysis.sensitivity import SobolShares, Tornado
from modeller.analysis.value_of_knowing import ValueOfKnowing
from modeller.analysis.what_changed import Attribution
from modeller.analysis.what_must_be_true import SwitchingValues
from modeller.analysis.workshop import Workshop
from modeller.backtest import Backtest
from modeller.base.formats import format_for
from modeller.base.language import source_language
from modeller.briefing import Analyses, Briefing
from modeller.cli import (
    backtest,
    by_place,
    ledger,
    robustness,
    seek,
    sensitivity,
    value_of_knowing,
    what_changed,
    what_must_be_true,
    workshop,
)
from modeller.evidence import Record
from modeller.functions import TradeOff
from modeller.ledger import LedgerScore
from modeller.model.catalogue import Catalogue
from modeller.notebook import contents
from modeller.notebook.answers import answer
from modeller.profiles import shipped_profile
from modeller.projection import Projection
from modeller.projection.by_place import ByPlace
from modeller.projection.comparison import Comparison
from modeller.scenario import Scenario
from modeller.scenario.opened import Opened
from modeller.sweep.description import table_fields
from modeller.sweep.planned import Design
from modeller.sweep.running import Swept

if TYPE_CHECKING:
    import pandas as pd

_MOST_ROWS = 40
"""The most rows of a table that a notebook shows at once."""
_COLUMNS = {
    "share": "chance coverage density first first_error gain inside_50 inside_80 mass plainly_80 "
    "share_of_deployments black_share_of_residents total total_error weeks_inside_80 "
    "skill_last_weeks skill_last_weeks_low skill_last_weeks_high skill_poisson skill_poisson_low "
    "skill_poisson_high",
    "as the outcome": "crps observed low_80 low_50 median high_50 high_80",
    "as the measure": "now at_low at_high contribution alone last measured measured_now",
    "hours": "hours",
    "people": "watchlist",
    "score": "threshold",
}
_UNITS = {column: unit for unit, columns in _COLUMNS.items() for column in columns.split()}
"""The unit of a column that is neither a lever nor an outcome."""


_ROWS: dict[type, Callable[[Any], Iterable[dict[str, Any]]]] = {
    Analyses: contents.analyses,
    Attribution: what_changed.rows,
    Backtest: backtest.rows,
    Briefing: contents.sections,
    ByPlace: by_place.rows,
    Design: contents.scenarios_of_design,
    LedgerScore: ledger.score_rows,
    Opened: contents.scenarios_opened,
    Record: contents.weeks,
    Robustness: robustness.rows,
    Scenario: contents.settings,
    SobolShares: sensitivity.share_rows,
    Sought: seek.rows,
    SwitchingValues: what_must_be_true.rows,
    Tornado: sensitivity.rows,
    TradeOff: contents.traded,
    ValueOfKnowing: value_of_knowing.rows,
    Workshop: workshop.rows_of_scenarios,
}
"""By the class of a result what makes its rows; any other is a single row."""


def table(found: Any) -> pd.DataFrame:
    """A result as a tidy table; its units stand in a column or in ``attrs["units"]``."""
    import pandas as pd

    if isinstance(found, Swept):
        return _swept(found)
    rows = _ROWS.get(type(found), contents.itself)(found)
    frame = pd.DataFrame(list(rows))
    _name_units(frame, found, _catalogue(found))
    return frame


def _swept(found: Swept) -> pd.DataFrame:
    """The table that a sweep wrote."""
    import pandas as pd

    described = table_fields(found.design)
    texts = {each.name: str for each in described if each.type == "string"}
    form = format_for("sweep", found.output).key
    if form == "parquet":
        frame = pd.read_parquet(found.output)
    elif form == "jsonl":
        frame = pd.read_json(found.output, lines=True, dtype=False)
    else:
        frame = pd.read_csv(found.output, dtype=texts)
    frame.attrs["units"] = {each.name: each.unit for each in described if each.unit}
    return frame


def _catalogue(found: Any) -> Catalogue:
    """The catalogue of what was asked; the shared keys have the same units in every other."""
    for name in ("scenario", "base", "profile"):
        known = getattr(getattr(found, name, None), "catalogue", None)
        if isinstance(known, Catalogue):
            return known
    return shipped_profile().catalogue


def _name_units(frame: pd.DataFrame, found: Any, known: Catalogue) -> None:
    """Say in what unit the figures are: of each row in a column, of each column in ``attrs``."""
    rows_of = next((name for name in ("key", "belief") if name in frame), None)
    if rows_of is not None and "unit" not in frame:
        units = [known.sliders[key].unit if key in known.sliders else "" for key in frame[rows_of]]
        frame.insert(list(frame).index(rows_of) + 1, "unit", units)
    measure = getattr(found, "measure", None) or getattr(
        getattr(found, "goal", None), "measure", None
    )
    own = {"as the measure": "" if measure is None else known.outcomes[measure.outcome].unit}
    units_of: dict[str, str] = {}
    for column in map(str, frame):
        outcome = known.outcomes.get(column.partition(".")[0])
        if column in known.sliders:
            units_of[column] = known.sliders[column].unit
        elif outcome is not None:
            units_of[column] = outcome.unit
        elif column in _UNITS and not (column == "now" and rows_of == "key"):
            units_of[column] = own.get(_UNITS[column], _UNITS[column])
    frame.attrs["units"] = units_of


# ---------------------------------------------------------------- HTML


@source_language()
def html(found: Any) -> str:
    """The answer of a result and its table, or the totals of a projection; all of it escaped."""
    if isinstance(found, Projection):
        return _totals([found])
    if isinstance(found, Comparison):
        return _totals(found.projections)
    frame = found.table()
    said = answer(found)
    head = f"<p>{escape(said)}</p>" if said else ""
    shown: str = frame.to_html(
        index=False, border=0, na_rep="", max_rows=_MOST_ROWS, escape=True, justify="left"
    )
    return head + shown


def _totals(projections: Sequence[Projection]) -> str:
    """A table of totals: the middle of all futures and the range that holds 8 of 10."""
    first = projections[0]
    titles = [f"{each.scenario.title} ({each.fingerprint})" for each in projections]
    heads = [f"In {first.scenario.weeks} weeks", *titles]
    rows = [
        [
            wording.label(outcome),
            *(wording.middle_and_range(each, key) for each in projections),
        ]
        for key, outcome in first.catalogue.outcomes.items()
    ]
    head = "".join(f"<th>{escape(text)}</th>" for text in heads)
    body = "".join(
        "<tr>" + "".join(f"<td>{escape(text)}</td>" for text in row) + "</tr>" for row in rows
    )
    return f"<table><thead><tr>{head}</tr></thead><tbody>{body}</tbody></table>"

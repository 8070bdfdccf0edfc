"""The catalogue: every choice, circumstance, belief, fixed figure and outcome.

What all profiles share is declared in ``catalogue.toml`` beside this file; the numbers and words
of one force are in the catalogue of its profile.
"""

from __future__ import annotations

import math
import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import cache, cached_property
from importlib import resources
from types import MappingProxyType
from typing import Any, Literal

from modeller.base.language import lower_first, translate
from modeller.model.distributions import Distribution, Link, from_table
from modeller.model.equation_graph import EquationError, Model, Names, model_of
from modeller.model.fitted import Fit
from modeller.model.units import Unit, unit_named, units

Grade = Literal["published", "derived", "judgement"]
LeverKind = Literal["choice", "circumstance"]
GRADES: tuple[Grade, ...] = ("published", "derived", "judgement")

MINIMUM_WEEKS, BASELINE_WEEKS, MAXIMUM_WEEKS = 4, 52, 260
MINIMUM_DRAWS, BASELINE_DRAWS, MAXIMUM_DRAWS = 100, 10_000, 1_000_000
BASELINE_SEED, MAXIMUM_SEED = 20250801, 2**53 - 1


@dataclass(frozen=True, kw_only=True)
class Entry:
    """What every entry of the catalogue has.

    `help` says in plain words what it is and where its number comes from; `sources` are
    identifiers of the profile's sources; `former_names` are the keys it had before, the first one
    first. The fields that begin with ``source_`` hold texts as the
    catalogue has them; the properties without it give them in the reader's language.
    """

    key: str
    source_label: str
    unit: str
    source_help: str
    grade: Grade
    sources: tuple[str, ...]
    former_names: tuple[str, ...] = ()

    @property
    def first_name(self) -> str:
        """The key it was released with: digests are made of it, so that a new name keeps them."""
        return (*self.former_names, self.key)[0]

    @property
    def counted_in(self) -> Unit:
        """Its unit, as ``units.toml`` describes it."""
        return unit_named(self.unit)

    @property
    def label(self) -> str:
        """Its name."""
        return translate("Catalogue", self.source_label)

    @property
    def label_within(self) -> str:
        """Its name within a sentence."""
        return lower_first(self.label)

    @property
    def help(self) -> str:
        """What it is and where its number comes from."""
        return translate("Catalogue", self.source_help)

    @property
    def source_texts(self) -> tuple[str, ...]:
        """What there is to translate."""
        return (self.source_label, self.source_help)


@dataclass(frozen=True, kw_only=True)
class Slider(Entry):
    """An entry the user can move, between `minimum` and `maximum`, in its own unit.

    `label_has_unit` is for a label after which the bare figure can be understood.
    """

    minimum: float
    maximum: float
    step: float
    page_step: float
    scale: Literal["linear", "log"] = "linear"
    always_visible: bool = False
    label_has_unit: bool = False

    @property
    def decimals(self) -> int:
        """Decimal places that a value set by `step` needs."""
        return max(0, -math.floor(math.log10(self.step) + 1e-9)) if self.step < 1 else 0

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and highest value that it can have."""
        return self.minimum, self.maximum

    def contains(self, value: float) -> bool:
        """Whether it can be set to `value`."""
        low, high = self.bounds
        return low <= value <= high


@dataclass(frozen=True, kw_only=True)
class Lever(Slider):
    """A choice or a circumstance.

    `follows` is another lever that this one follows until it is set: it is then `follow_share`
    times that lever, and never below `follow_least`. A file, a typed value and a schedule may go
    beyond the slider, to `lowest` and `highest`. `evidence` is the part of the range that the
    record or a publication covers, or None where the question does not arise; `evidence_note`
    says why it ends there. `phased_by` is the lever that says how many weeks the change from the
    baseline to a set number takes.
    """

    kind: LeverKind
    baseline: float
    phased_by: str = ""
    follows: str = ""
    follow_share: float = 1.0
    follow_least: float = 0.0
    lowest: float | None = None
    highest: float | None = None
    evidence: tuple[float, float] | None = None
    source_evidence_note: str = ""

    @property
    def bounds(self) -> tuple[float, float]:
        """The lowest and highest value that it can have: the slider's range, or a wider one."""
        low = self.minimum if self.lowest is None else self.lowest
        return low, self.maximum if self.highest is None else self.highest

    def following(self, value: float) -> float:
        """Its value while it is not set and the lever that it follows is at `value`."""
        return max(self.follow_least, self.follow_share * value)

    @property
    def evidence_note(self) -> str:
        """Why the evidence ends where it does; empty where nothing is said."""
        note = self.source_evidence_note
        return translate("Catalogue", note) if note else ""

    @property
    def source_texts(self) -> tuple[str, ...]:
        """What there is to translate."""
        note = self.source_evidence_note
        return (*super().source_texts, note) if note else super().source_texts

    def beyond_evidence(self, value: float) -> bool:
        """Whether `value` lies outside the part of the range that evidence covers."""
        return self.evidence is not None and not self.evidence[0] <= value <= self.evidence[1]


@dataclass(frozen=True, kw_only=True)
class Belief(Slider):
    """How well the system or the crews perform: a distribution that comes from evidence.

    `estimated_as` says which number of a calibration it is, where the record decides it;
    `dimension` is its own Sobol dimension. Draws beyond `limits` are held there. `spread_grade` is
    the grade of the spread, which may differ from that of the central value.
    """

    kind: Literal["belief"] = "belief"
    distribution: Distribution
    limits: tuple[float, float]
    dimension: int
    estimated_as: str = ""
    spread_grade: Grade

    @property
    def link(self) -> Link:
        """The scale on which the belief is shifted and stretched."""
        return self.distribution.link

    @cached_property
    def baseline(self) -> float:
        """The median of the evidence."""
        return _rounded(self.distribution, 0.5)

    @cached_property
    def evidence(self) -> tuple[float, float]:
        """The 90 % range of the evidence, held within `limits`."""
        low, high = (_rounded(self.distribution, u) for u in (0.05, 0.95))
        return max(low, self.limits[0]), min(high, self.limits[1])

    def beyond_evidence(self, value: float) -> bool:
        """Whether a central `value` lies outside the evidence's 90 % range."""
        return not self.evidence[0] <= value <= self.evidence[1]


@dataclass(frozen=True, kw_only=True)
class Constant(Entry):
    """A fixed figure of the model; `range` is its 90 % range."""

    value: float
    range: tuple[float, float]


@dataclass(frozen=True, kw_only=True)
class Outcome(Entry):
    """A quantity that the model projects.

    A flow is added up over the weeks; a ratio is `factor` × numerator / denominator of the sums so
    far, in each draw. `depends_on` are the levers and beliefs that can move it, found from the
    equations; `record_column` is its column in the record, if it has one. `label_needs_unit` says
    that the label alone does not tell what is counted.
    """

    kind: Literal["flow", "ratio"]
    range: tuple[float, float]
    depends_on: tuple[str, ...] = ()
    whole: bool = False
    label_needs_unit: bool = False
    record_column: str | None = None
    numerator: str = ""
    denominator: str = ""
    factor: float = 1.0


@dataclass(frozen=True)
class Gone:
    """A lever or belief of an earlier version of the model, and what has taken its place."""

    source_label: str
    source_instead: str
    dimension: int | None = None

    @property
    def label(self) -> str:
        """Its name."""
        return translate("Catalogue", self.source_label)

    @property
    def instead(self) -> str:
        """What has taken its place."""
        return translate("Catalogue", self.source_instead)


def _rounded(distribution: Distribution, u: float) -> float:
    """A quantile to twelve digits, so that 0.89 does not come back as 0.8899999999999999."""
    return float(f"{float(distribution.quantile(u)):.12g}")


@dataclass(frozen=True)
class Catalogue:
    """All entries, each group in the order in which it is shown.

    `fit` is the fit of the model to the record; None where no draws are needed.
    """

    version: str
    levers: Mapping[str, Lever]
    beliefs: Mapping[str, Belief]
    constants: Mapping[str, Constant]
    outcomes: Mapping[str, Outcome]
    gone: Mapping[str, Gone] = field(default_factory=dict, compare=False)
    fit: Fit | None = field(default=None, compare=False)
    figures: Mapping[str, float] = field(init=False)

    def __post_init__(self) -> None:
        """Collect the values of the constants, which the equations take."""
        values = {key: constant.value for key, constant in self.constants.items()}
        object.__setattr__(self, "figures", MappingProxyType(values))

    @cached_property
    def model(self) -> Model:
        """The equations for the entries of this catalogue."""
        ratios = [outcome for outcome in self.outcomes.values() if outcome.kind == "ratio"]
        return model_of(
            Names(
                tuple(self.levers),
                tuple(self.beliefs),
                tuple(self.figures),
                tuple(key for key, outcome in self.outcomes.items() if outcome.kind == "flow"),
                tuple(part for one in ratios for part in (one.numerator, one.denominator)),
            )
        )

    @cached_property
    def sliders(self) -> Mapping[str, Lever | Belief]:
        """Choices, circumstances and beliefs."""
        return MappingProxyType({**self.levers, **self.beliefs})

    @cached_property
    def current_names(self) -> Mapping[str, str]:
        """From a former name to the current one, for files of older versions."""
        entries: list[Entry] = [*self.sliders.values(), *self.outcomes.values()]
        return MappingProxyType(
            {former: entry.key for entry in entries for former in entry.former_names}
        )

    def depends_on_judgement(self, outcome: str) -> tuple[str, ...]:
        """Keys of the beliefs behind `outcome` that are judgements."""
        keys = self.outcomes[outcome].depends_on
        return tuple(k for k in keys if k in self.beliefs and self.beliefs[k].grade == "judgement")

    def recalibrated(
        self,
        beliefs: Mapping[str, Mapping[str, float | str]],
        constants: Mapping[str, float],
        fit: Fit | None = None,
    ) -> Catalogue:
        """This catalogue with the derived numbers replaced by those of another calibration."""
        new_beliefs = {
            key: replace(belief, distribution=from_table(beliefs[key]))
            if key in beliefs
            else belief
            for key, belief in self.beliefs.items()
        }
        new_constants = {
            key: replace(constant, value=constants[key]) if key in constants else constant
            for key, constant in self.constants.items()
        }
        return replace(
            self,
            beliefs=MappingProxyType(new_beliefs),
            constants=MappingProxyType(new_constants),
            fit=fit or self.fit,
        )


_TEXTS = frozenset({"label", "help", "evidence_note"})


def _entry_fields(key: str, table: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of an entry: TOML arrays as tuples, texts under ``source_`` names, and the key."""
    fields = {
        f"source_{name}" if name in _TEXTS else name: tuple(v) if isinstance(v, list) else v
        for name, v in table.items()
    }
    return {"key": key, **fields}


def _belief(key: str, table: Mapping[str, Any]) -> Belief:
    fields = _entry_fields(key, table)
    fields["distribution"] = from_table(fields["distribution"])
    fields.setdefault("spread_grade", fields["grade"])
    return Belief(**fields)


def _with_what_moves_them(declared: Catalogue) -> Catalogue:
    """The same with `depends_on` of every outcome, phase levers included, from the equations."""
    model = declared.model
    if idle := model.idle_beliefs():
        raise EquationError(f"no equation reads {', '.join(idle)}")
    outcomes = {}
    for key, outcome in declared.outcomes.items():
        parts = (outcome.numerator, outcome.denominator) if outcome.kind == "ratio" else (key,)
        moving = {name for part in parts for name in model.behind(part)}
        moving |= {declared.levers[name].phased_by for name in moving & declared.levers.keys()}
        depends_on = tuple(name for name in declared.sliders if name in moving)
        outcomes[key] = replace(outcome, depends_on=depends_on)
    return replace(declared, outcomes=MappingProxyType(outcomes))


def declare(tables: Mapping[str, Any]) -> Catalogue:
    """The catalogue that merged tables declare: the shared fields with those of one profile.

    Raises
    ------
    TypeError, KeyError, ValueError, EquationError
        For a missing or unknown field, or an entry that does not fit the equations. A profile's
        file has been checked before this, so that such a fault is in the shared tables.
    """
    groups: tuple[tuple[str, LeverKind], ...] = (
        ("choices", "choice"),
        ("circumstances", "circumstance"),
    )
    levers = {
        key: Lever(kind=kind, **_entry_fields(key, table))
        for group, kind in groups
        for key, table in tables[group].items()
    }
    outcomes = {key: Outcome(**_entry_fields(key, t)) for key, t in tables["outcomes"].items()}
    declared = Catalogue(
        version=tables["model"]["version"],
        levers=MappingProxyType(levers),
        beliefs=MappingProxyType({k: _belief(k, t) for k, t in tables["beliefs"].items()}),
        constants=MappingProxyType(
            {k: Constant(**_entry_fields(k, t)) for k, t in tables["constants"].items()}
        ),
        outcomes=MappingProxyType(outcomes),
        gone=MappingProxyType(
            {
                key: Gone(table["label"], table["instead"], table.get("dimension"))
                for key, table in tables.get("gone", {}).items()
            }
        ),
    )
    for entry in (*declared.sliders.values(), *declared.constants.values(), *outcomes.values()):
        if entry.unit not in units():
            raise ValueError(f"{entry.key}: the unit {entry.unit!r} is not in units.toml")
    return _with_what_moves_them(declared)


@cache
def shared_tables() -> Mapping[str, Any]:
    """The tables that all profiles share: entries, units, steps, order, and common texts.

    They are read once, and nobody may change them.
    """
    text = resources.files("modeller.model").joinpath("catalogue.toml").read_text("utf-8")
    return tomllib.loads(text)


def former_names(group: str) -> Mapping[str, str]:
    """From each former name in a group of entries to today's; the same for every force."""
    return {
        former: key
        for key, table in shared_tables()[group].items()
        for former in table.get("former_names", ())
    }


@cache
def estimated_beliefs() -> Mapping[str, str]:
    """From a number of a calibration to the belief that it is; the same for every force."""
    beliefs = shared_tables()["beliefs"].items()
    return MappingProxyType(
        {table["estimated_as"]: key for key, table in beliefs if "estimated_as" in table}
    )


@cache
def shared_labels() -> Mapping[str, str]:
    """Labels of levers and beliefs that are the same for every force, untranslated."""
    tables = shared_tables()
    return MappingProxyType(
        {
            key: table["label"]
            for group in ("choices", "circumstances", "beliefs")
            for key, table in tables[group].items()
            if "label" in table
        }
    )


@cache
def shared_outcome_labels() -> Mapping[str, str]:
    """Labels of outcomes that are the same for every force, untranslated."""
    outcomes = shared_tables()["outcomes"]
    return MappingProxyType(
        {key: table["label"] for key, table in outcomes.items() if "label" in table}
    )


@cache
def model_version() -> str:
    """Version of the model, the same for every profile."""
    return str(shared_tables()["model"]["version"])

"""A scenario: everything that a projection depends on, as one immutable value.

It holds only what differs from the catalogue's baseline, so that two scenarios that mean the same
are equal however they were made. It is checked when it is made, so that nothing else needs to check
it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from functools import cached_property
from types import MappingProxyType
from typing import Any

import numpy as np

from modeller.base.bounded_json import JSON, frozen, plain, raise_if_any, shown
from modeller.base.elementary import Floats
from modeller.base.errors import Problem
from modeller.base.language import translatable, translate
from modeller.base.results import Result
from modeller.model.catalogue import (
    BASELINE_DRAWS,
    BASELINE_SEED,
    BASELINE_WEEKS,
    Belief,
    Catalogue,
    Lever,
)
from modeller.profiles import Profile, shipped_profile
from modeller.scenario.digest import inputs_digest, short_fingerprint
from modeller.scenario.fields import Target, check_change, check_fields, in_order, unknown_slider
from modeller.scenario.places import PlaceMix, check_mix, written_out
from modeller.scenario.setting import (
    BeliefSetting,
    Schedule,
    Setting,
    Step,
    baseline_setting,
    plain_setting,
)


@dataclass(frozen=True, kw_only=True)
class Scenario(Result):
    """Choices, circumstances and beliefs, with what is needed to project them again.

    Attributes
    ----------
    title, question, author, notes
        For people; at most 200, 500, 200 and 10,000 characters. Only notes may have several lines.
    sources
        Sentences, or identifiers of the profile's sources.
    changes
        What differs from the catalogue's baseline, in the catalogue's order. A number for a belief
        is its central value. What equals the baseline is left out, except that with a record of the
        user's own, which moves the baseline, every belief that is set is kept.
    weeks, draws, seed
        The horizon, the number of draws, and the seed that all random streams are keyed by.
    record
        Digest of the user's own record; None for the profile's.
    places
        Where the deployments are held; None for the recorded mix.
    profile
        The force: its catalogue, record, areas and words.
    targets, view
        What to aim at, and the state of the window. They are not in the fingerprint.

    Raises
    ------
    ModellerError
        With everything that is wrong, when a scenario is made.
    """

    title: str = translatable("Shipped scenario", "Untitled")
    question: str = ""
    author: str = ""
    notes: str = ""
    sources: tuple[str, ...] = ()
    changes: Mapping[str, Setting] = field(default_factory=dict)
    weeks: int = BASELINE_WEEKS
    draws: int = BASELINE_DRAWS
    seed: int = BASELINE_SEED
    record: str | None = None
    places: PlaceMix | None = None
    targets: tuple[Target, ...] = ()
    view: Mapping[str, JSON] = field(default_factory=dict)
    profile: Profile = field(default_factory=shipped_profile)

    def __post_init__(self) -> None:
        problems: list[Problem] = []
        given = {name: getattr(self, name) for name in FIELDS if name != "profile"}
        checked = check_fields(
            given, self.profile, lambda name: "" if name == "changes" else name, problems
        )
        raise_if_any(problems)
        for name, value in checked.items():
            object.__setattr__(self, name, value)

    def __hash__(self) -> int:
        return hash(
            (self.weeks, self.draws, self.seed, self.record, self.places, *self.changes.items())
        )

    def __repr__(self) -> str:
        """One line for a notebook: its name, fingerprint and what differs, not every setting."""
        number = len(self.changes)
        changes = "1 change" if number == 1 else f"{number} changes"
        return (
            f"<Scenario {shown(self.title)} {self.fingerprint}: {changes}, "
            f"{self.weeks} weeks, {self.draws:,} draws, seed {self.seed}>"
        )

    def __getstate__(self) -> dict[str, Any]:
        # read-only views of mappings cannot be pickled
        state = {name: self.__dict__[name] for name in FIELDS}
        return {**state, "changes": dict(self.changes), "view": plain(self.view)}

    def __setstate__(self, state: dict[str, Any]) -> None:
        frozen_parts = {
            "changes": MappingProxyType(state["changes"]),
            "view": frozen(state["view"]),
        }
        self.__dict__.update(state, **frozen_parts)

    @property
    def catalogue(self) -> Catalogue:
        """The profile's catalogue, not recalibrated on a record of the user's own."""
        return self.profile.catalogue

    def setting(self, key: str, declared: Catalogue | None = None) -> Setting:
        """The setting of the lever or belief `key`, changed or not.

        Parameters
        ----------
        key
            The key of a choice, circumstance or belief.
        declared
            The catalogue that gives the baseline: the one recalibrated on the user's own record,
            or the profile's when None.

        Returns
        -------
        float, Schedule or BeliefSetting
            The setting, or the baseline.

        Raises
        ------
        KeyError
            When there is no such lever or belief.
        """
        changed = self.changes.get(key)
        if changed is not None:
            return changed
        slider = (declared or self.catalogue).sliders[key]
        if isinstance(slider, Lever) and slider.follows:
            return self._followed(slider)
        return baseline_setting(slider)

    def _followed(self, lever: Lever) -> float | Schedule:
        """The value of a lever that follows another and is not set."""
        leader = self.setting(lever.follows)
        if isinstance(leader, Schedule):
            return Schedule(
                tuple(Step(step.from_week, lever.following(step.value)) for step in leader.steps)
            )
        assert isinstance(leader, float)
        return lever.following(leader)

    @property
    def is_baseline(self) -> bool:
        """Whether no lever, belief or place differs from the baseline."""
        return not self.changes and self.places is None

    @property
    def everything_changed(self) -> Mapping[str, Setting | PlaceMix]:
        """`changes`, and under ``places`` the mix where it is not as recorded."""
        if self.places is None:
            return self.changes
        return MappingProxyType({**self.changes, "places": self.places})

    @property
    def mix(self) -> Mapping[str, float] | None:
        """Shares of the deployments by place; None for the recorded mix."""
        return None if self.places is None else written_out(self.places, self.profile)

    def value(self, key: str, declared: Catalogue | None = None) -> float:
        """The number that a slider shows: the last value of a schedule, the centre of a belief.

        Parameters
        ----------
        key
            The key of a choice, circumstance or belief.
        declared
            As in `setting`.

        Returns
        -------
        float
            In the lever's unit.
        """
        setting = self.setting(key, declared)
        if isinstance(setting, Schedule):
            return setting.steps[-1].value
        return setting.central if isinstance(setting, BeliefSetting) else setting

    def weekly(self, key: str) -> Floats:
        """The value of the lever `key` week by week, shape (weeks,), with a schedule written out.

        Phase-in is not applied here; see `modeller.scenario.inputs.weekly_levers`.

        Parameters
        ----------
        key
            The key of a choice, circumstance or belief.

        Returns
        -------
        Floats
            Shape (weeks,), in the lever's unit.

        Raises
        ------
        KeyError
            When there is no such lever; beliefs do not change from week to week.
        """
        self.catalogue.levers[key]
        setting = self.setting(key)
        if not isinstance(setting, Schedule):
            return np.full(self.weeks, setting, dtype=np.float64)
        starts = np.array([step.from_week for step in setting.steps])
        values = np.array([step.value for step in setting.steps], dtype=np.float64)
        return values[np.searchsorted(starts, np.arange(1, self.weeks + 1), side="right") - 1]

    def with_setting(self, key: str, setting: Setting) -> Scenario:
        """This scenario with one lever or belief set; itself, if nothing changes.

        Only that setting is checked, because a slider calls this on every move.

        Parameters
        ----------
        key
            The key of a choice, circumstance or belief.
        setting
            A number, a `Schedule`, or a `BeliefSetting`.

        Returns
        -------
        Scenario
            A new one; this one stays as it is.

        Raises
        ------
        ModellerError
            When there is no such lever or belief, or it cannot have that setting.
        """
        problems: list[Problem] = []
        checked = check_change(key, key, setting, self.catalogue, problems)
        raise_if_any(problems)
        assert checked is not None  # it is None only if there was a problem
        return self._with_changes({**self.changes, key: checked})

    def with_value(self, key: str, number: float) -> Scenario:
        """This scenario with a lever at `number`, or a belief's centre, its spread unchanged.

        Parameters
        ----------
        key
            The key of a choice, circumstance or belief.
        number
            In the lever's unit.

        Returns
        -------
        Scenario
            A new one; this one stays as it is.

        Raises
        ------
        ModellerError
            As from `with_setting`.
        """
        now = self.setting(key) if key in self.catalogue.sliders else None
        if isinstance(now, BeliefSetting):
            return self.with_setting(key, BeliefSetting(number, now.spread))
        return self.with_setting(key, number)

    def without(self, key: str) -> Scenario:
        """This scenario with one lever or belief back at its baseline.

        Parameters
        ----------
        key
            The key of a choice, circumstance or belief.

        Returns
        -------
        Scenario
            A new one with the baseline there.

        Raises
        ------
        ModellerError
            When there is no such lever or belief.
        """
        problems: list[Problem] = []
        if key not in self.catalogue.sliders:
            unknown_slider(key, key, self.catalogue, problems)
        raise_if_any(problems)
        return self._with_changes({k: v for k, v in self.changes.items() if k != key})

    def with_places(self, mix: PlaceMix | None) -> Scenario:
        """This scenario with another mix of places; only the mix is checked, as in a drag.

        Parameters
        ----------
        mix
            A name or shares, as ``--set places=…`` takes them; None for places as recorded.

        Returns
        -------
        Scenario
            A new one; this one stays as it is.

        Raises
        ------
        ModellerError
            With what is wrong with the mix.
        """
        problems: list[Problem] = []
        checked = check_mix(self.profile, "places", mix, problems)
        raise_if_any(problems)
        return self if checked == self.places else self._with(places=checked)

    def replace(self, **changed: Any) -> Scenario:
        """This scenario with other fields, all checked.

        Parameters
        ----------
        **changed
            Fields of the scenario by name.

        Returns
        -------
        Scenario
            A new one, checked.

        Raises
        ------
        ModellerError
            With everything that is wrong.
        """
        return replace(self, **changed)

    def resolved(self, declared: Catalogue | None = None) -> dict[str, Any]:
        """The settings of all levers and beliefs as plain JSON, in the catalogue's order.

        Parameters
        ----------
        declared
            The catalogue recalibrated on the user's own record, if it is based on one. Without it,
            a belief that the record decides is None.

        Returns
        -------
        dict
            The setting of each key: a number, steps, or centre and spread.
        """
        decided_by_record = self.record is not None and declared is None
        return {
            key: None
            if decided_by_record and isinstance(slider, Belief) and key not in self.changes
            else plain_setting(self.setting(key, declared))
            for key, slider in self.catalogue.sliders.items()
        }

    @property
    def record_digest(self) -> str:
        """Digest of the record the scenario is based on, the user's or the profile's."""
        return self.record or self.profile.record.digest

    @cached_property
    def inputs_digest(self) -> str:
        """SHA-256, in hexadecimal, of all that decides the numbers; computed on first use.

        Title, question, author, notes, sources, targets, view and times are not part of it. For the
        beliefs that a record of the user's own decides it has the digest of that record, and for a
        profile other than the shipped one that profile's digest.
        """
        return inputs_digest(
            self.profile,
            self.record,
            weeks=self.weeks,
            draws=self.draws,
            seed=self.seed,
            changes=self.changes,
            places=self.places,
        )

    @property
    def name(self) -> str:
        """The title to show; those of shipped scenarios are translated."""
        return translate("Shipped scenario", self.title)

    @property
    def fingerprint(self) -> str:
        """The first sixty bits of `inputs_digest`, in a form to be read out: ``7K3Q-9T2M-4XHA``."""
        return short_fingerprint(self.inputs_digest)

    def _with_changes(self, changes: Mapping[str, Setting]) -> Scenario:
        """A copy with `changes` that are known to be valid; itself if they are the same."""
        ordered = in_order(changes, self.catalogue, own_record=self.record is not None)
        return self if ordered == self.changes else self._with(changes=ordered)

    def _with(self, **checked: Any) -> Scenario:
        """A copy with fields that are known to be valid, without cached values."""
        copy = object.__new__(type(self))
        for name in FIELDS:
            copy.__dict__[name] = self.__dict__[name]
        copy.__dict__.update(checked)
        return copy


FIELDS = tuple(part.name for part in fields(Scenario))

"""Reads a scenario from a document in any format ever released.

If `resolved` contradicts `changes` under the same version of the model, somebody has edited only
one of them, which is a problem. Under another version the difference shows what has moved.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from modeller.base.bounded_json import JSON, frozen, join, raise_if_any, shown, tree_problems
from modeller.base.errors import Problem, problem, refusal
from modeller.base.language import translate
from modeller.base.short_repr import short_repr
from modeller.model.catalogue import Belief
from modeller.model.sampling import STREAMS_VERSION
from modeller.profiles import Profile
from modeller.profiles.profile import SHIPPED
from modeller.scenario.differences import Difference
from modeller.scenario.digest import canonical_digest, still_follows
from modeller.scenario.document import (
    ABOUT,
    FINGERPRINTS,
    FORMAT,
    MAXIMUM_LABEL,
    MAXIMUM_SCHEMA_REFERENCE,
    MAXIMUM_VERSION,
    SECTIONS,
    migrated,
)
from modeller.scenario.fields import check_digest, check_fields
from modeller.scenario.scenario import Scenario
from modeller.scenario.setting import Setting, check_names, read_setting, setting_text


@short_repr
@dataclass(frozen=True)
class LoadedScenario:
    """What a file contained.

    Attributes
    ----------
    scenario
        The scenario that its `changes` describe, under today's model.
    format, model_version, streams_version, record_label, record_digest
        As the file states them, before any conversion; None where it does not.
    moved
        Values that differ under today's model: `a` in the file, `b` now; None where one of the two
        does not have the lever or belief.
    notes
        Sentences on what has changed since: versions, the record, names.
    inputs_digest, results_digest
        The fingerprints stored in the file, in full.
    edited
        Whether anything that decides the numbers was altered after the file was saved; None when
        the file does not have enough to tell.
    results
        The summary of results that was saved with it.
    """

    scenario: Scenario
    format: int
    model_version: str | None
    streams_version: str | None
    record_label: str | None
    record_digest: str | None
    moved: tuple[Difference, ...]
    notes: tuple[str, ...]
    inputs_digest: str | None
    results_digest: str | None
    edited: bool | None
    results: Mapping[str, JSON] | None


def parse_document(document: object, profile: Profile) -> LoadedScenario:
    """The scenario in a parsed JSON document of any format.

    Parameters
    ----------
    profile
        The force that it must belong to.

    Raises
    ------
    ModellerError
        With everything that is wrong, each with its place.
    """
    raise_if_any(tree_problems(document))
    if not isinstance(document, Mapping):
        raise refusal(
            translate("Problem", "the file"),
            "holds {shown}",
            'it begins with {{"format": 1, …}}',
            shown=shown(document),
        )
    written_format, current = migrated(document)
    return _Reading(current, profile).loaded(written_format)


class _Reading:
    """Reads a document in today's format, and collects its problems."""

    def __init__(self, document: Mapping[str, Any], profile: Profile) -> None:
        self.problems: list[Problem] = []
        self.notes: list[str] = []
        self._document = document
        self._profile = profile
        self._catalogue = profile.catalogue
        check_names("", document, SECTIONS, self.problems, needed=("changes",))

    def loaded(self, written_format: int) -> LoadedScenario:
        """The content of the document, or every problem at once."""
        about = self._section("about", ABOUT)
        model = self._section("model", ("version", "streams"))
        record = self._section("record", ("shipped", "label", "digest"))
        fingerprints = self._section("fingerprints", FINGERPRINTS)
        self._check_profile()
        self._text("", self._document, "$schema", MAXIMUM_SCHEMA_REFERENCE)
        model_version = self._text("model", model, "version", MAXIMUM_VERSION)
        streams_version = self._text("model", model, "streams", MAXIMUM_VERSION)
        record_label = self._text("record", record, "label", MAXIMUM_LABEL)
        record_digest = self._digest("record", record, "digest")
        own_record = self._own_record(record, record_digest)
        stored = {name: self._digest("fingerprints", fingerprints, name) for name in FINGERPRINTS}
        resolved = self._resolved()
        results = self._renamed("results", self._document.get("results"))
        if results is not None and not isinstance(results, Mapping):
            self._fault("results", "is {shown}", "it must be an object", shown=shown(results))
        scenario = self._scenario(about, own_record)
        same_model = model_version in (None, self._catalogue.version)
        moved = self._moved(scenario, resolved, same_model=same_model) if scenario else ()
        raise_if_any(self.problems)
        assert scenario is not None  # there are problems if it is missing
        self._note_versions(written_format, model_version, streams_version)
        if own_record is None and record_digest not in (None, self._profile.record.digest):
            self.notes.append(
                translate(
                    "Opening",
                    "The shipped record has changed since the file was saved: {then} then, {now} "
                    "now.",
                    then=record_label or translate("Opening", "an earlier one"),
                    now=self._profile.record.label,
                )
            )
        return LoadedScenario(
            scenario=scenario,
            format=written_format,
            model_version=model_version,
            streams_version=streams_version,
            record_label=record_label,
            record_digest=record_digest,
            moved=moved,
            notes=tuple(self.notes),
            inputs_digest=stored["inputs"],
            results_digest=stored["results"],
            edited=self._edited(stored["inputs"]) if written_format == FORMAT else None,
            results=None if results is None else frozen(results),  # type: ignore[arg-type]
        )

    def _fault(self, where: str, what: str, remedy: str, /, **values: object) -> None:
        self.problems.append(problem(where, what, remedy, **values))

    def _section(self, name: str, known: tuple[str, ...]) -> Mapping[str, Any]:
        section = self._document.get(name, {})
        if not isinstance(section, Mapping):
            self._fault(name, "is {shown}", "it must be an object", shown=shown(section))
            return {}
        check_names(name, section, known, self.problems)
        return section

    def _text(self, where: str, section: Mapping[str, Any], name: str, limit: int) -> str | None:
        text = section.get(name)
        if name not in section:
            return None
        if not isinstance(text, str):
            self._fault(join(where, name), "is {shown}", "it must be text", shown=shown(text))
            return None
        if len(text) > limit or not text.isprintable():
            self._fault(
                join(where, name),
                "is {shown}",
                "it must be at most {most} printable characters",
                shown=shown(text),
                most=limit,
            )
        return text

    def _digest(self, where: str, section: Mapping[str, Any], name: str) -> str | None:
        if name not in section:
            return None
        return check_digest(join(where, name), section[name], self.problems)

    def _check_profile(self) -> None:
        """Check that it belongs to this profile; another edition of the profile is noted."""
        section = self._section("profile", ("key", "digest"))
        key = self._text("profile", section, "key", MAXIMUM_LABEL)
        digest = self._digest("profile", section, "digest")
        if "profile" in self._document and key is None:
            self._fault("profile.key", "is missing", "a profile is known by its key")
        key = key or SHIPPED
        if key != self._profile.key:
            self._fault(
                "profile",
                "is {key}, but the profile in use is {present}",
                "give the folder of that profile: modeller --profile FOLDER, or Open in the window",
                key=shown(key),
                present=self._profile.key,
            )
        elif digest is not None and not self._profile.has_digest(digest):
            self.notes.append(
                translate(
                    "Opening",
                    "The profile {key} has changed since the file was saved: numbers may differ.",
                    key=key,
                )
            )

    def _own_record(self, record: Mapping[str, Any], digest: str | None) -> str | None:
        shipped = record.get("shipped", True)
        if not isinstance(shipped, bool):
            self._fault(
                "record.shipped", "is {shown}", "it must be true or false", shown=shown(shipped)
            )
        elif not shipped and "digest" not in record:
            self._fault("record.digest", "is missing", "a record of your own is known by it")
        return None if shipped is True else digest

    def _scenario(self, about: Mapping[str, Any], own_record: str | None) -> Scenario | None:
        before = len(self.problems)
        given: dict[str, Any] = {name: about[name] for name in ABOUT if name in about}
        for name in ("weeks", "draws", "seed", "view", "places"):
            if name in self._document:
                given[name] = self._document[name]
        given["changes"] = self._renamed("changes", self._document.get("changes", {}), note=True)
        given["targets"] = self._targets()
        given["record"] = own_record
        checked = check_fields(
            given,
            self._profile,
            lambda name: f"about.{name}" if name in ABOUT else name,
            self.problems,
        )
        return Scenario(**checked, profile=self._profile) if len(self.problems) == before else None

    def _renamed(self, where: str, given: Any, *, note: bool = False) -> Any:
        """The object with former names replaced by current ones."""
        if not isinstance(given, Mapping):
            return given
        renamed = {}
        for name, value in given.items():
            current = self._catalogue.current_names.get(name, name)
            if current != name and current in given:
                self._fault(
                    join(where, name),
                    "is given twice",
                    "it is a former name of {current}, which is given too; keep one of them",
                    current=current,
                )
            elif name in self._catalogue.gone and self._of_another_model():
                if note:
                    gone = self._catalogue.gone[name]
                    self.notes.append(
                        translate(
                            "Opening",
                            "{label} is no longer part of the model, and what the file sets it to "
                            "is left out. {instead}",
                            label=gone.label,
                            instead=gone.instead,
                        )
                    )
                    continue
            elif current != name and note:
                self.notes.append(
                    translate(
                        "Opening", "{name} is now called {current}.", name=name, current=current
                    )
                )
            renamed[current] = value
        return renamed

    def _of_another_model(self) -> bool:
        model = self._document.get("model")
        version = model.get("version") if isinstance(model, Mapping) else None
        return version != self._catalogue.version

    def _targets(self) -> Any:
        targets = self._document.get("targets", ())
        if not isinstance(targets, list | tuple):
            return targets
        names = self._catalogue.current_names
        return [
            {**target, "outcome": names.get(target["outcome"], target["outcome"])}
            if isinstance(target, Mapping) and isinstance(target.get("outcome"), str)
            else target
            for target in targets
        ]

    def _resolved(self) -> dict[str, Setting] | None:
        """The stored resolved values under current names; None where there are none."""
        given = self._renamed("resolved", self._document.get("resolved"))
        if given is None:
            return None
        if not isinstance(given, Mapping):
            self._fault(
                "resolved", "is {shown}", "it must be an object, key by key", shown=shown(given)
            )
            return None
        settings = {
            key: read_setting(join("resolved", key), raw, self.problems)
            for key, raw in given.items()
            if raw is not None
        }
        return {key: setting for key, setting in settings.items() if setting is not None}

    def _moved(
        self, scenario: Scenario, resolved: Mapping[str, Setting] | None, *, same_model: bool
    ) -> tuple[Difference, ...]:
        """The values in `resolved` that differ from what `changes` give today."""
        if resolved is None:
            return ()
        sliders = self._catalogue.sliders
        found = []
        for key in (*sliders, *(key for key in resolved if key not in sliders)):
            if self._decided_by_record(scenario, key):
                continue
            stored = resolved.get(key)
            now = scenario.setting(key) if key in sliders else None
            if stored == now:
                continue
            if same_model and key in sliders and still_follows(sliders[key], scenario.changes):
                continue  # it depends on the lever that it follows, which is itself checked
            if same_model:
                self._contradiction(key, stored, now)
            else:
                label = sliders[key].label if key in sliders else key
                if key in self._catalogue.gone:
                    label = self._catalogue.gone[key].label
                found.append(Difference(key, label, stored, now))
        return tuple(found)

    def _decided_by_record(self, scenario: Scenario, key: str) -> bool:
        """Whether the value depends on the user's own record, which is not in the file."""
        belief = isinstance(self._catalogue.sliders.get(key), Belief)
        return belief and scenario.record is not None and key not in scenario.changes

    def _contradiction(self, key: str, stored: Setting | None, now: Setting | None) -> None:
        where = join("resolved", key)
        if now is None:
            self._fault(where, "is not a choice, circumstance or belief", "take it out")
        elif stored is None:
            # if it is there but unreadable, that has already been reported
            if not any(fault.where.startswith(where) for fault in self.problems):
                self._fault(where, "is missing", "add it, or leave out resolved altogether")
        else:
            self._fault(
                where,
                "is {stored}, but changes make it {now}",
                "changes is what counts: correct it there, or leave out resolved altogether",
                stored=setting_text(stored),
                now=setting_text(now),
            )

    def _edited(self, stored_digest: str | None) -> bool | None:
        """Whether the document no longer has the digest it was saved with; None if it had none."""
        document = self._document
        model, record = document.get("model", {}), document.get("record", {})
        resolved = document.get("resolved")
        if resolved is not None and not record.get("shipped", True):
            # for a belief that the user's own record decides, the digest has that of the record
            resolved = {
                key: None
                if isinstance(value, Mapping) and key not in document["changes"]
                else value
                for key, value in resolved.items()
            }
        if isinstance(resolved, Mapping):
            # for a lever that follows another, the digest says only that it follows
            follows = {
                key: None
                for key, lever in self._catalogue.levers.items()
                if key in resolved and still_follows(lever, document["changes"])
            }
            resolved = {**resolved, **follows}
        inputs = {
            "resolved": resolved,
            "weeks": document.get("weeks"),
            "draws": document.get("draws"),
            "seed": document.get("seed"),
            "model": model.get("version"),
            "streams": model.get("streams"),
            "record": record.get("digest"),
        }
        if document.get("profile", {}).get("key", SHIPPED) != SHIPPED:
            inputs["profile"] = document["profile"].get("digest")
        if stored_digest is None or None in inputs.values():
            return None
        if document.get("places") is not None:
            inputs["places"] = document["places"]
        return canonical_digest(inputs) != stored_digest

    def _note_versions(self, written: int, model: str | None, streams: str | None) -> None:
        if written != FORMAT:
            self.notes.append(
                translate(
                    "Opening",
                    "The file is in format {written}, read as format {format}.",
                    written=written,
                    format=FORMAT,
                )
            )
        if model not in (None, self._catalogue.version):
            self.notes.append(
                translate(
                    "Opening",
                    "The file was saved by model {model}; this is model {present}.",
                    model=model,
                    present=self._catalogue.version,
                )
            )
        if streams not in (None, STREAMS_VERSION):
            self.notes.append(
                translate(
                    "Opening",
                    "The file was saved with random streams {streams}; these are {present}, so "
                    "individual draws differ.",
                    streams=streams,
                    present=STREAMS_VERSION,
                )
            )

"""What differs between two scenarios, in words and as a table."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QVBoxLayout, QWidget

from modeller.base.errors import ModellerError
from modeller.base.language import lower_first, translate
from modeller.model.catalogue import Belief, Lever
from modeller.profiles import Profile
from modeller.records import record_label
from modeller.scenario import Difference, Scenario, differences
from modeller.scenario.places import PlaceMix
from modeller.scenario.setting import BeliefSetting, Schedule, Setting
from modeller.wording.numbers import exact_number
from modeller.wording.places import mix_words
from ui.look.access_letters import letter_dialog
from ui.look.dialogs import as_dialog, resize_within
from ui.look.figure_table import FigureTable
from ui.look.quantity import bare_text, value_text
from ui.look.running_text import RunningText

_MOST_CHANGES = 3
"""How many differences are named in one line; the rest are counted."""


def setting_text(slider: Lever | Belief, setting: Setting, *, bare: bool = False) -> str:
    """A setting as the levers write it: ``4 a week, then 10 from week 27``.

    Parameters
    ----------
    bare
        Whether to leave out the unit, which is said already.
    """
    written = bare_text if bare else value_text
    if isinstance(setting, Schedule):
        first, *rest = setting.steps
        later = (
            translate(
                "Differences",
                "then {value} from week {week}",
                week=step.from_week,
                value=bare_text(slider, step.value),
            )
            for step in rest
        )
        return ", ".join((written(slider, first.value), *later))
    if not isinstance(setting, BeliefSetting):
        return written(slider, setting)
    if setting.spread == 1.0:
        return written(slider, setting.central)
    times = translate(
        "Differences",
        "{times} times the evidence’s spread",
        times=exact_number(float(f"{setting.spread:.3g}")),
    )
    spread = translate("Differences", "exactly known") if setting.spread == 0.0 else times
    return f"{written(slider, setting.central)}, {spread}"


def _record_words(digest: str, profile: Profile) -> str:
    try:
        return kept_label(digest, profile)
    except ModellerError:
        return translate("Differences", "a record not kept here ({digest}…)", digest=digest[:12])


@lru_cache(maxsize=8)
def kept_label(digest: str | None, profile: Profile) -> str:
    """The record's label, read once: the strip needs it at every move, and checking it is slow."""
    return record_label(digest, profile)


def item_words(
    key: str,
    value: Setting | PlaceMix | str | None,
    profile: Profile,
    *,
    after_label: bool = False,
) -> str:
    """One side of a difference: ``10 a week``, ``52``, ``the record to 28 Dec 2031``.

    Parameters
    ----------
    after_label
        Whether it stands behind its label, which may say the unit.
    """
    slider = profile.catalogue.sliders.get(key)
    if isinstance(value, PlaceMix) or key == "places":
        assert value is None or isinstance(value, PlaceMix)
        return mix_words(value, profile)
    if key == "record":
        return _record_words(str(value), profile) if value else profile.record.label
    if value is None:
        return translate("Differences", "not there")
    if slider is not None and not isinstance(value, str):
        return setting_text(slider, value, bare=after_label and slider.label_has_unit)
    if isinstance(value, Schedule | BeliefSetting | str):
        return str(value)
    return exact_number(float(value))


def change_words(difference: Difference, profile: Profile) -> str:
    """``deployments per week 4 → 10``."""
    before, after = (
        item_words(difference.key, side, profile, after_label=True)
        for side in (difference.a, difference.b)
    )
    return f"{lower_first(difference.label)} {before} → {after}"


def changes_words(before: Scenario, after: Scenario) -> str:
    """What the later of two versions changed, in one line, including a new title."""
    parts = [change_words(each, after.profile) for each in differences(before, after)]
    if before.title != after.title:
        parts.append(
            translate(
                "Differences",
                "title “{before}” → “{after}”",
                before=before.name,
                after=after.name,
            )
        )
    if not parts:
        texts = {
            "question": translate("Differences", "question"),
            "author": translate("Differences", "author"),
            "notes": translate("Differences", "notes"),
            "sources": translate("Differences", "sources"),
            "targets": translate("Differences", "targets"),
            "view": translate("Differences", "view"),
        }
        parts = [texts[name] for name in texts if getattr(before, name) != getattr(after, name)]
    if not parts:
        return translate("Differences", "nothing changed")
    return _listed(parts, _MOST_CHANGES)


def differs_words(baseline: Scenario, scenario: Scenario, most: int = 4) -> str:
    """One line for the strip: ``differs in 4: deployments per week 10, …``.

    Another record comes first, because it changes what every figure beside it is compared with.
    """
    found = sorted(differences(baseline, scenario), key=lambda each: each.key != "record")
    if not found:
        return translate("Differences", "does not differ")
    parts = [
        f"{lower_first(d.label)} {item_words(d.key, d.b, scenario.profile, after_label=True)}"
        for d in found
    ]
    return translate(
        "Differences", "differs in {count}: {parts}", count=len(found), parts=_listed(parts, most)
    )


def _listed(parts: Sequence[str], most: int) -> str:
    shown = list(parts[:most])
    left = len(parts) - len(shown)
    listed = ", ".join(shown)
    if not left:
        return listed
    return translate("Differences", "{listed} and {count} more", listed=listed, count=left)


class DifferencesDialog(QDialog):
    """Sentences, and a table of what each of two scenarios has.

    Not modal: the window can be used beside it. Its table is named "differences".
    """

    def __init__(
        self,
        profile: Profile,
        title: str,
        found: Sequence[Difference],
        columns: tuple[str, str],
        sentences: Sequence[str] = (),
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._profile = profile
        self.setObjectName("differences-dialog")
        self.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        layout = QVBoxLayout(self)
        as_dialog(layout)
        self._heading = RunningText("", self, size="title", bold=True)
        layout.addWidget(self._heading)
        for sentence in sentences:
            layout.addWidget(RunningText(sentence, self))
        self._table = FigureTable("differences", translate("Differences", "What differs"), self)
        layout.addWidget(self._table, 1)
        none = translate("Differences", "No lever, belief or setting differs.")
        self._none = RunningText(none, self, ink="muted")
        layout.addWidget(self._none)
        buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Close, self)
        buttons.rejected.connect(self.close)
        layout.addWidget(buttons)
        self.fill(title, found, columns)
        letter_dialog(self)
        rows = min(len(found), 12)
        resize_within(self, 640, min(180 + 24 * len(sentences) + 34 * rows, 620))

    def fill(self, title: str, found: Sequence[Difference], columns: tuple[str, str]) -> None:
        """Show other differences."""
        self.setWindowTitle(title)
        self._heading.setText(title)
        self._none.setVisible(not found)
        self._table.setVisible(bool(found))
        rows = [
            (
                each.label,
                item_words(each.key, each.a, self._profile),
                item_words(each.key, each.b, self._profile),
            )
            for each in found
        ]
        self._table.fill(("", *columns), rows)

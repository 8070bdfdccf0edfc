"""Everything that can be done, once: menus, shortcuts and buttons share these actions."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QActionGroup, QGuiApplication, QKeySequence
from PySide6.QtWidgets import QMenu

from modeller.base.language import translate
from ui.files.file_menus import fill_recent, fill_templates
from ui.languages.language import LANGUAGES, NAMES, Language
from ui.look.notices import Notice
from ui.look.style import LARGEST_TEXT_SCALE, MODES, theme
from ui.scenarios.scenario_details import edit_about, edit_horizon

if TYPE_CHECKING:
    from ui.window.main_window import MainWindow

TEXT_STEP = 0.25


class Actions(QObject):
    """The window's actions and its menus."""

    def __init__(self, window: MainWindow) -> None:
        super().__init__(window)
        self._window = window
        stack = window.session.undo_stack
        self.undo = stack.createUndoAction(self, translate("Menu", "Undo"))
        self.undo.setShortcuts(QKeySequence.StandardKey.Undo)
        self.redo = stack.createRedoAction(self, translate("Menu", "Redo"))
        self.redo.setShortcuts(QKeySequence.StandardKey.Redo)
        self.undo.setObjectName("undo")
        self.redo.setObjectName("redo")
        self.replay = self._action(
            "replay", translate("Menu", "Replay"), window.replay.play, "Ctrl+Shift+R"
        )
        self.replay.setToolTip(
            translate("Menu", "Show the last change again, from what was to what is")
        )
        self.copy_fingerprint = self._action(
            "copy-fingerprint", translate("Menu", "Copy fingerprint"), self._copy_fingerprint
        )
        self._file_menu()
        self._edit_menu()
        self._view_menu()
        self._scenario_menu()
        self.analysis_menu = window.menuBar().addMenu(translate("Menu", "&Analysis"))
        self.analysis_menu.menuAction().setVisible(False)
        self._help_menu()

    def _action(
        self,
        name: str,
        text: str,
        does: Callable[[], object],
        shortcut: QKeySequence.StandardKey | str | None = None,
    ) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(name)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        action.triggered.connect(lambda _checked=False: does())
        return action

    def _toggle(
        self, name: str, text: str, does: Callable[[bool], object], shortcut: str | None = None
    ) -> QAction:
        action = QAction(text, self._window)
        action.setObjectName(name)
        action.setCheckable(True)
        if shortcut is not None:
            action.setShortcut(QKeySequence(shortcut))
        action.toggled.connect(does)
        return action

    def _file_menu(self) -> None:
        files, key = self._window.files, QKeySequence.StandardKey
        menu = self._window.menuBar().addMenu(translate("Menu", "&File"))
        menu.setToolTipsVisible(True)
        new = menu.addMenu(translate("Menu", "New from"))
        new.aboutToShow.connect(partial(fill_templates, new, files))
        menu.addAction(self._action("open", translate("Menu", "Open…"), files.open, key.Open))
        recent = menu.addMenu(translate("Menu", "Open recent"))
        recent.aboutToShow.connect(partial(fill_recent, recent, files, self._window.settings))
        menu.addSeparator()
        menu.addAction(self._action("save", translate("Menu", "Save"), files.save, key.Save))
        menu.addAction(
            self._action("save-as", translate("Menu", "Save as…"), files.save_as, "Ctrl+Shift+S")
        )
        menu.addAction(
            self._action(
                "revert-to-the-file", translate("Menu", "Revert to the file"), files.revert
            )
        )
        self.file_menu = menu
        self.export_place = menu.addSeparator()
        menu.addAction(
            self._action(
                "close-scenario", translate("Menu", "Close scenario"), files.close, key.Close
            )
        )
        self.quit = self._action("quit", translate("Menu", "Quit"), self._window.close, key.Quit)
        menu.addAction(self.quit)

    def _edit_menu(self) -> None:
        menu = self._window.menuBar().addMenu(translate("Menu", "&Edit"))
        menu.addActions([self.undo, self.redo, self.replay])
        menu.addSeparator()
        menu.addAction(self.copy_fingerprint)

    def _view_menu(self) -> None:
        window = self._window
        menu = window.menuBar().addMenu(translate("Menu", "&View"))
        self.chain = self._toggle("chain", translate("Menu", "Chain"), window.show_chain, "Ctrl+L")
        self.chain.setToolTip(translate("Menu", "Deployments × alerts × arrests, link by link"))
        menu.addAction(self.chain)
        history = window.history_dock.toggleViewAction()
        history.setText(translate("Menu", "History"))
        history.setShortcut(QKeySequence("Ctrl+H"))
        menu.addAction(history)
        menu.addSeparator()
        self.present = self._action(
            "presentation", translate("Menu", "Presentation"), window.presentation.toggle, "F5"
        )
        menu.addAction(self.present)
        menu.addAction(
            self._action(
                "save-this-view-for-the-presentation",
                translate("Menu", "Save this view for the presentation…"),
                window.ask_for_view,
            )
        )
        menu.addSeparator()
        appearance = menu.addMenu(translate("Menu", "Appearance"))
        group = QActionGroup(appearance)
        said = {
            "system": translate("Menu", "As the system"),
            "light": translate("Menu", "Light"),
            "dark": translate("Menu", "Dark"),
        }
        for mode in MODES:
            action = appearance.addAction(said[mode])
            action.setCheckable(True)
            action.setChecked(theme().mode == mode)
            action.triggered.connect(partial(self._set_mode, mode))
            group.addAction(action)
        self._language_menu(menu)
        larger = self._action(
            "larger-text", translate("Menu", "Larger text"), partial(self._scale, TEXT_STEP)
        )
        larger.setShortcuts([QKeySequence("Ctrl++"), QKeySequence("Ctrl+=")])
        menu.addAction(larger)
        menu.addAction(
            self._action(
                "smaller-text",
                translate("Menu", "Smaller text"),
                partial(self._scale, -TEXT_STEP),
                "Ctrl+-",
            )
        )
        menu.addAction(
            self._action(
                "text-as-designed",
                translate("Menu", "Text as designed"),
                partial(self._scale, None),
                "Ctrl+0",
            )
        )
        self.still = self._toggle(
            "reduce-motion", translate("Menu", "Reduce motion"), self._reduce_motion
        )
        self.still.setChecked(self._window.settings.reduced_motion)
        menu.addAction(self.still)

    def _language_menu(self, menu: QMenu) -> None:
        """Each language by the name it gives itself."""
        settings = self._window.settings
        languages = menu.addMenu(translate("Menu", "Language"))
        languages.setToolTipsVisible(True)
        group = QActionGroup(languages)
        for language in LANGUAGES:
            action = languages.addAction(NAMES.get(language, translate("Menu", "As the system")))
            action.setObjectName(f"language-{language}")
            action.setToolTip(translate("Menu", "The window speaks it from its next start"))
            action.setCheckable(True)
            action.setChecked(settings.language == language)
            action.triggered.connect(partial(self._set_language, language))
            group.addAction(action)

    def _scenario_menu(self) -> None:
        window = self._window
        session = window.session
        menu = window.menuBar().addMenu(translate("Menu", "&Scenarios"))
        menu.addAction(
            self._action(
                "duplicate",
                translate("Menu", "Duplicate"),
                lambda: window.add_copy(session.desk.at_hand),
                "Ctrl+D",
            )
        )
        menu.addAction(
            self._action(
                "make-baseline",
                translate("Menu", "Make baseline"),
                lambda: session.make_baseline(session.desk.at_hand),
            )
        )
        menu.addAction(
            self._action(
                "side-by-side", translate("Menu", "Side by side…"), window.show_grid, "Ctrl+G"
            )
        )
        menu.addAction(
            self._action(
                "what-differs-from-the-baseline",
                translate("Menu", "What differs from the baseline…"),
                lambda: window.files.show_differences_from_baseline(session.desk.at_hand),
            )
        )
        menu.addAction(
            self._action(
                "differences-over-time",
                translate("Menu", "Differences over time…"),
                window.show_comparison,
            )
        )
        menu.addSeparator()
        menu.addAction(
            self._action(
                "horizon-and-draws",
                translate("Menu", "Horizon and draws…"),
                partial(edit_horizon, session, window),
            )
        )
        menu.addAction(
            self._action(
                "about-this-scenario",
                translate("Menu", "About this scenario…"),
                partial(edit_about, session, window),
            )
        )
        menu.addSeparator()
        for number in range(4):
            action = self._action(
                f"take-scenario-{number + 1}-in-hand",
                translate("Menu", "Take scenario {number} in hand", number=number + 1),
                partial(self._choose, number),
                f"Ctrl+{number + 1}",
            )
            menu.addAction(action)

    def _help_menu(self) -> None:
        menu = self._window.menuBar().addMenu(translate("Menu", "&Help"))
        menu.addAction(
            self._action(
                "take-the-tour", translate("Menu", "Take the tour"), self._window.start_tour
            )
        )
        self.help_menu: QMenu = menu

    def _choose(self, number: int) -> None:
        slots = self._window.session.desk.slots
        if number < len(slots):
            self._window.session.choose(slots[number].letter)

    def _set_mode(self, mode: str, _checked: bool = False) -> None:
        theme().set_mode(mode)  # type: ignore[arg-type]
        self._window.settings.mode = mode  # type: ignore[assignment]

    def _set_language(self, language: Language, _checked: bool = False) -> None:
        self._window.settings.language = language
        text = translate("Menu", "The window speaks the language chosen from its next start.")
        self._window.banner.show_notice(Notice("note", text, key="language"))

    def _scale(self, by: float | None) -> None:
        now = 1.0 if by is None else theme().text_scale + by
        theme().set_text_scale(min(max(now, 1.0), LARGEST_TEXT_SCALE))
        self._window.settings.text_scale = theme().text_scale

    def _reduce_motion(self, reduced: bool) -> None:
        self._window.replay.reduced_motion = reduced
        self._window.settings.reduced_motion = reduced

    def _copy_fingerprint(self) -> None:
        QGuiApplication.clipboard().setText(self._window.session.scenario.fingerprint)

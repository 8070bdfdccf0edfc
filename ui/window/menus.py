"""Everything that can be done: a row for each action; menus, shortcuts and buttons share it."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from PySide6.QtCore import QObject
from PySide6.QtGui import QAction, QKeySequence

from modeller.analysis.questions import ANALYSES
from modeller.base.language import translatable
from ui.desk.session import LETTERS
from ui.files.file_menus import fill_recent, fill_templates
from ui.languages.language import LANGUAGES, NAMES, Language
from ui.look.style import MODES, Mode, theme
from ui.window import openers, preferences, scenario_actions
from ui.window.menu_rows import Action, Menu
from ui.window.window_parts import WindowParts

KEY = QKeySequence.StandardKey


def _undo(window: WindowParts, parent: QObject, text: str) -> QAction:
    return window.session.undo_stack.createUndoAction(parent, text)


def _redo(window: WindowParts, parent: QObject, text: str) -> QAction:
    return window.session.undo_stack.createRedoAction(parent, text)


def _history(window: WindowParts, _parent: QObject, text: str) -> QAction:
    action = window.history_dock.toggleViewAction()
    action.setText(text)
    return action


def _is_mode(mode: Mode, _window: WindowParts) -> bool:
    return theme().mode == mode


def _is_language(language: Language, window: WindowParts) -> bool:
    return window.settings.language == language


def _of_analyses(menu: str) -> Iterator[Action]:
    """The rows for the analyses: each question with its keys."""
    for found in ANALYSES:
        if found.menu == menu:
            keys = (found.shortcut,) if found.shortcut else ()
            does = partial(openers.show_analysis, found.key)
            yield Action(
                found.key,
                found.question,
                menu,
                0,
                does,
                keys=keys,
                context="Analysis",
                values=_force,
            )


def _force(window: WindowParts) -> dict[str, object]:
    return {"force": window.session.profile.names.force}


def _letter(letter: str, _window: WindowParts) -> dict[str, object]:
    return {"letter": letter}


_MODES = {
    "system": translatable("Menu", "Same as the system"),
    "light": translatable("Menu", "Light"),
    "dark": translatable("Menu", "Dark"),
}
_HELP = (
    ("method", translatable("Menu", "Method")),
    ("evidence", translatable("Menu", "Evidence and sources")),
    ("glossary", translatable("Menu", "Glossary")),
    ("shortcuts", translatable("Menu", "Keyboard shortcuts")),
    ("performance", translatable("Menu", "Performance")),
    ("cite", translatable("Menu", "How to cite")),
    ("accessibility", translatable("Menu", "Accessibility")),
    ("licences", translatable("Menu", "Licences")),
)

ENTRIES: tuple[Menu | Action, ...] = (
    # ---- File
    Menu("file", translatable("Menu", "&File"), tips=True),
    Menu(
        "new-from",
        translatable("Menu", "New from"),
        "file",
        0,
        fill=lambda menu, window: fill_templates(menu, window.files),
    ),
    Action(
        "open",
        translatable("Menu", "Open…"),
        "file",
        0,
        lambda window: window.files.open(),
        keys=(KEY.Open,),
    ),
    Menu(
        "open-recent",
        translatable("Menu", "Open recent"),
        "file",
        0,
        fill=lambda menu, window: fill_recent(menu, window.files, window.settings),
    ),
    Action(
        "save",
        translatable("Menu", "Save"),
        "file",
        1,
        lambda window: window.files.saving.save(),
        keys=(KEY.Save,),
    ),
    Action(
        "save-as",
        translatable("Menu", "Save as…"),
        "file",
        1,
        lambda window: window.files.saving.save_as(),
        keys=("Ctrl+Shift+S",),
    ),
    Action(
        "save-all",
        translatable("Menu", "Save all in one file…"),
        "file",
        1,
        lambda window: window.files.saving.save_all(),
        keys=("Ctrl+Alt+S",),
        tip=translatable(
            "Menu", "Saves every scenario on the desk in one file, which opens as this desk"
        ),
    ),
    Action(
        "revert-to-the-file",
        translatable("Menu", "Revert to the file"),
        "file",
        1,
        lambda window: window.files.revert(),
    ),
    Action(
        "open-from-a-code",
        translatable("Menu", "Open from a code…"),
        "file",
        1,
        openers.show_open_code,
        keys=("Ctrl+Shift+O",),
    ),
    Action(
        "briefing",
        translatable("Menu", "Briefing…"),
        "file",
        1,
        openers.show_briefing,
        keys=("Ctrl+B",),
    ),
    Action(
        "share",
        translatable("Menu", "Share…"),
        "file",
        1,
        openers.show_share,
        keys=("Ctrl+Shift+E",),
    ),
    Action(
        "close-scenario",
        translatable("Menu", "Close scenario"),
        "file",
        2,
        lambda window: window.files.saving.close(),
        keys=(KEY.Close,),
    ),
    Action(
        "quit",
        translatable("Menu", "Quit"),
        "file",
        2,
        lambda window: window.close(),
        keys=(KEY.Quit,),
    ),
    # ---- Edit
    Menu("edit", translatable("Menu", "&Edit")),
    Action("undo", translatable("Menu", "Undo"), "edit", 0, made=_undo, keys=KEY.Undo),
    Action("redo", translatable("Menu", "Redo"), "edit", 0, made=_redo, keys=KEY.Redo),
    Action(
        "replay",
        translatable("Menu", "Replay"),
        "edit",
        0,
        lambda window: window.replay.play(),
        keys=("Ctrl+Shift+R",),
        tip=translatable("Menu", "Play the last change again, from before to after"),
    ),
    Action(
        "copy-fingerprint",
        translatable("Menu", "Copy fingerprint"),
        "edit",
        1,
        scenario_actions.copy_fingerprint,
    ),
    Action(
        "context-menu",
        translatable("Menu", "Context menu"),
        "edit",
        1,
        openers.open_context_menu,
        keys=("Shift+F10",),
        everywhere=True,
    ),
    # ---- View
    Menu("view", translatable("Menu", "&View")),
    Action(
        "chain",
        translatable("Menu", "Chain"),
        "view",
        0,
        switches=lambda window, on: window.show_chain(on),
        keys=("Ctrl+L",),
        tip=translatable("Menu", "Deployments × alerts × arrests, link by link"),
    ),
    Action(
        "where",
        translatable("Menu", "Where"),
        "view",
        0,
        openers.show_where,
        keys=("Ctrl+M",),
        tip=translatable("Menu", "A map of where the deployments take place"),
    ),
    Action("history", translatable("Menu", "History"), "view", 0, made=_history, keys=("Ctrl+H",)),
    Action(
        "stage",
        translatable("Menu", "Stage"),
        "view",
        1,
        lambda window: window.stage.toggle(),
        keys=("F5",),
    ),
    Action(
        "save-this-view-for-the-stage",
        translatable("Menu", "Save this view for the stage…"),
        "view",
        1,
        openers.ask_for_view,
    ),
    Menu("appearance", translatable("Menu", "Appearance"), "view", 2),
    *(
        Action(
            f"appearance-{mode}",
            _MODES[mode],
            "appearance",
            0,
            partial(preferences.set_mode, mode),
            chosen=partial(_is_mode, mode),
        )
        for mode in MODES
    ),
    Menu("language", translatable("Menu", "Language"), "view", 2, tips=True),
    *(  # each language under its own name for itself
        Action(
            f"language-{language}",
            NAMES.get(language, translatable("Menu", "Same as the system")),
            "language",
            0,
            partial(preferences.set_language, language),
            chosen=partial(_is_language, language),
            tip=translatable("Menu", "Takes effect when you restart"),
        )
        for language in LANGUAGES
    ),
    Action(
        "larger-text",
        translatable("Menu", "Larger text"),
        "view",
        2,
        partial(preferences.scale_text, preferences.TEXT_STEP),
        keys=("Ctrl++", "Ctrl+="),
    ),
    Action(
        "smaller-text",
        translatable("Menu", "Smaller text"),
        "view",
        2,
        partial(preferences.scale_text, -preferences.TEXT_STEP),
        keys=("Ctrl+-",),
    ),
    Action(
        "text-as-designed",
        translatable("Menu", "Normal text size"),
        "view",
        2,
        partial(preferences.scale_text, None),
        keys=("Ctrl+0",),
    ),
    Action(
        "reduce-motion",
        translatable("Menu", "Reduce motion"),
        "view",
        2,
        switches=preferences.reduce_motion,
        on=lambda window: window.settings.reduced_motion,
    ),
    # ---- Scenarios
    Menu("scenarios", translatable("Menu", "&Scenarios")),
    Action(
        "duplicate",
        translatable("Menu", "Duplicate"),
        "scenarios",
        0,
        scenario_actions.duplicate,
        keys=("Ctrl+D",),
    ),
    Action(
        "make-baseline",
        translatable("Menu", "Make baseline"),
        "scenarios",
        0,
        scenario_actions.make_baseline,
    ),
    Action(
        "side-by-side",
        translatable("Menu", "Side by side…"),
        "scenarios",
        0,
        openers.show_grid,
        keys=("Ctrl+G",),
    ),
    Action(
        "what-differs-from-the-baseline",
        translatable("Menu", "What differs from the baseline…"),
        "scenarios",
        0,
        lambda window: window.files.differences.show_from_baseline(window.session.desk.selected),
    ),
    Action(
        "differences-over-time",
        translatable("Menu", "Differences over time and by place…"),
        "scenarios",
        0,
        openers.show_comparison,
    ),
    Action(
        "put-changes-on",
        translatable("Menu", "Put another’s changes on this one…"),
        "scenarios",
        0,
        scenario_actions.stack_on_selected,
        keys=("Ctrl+Shift+P",),
    ),
    Action(
        "horizon-and-draws",
        translatable("Menu", "Horizon and draws…"),
        "scenarios",
        1,
        openers.edit_horizon,
    ),
    Action(
        "about-this-scenario",
        translatable("Menu", "About this scenario…"),
        "scenarios",
        1,
        openers.edit_about,
    ),
    *(
        Action(
            f"select-{letter}",
            translatable("Menu", "Select scenario {letter}"),
            "scenarios",
            2,
            partial(scenario_actions.choose, letter),
            keys=(f"Ctrl+{number}",),
            values=partial(_letter, letter),
            offered=partial(scenario_actions.is_there, letter),
        )
        for number, letter in enumerate(LETTERS, start=1)
    ),
    # ---- Analysis
    Menu("analysis", translatable("Menu", "&Analysis")),
    *_of_analyses("analysis"),
    # ---- Evidence
    Menu("evidence", translatable("Menu", "&Evidence")),
    *_of_analyses("evidence"),
    Action(
        "beliefs-and-their-evidence",
        translatable("Menu", "Beliefs and their evidence…"),
        "evidence",
        0,
        openers.show_belief,
        keys=("Ctrl+E",),
    ),
    Action("records", translatable("Menu", "Records…"), "evidence", 0, openers.show_records),
    Action(
        "import-record",
        translatable("Menu", "Import a record…"),
        "evidence",
        0,
        openers.import_record,
    ),
    Action(
        "projection-ledger",
        translatable("Menu", "Projection ledger…"),
        "evidence",
        0,
        openers.show_ledger,
    ),
    Action(
        "who-is-wrongly-flagged",
        translatable("Menu", "Who is wrongly flagged…"),
        "evidence",
        0,
        openers.show_flagged,
    ),
    Action(
        "quality-log", translatable("Menu", "Quality log…"), "evidence", 0, openers.show_quality
    ),
    # ---- Help
    Menu("help", translatable("Menu", "&Help")),
    Action(
        "help-contents",
        translatable("Menu", "Contents"),
        "help",
        0,
        openers.show_help_here,
        keys=("F1",),
        everywhere=True,
    ),
    Action(
        "what-is-this",
        translatable("Menu", "What is this?"),
        "help",
        0,
        openers.explain_here,
        keys=("Shift+F1",),
        everywhere=True,
    ),
    Action(
        "take-the-tour",
        translatable("Menu", "Take the tour"),
        "help",
        0,
        lambda window: window.start_tour(),
    ),
    *(
        Action(f"help-{topic}", text, "help", 1, partial(openers.show_help, topic))
        for topic, text in _HELP
    ),
)
"""Every menu and every action, in the order in which they stand."""

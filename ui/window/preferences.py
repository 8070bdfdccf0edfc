"""What the View menu sets and keeps: appearance, language, size of text, motion."""

from __future__ import annotations

from modeller.base.language import translate
from ui.languages.language import Language
from ui.look.notices import Notice
from ui.look.style import LARGEST_TEXT_SCALE, Mode, theme
from ui.window.window_parts import WindowParts

TEXT_STEP = 0.25


def set_mode(mode: Mode, window: WindowParts) -> None:
    """Set the appearance: light, dark, or the same as the system."""
    theme().set_mode(mode)
    window.settings.mode = mode


def set_language(language: Language, window: WindowParts) -> None:
    """Set the language that the window will use from its next start."""
    window.settings.language = language
    text = translate("Menu", "The language you chose takes effect when you restart.")
    window.banner.show_notice(Notice("note", text, key="language"))


def scale_text(by: float | None, window: WindowParts) -> None:
    """Make text larger or smaller by a share of its designed size; None goes back to that."""
    now = 1.0 if by is None else theme().text_scale + by
    theme().set_text_scale(min(max(now, 1.0), LARGEST_TEXT_SCALE))
    window.settings.text_scale = theme().text_scale


def reduce_motion(window: WindowParts, reduced: bool) -> None:
    """Set whether a replay shows only its two ends, without motion between them."""
    window.replay.reduced_motion = reduced
    window.settings.reduced_motion = reduced

"""Text for a spreadsheet, which treats text that begins like a formula as one."""

from __future__ import annotations

# full-width signs count too where people write in them
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def begins_like_a_formula(text: str) -> bool:
    """Whether a spreadsheet may calculate `text`, or run what it names, in place of showing it."""
    return text.startswith(_FORMULA)


def harmless(text: str) -> str:
    """Text for a CSV cell or the clipboard: an apostrophe keeps it text."""
    return f"'{text}" if begins_like_a_formula(text) else text

"""How well two colours can be told apart, as WCAG 2.2 defines it."""

from __future__ import annotations

from functools import lru_cache


@lru_cache(maxsize=256)
def contrast(first: str, second: str) -> float:
    """Contrast ratio of two colours such as ``#1B1B1B``, from 1 to 21."""
    lighter, darker = sorted((_luminance(first), _luminance(second)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = (int(colour[i : i + 2], 16) / 255 for i in (1, 3, 5))
    red, green, blue = (c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue

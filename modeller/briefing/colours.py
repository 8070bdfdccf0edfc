"""A dark set of colours for a drawing: each colour of the light one, with its lightness turned.

The drawing keeps one set of shapes; which colours they take is left to the reader's own choice of
light or dark, which an SVG inside a page can ask for by itself.
"""

from __future__ import annotations

import colorsys
import re

_COLOUR = re.compile(rb"#[0-9a-fA-F]{6}\b")
_DARKEST, _LIGHTEST = 0.09, 0.96
"""Lightness of what is white and of what is black in the light drawing."""


def dark_colour(colour: str) -> str:
    """The colour of the same hue and the opposite lightness, ``#14191C`` for white."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255.0 for i in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    turned = _LIGHTEST - lightness * (_LIGHTEST - _DARKEST)
    if lightness > 0.995:  # the paper itself, which is that of the page
        return "#14191c"
    parts = colorsys.hls_to_rgb(hue, turned, 0.85 * saturation)
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)


def with_dark_colours(svg: bytes) -> bytes:
    """The drawing with every colour named, and a second set of them for readers of dark pages."""
    found = sorted({match.lower() for match in _COLOUR.findall(svg)})
    names = {colour: f"c{number}" for number, colour in enumerate(found)}
    named = _COLOUR.sub(lambda match: f"var(--{names[match[0].lower()]})".encode(), svg)
    light = ";".join(f"--{name}:{colour.decode()}" for colour, name in names.items())
    dark = ";".join(f"--{name}:{dark_colour(colour.decode())}" for colour, name in names.items())
    style = (
        f"<style>:root{{{light}}}@media (prefers-color-scheme:dark){{:root{{{dark}}}}}</style>"
    ).encode()
    head, end, tail = named.partition(b">\n <defs>")
    return head + b">\n " + style + b"\n <defs>" + tail if end else svg

"""Gives a drawing dark colours: those of the light version with their lightness inverted.

The shapes stay the same; which colours they have depends on the reader's own setting of light or
dark, which an SVG inside a page can query by itself.
"""

from __future__ import annotations

import colorsys
import re

_COLOUR = re.compile(rb"#[0-9a-fA-F]{6}\b")
_DARKEST, _LIGHTEST = 0.09, 0.96
"""The lightness that white and black of the light version get."""


def dark_colour(colour: str) -> str:
    """The colour of the same hue with inverted lightness: ``#14191C`` for white."""
    red, green, blue = (int(colour[i : i + 2], 16) / 255.0 for i in (1, 3, 5))
    hue, lightness, saturation = colorsys.rgb_to_hls(red, green, blue)
    turned = _LIGHTEST - lightness * (_LIGHTEST - _DARKEST)
    if lightness > 0.995:  # white is the paper, so it becomes that of the page
        return "#14191c"
    parts = colorsys.hls_to_rgb(hue, turned, 0.85 * saturation)
    return "#" + "".join(f"{round(255 * part):02x}" for part in parts)


def with_dark_colours(svg: bytes) -> bytes:
    """The drawing with its colours as variables, and a second set of these for dark pages."""
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

"""Help that fits its terminal: prose is wrapped, and indented lines stay as they are."""

from __future__ import annotations

import argparse
import textwrap
from itertools import groupby

HELP_WIDTH = 78
"""The greatest width of text that is laid out beforehand."""
_WIDEST = 100


class HelpText(argparse.RawDescriptionHelpFormatter):
    """Formats the text around the arguments; examples and tables in it are indented."""

    def _fill_text(self, text: str, width: int, indent: str) -> str:
        filled: list[str] = []
        for is_prose, lines in groupby(text.splitlines(), key=lambda line: line[:1].strip() != ""):
            if is_prose:
                wrapped = textwrap.wrap(
                    " ".join(lines),
                    min(width, _WIDEST),
                    break_long_words=False,
                    break_on_hyphens=False,
                )
                filled += [indent + line for line in wrapped]
            else:
                filled += [indent + line for line in lines]
        return "\n".join(filled)

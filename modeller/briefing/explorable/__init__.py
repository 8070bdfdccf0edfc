"""The explorable page: a briefing's web page with levers above it that can be moved.

The live kernel runs in the page as WebAssembly on the draws of the briefing's scenarios, so that
its numbers are the window's live ones. Nothing is fetched and nothing is sent.
"""

from __future__ import annotations

from modeller.briefing.explorable.assembling import DRAWS, MOST_BYTES, Explorer, explorer

__all__ = ["DRAWS", "MOST_BYTES", "Explorer", "explorer"]

"""The explorable page: above a briefing's web page, levers that can be moved in the browser.

The live kernel runs in the page as WebAssembly, on the draws of the briefing's scenarios, so its
numbers are those that the window shows under the hand. Nothing is fetched and nothing is sent.
"""

from __future__ import annotations

from modeller.briefing.explorable.assembling import DRAWS, MOST_BYTES, Explorer, explorer

__all__ = ["DRAWS", "MOST_BYTES", "Explorer", "explorer"]

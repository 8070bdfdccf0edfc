"""``python -m modeller.backtest``: run the backtest of the shipped record anew and keep it."""

from __future__ import annotations

from pathlib import Path

from modeller.backtest.kept import KEPT_FILE, kept, made
from modeller.base.saving import write_atomically
from modeller.profiles import shipped_profile

if __name__ == "__main__":
    profile = shipped_profile()
    write_atomically(Path(__file__).with_name(KEPT_FILE), kept(made(profile), profile))

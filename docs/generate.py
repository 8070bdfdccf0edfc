"""Writes every generated page and file again: ``make docs``.

A test of each fails when it is out of date. The example briefings and the pictures have
commands of their own (``make examples``, ``make screenshots``), because they take minutes.
"""

from __future__ import annotations

import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT))


def main() -> int:
    """Shipped scenarios and schema first: the pages tell of them."""
    from benchmarks.soak import report
    from docs import (
        calibration_page,
        licences,
        man_pages,
        model_2_page,
        reference_pages,
        validation_tables,
    )
    from modeller.cli import main as command_line
    from scenarios import write

    write.main()
    reference_pages.main()
    man_pages.main()
    licences.main()
    model_2_page.main()
    report.write()
    page = ROOT / "docs" / "parameters.md"
    status = command_line(
        ["list", "parameters", "--format", "markdown", "--force", "--out", str(page)]
    )
    calibration_page.main()
    validation_tables.replace_block("backtest", validation_tables.backtest_text())
    return status


if __name__ == "__main__":
    sys.exit(main())

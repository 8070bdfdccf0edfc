"""Runs the notebooks in ``docs/notebooks`` and keeps what they show: ``make notebooks``.

The manual shows what was kept; a test runs them anew and compares every text and number. Pictures
are left out of that, because they differ from one version of matplotlib to the next.
"""

from __future__ import annotations

import os
import sys
import tempfile
from pathlib import Path
from typing import Any

import nbformat
from nbclient import NotebookClient

FOLDER = Path(__file__).with_name("notebooks")
NOTEBOOKS = sorted(FOLDER.glob("*.ipynb"))
_SECONDS = 600


def run(path: Path) -> Any:
    """The notebook with what its cells show today, run in an empty folder."""
    notebook = nbformat.read(path, as_version=4)
    root = str(Path(__file__).parents[1])
    before = os.environ.get("PYTHONPATH")
    os.environ["PYTHONPATH"] = os.pathsep.join(filter(None, (root, before)))
    try:
        with tempfile.TemporaryDirectory() as folder:
            client = NotebookClient(
                notebook,
                timeout=_SECONDS,
                kernel_name="python3",
                coalesce_streams=True,  # how output is split into messages is chance
                resources={"metadata": {"path": folder}},
            )
            client.execute()
    finally:
        if before is None:
            del os.environ["PYTHONPATH"]
        else:
            os.environ["PYTHONPATH"] = before
    return _plain(notebook)


def _plain(notebook: Any) -> Any:
    """The notebook without times and versions, so that the same results give the same file."""
    notebook.metadata = {
        "kernelspec": {"display_name": "Python 3", "language": "python", "name": "python3"}
    }
    for number, cell in enumerate(notebook.cells):
        cell.id = f"cell-{number}"
        cell.metadata = {}
    return notebook


def shown(notebook: Any) -> list[list[str]]:
    """What each cell of code shows as text: what it prints, its tables, its values."""
    found = []
    for cell in notebook.cells:
        if cell.cell_type == "code":
            texts = [_text(output) for output in cell.outputs]
            found.append([text for text in texts if text])
    return found


def _text(output: Any) -> str:
    if output.output_type == "stream":
        return "" if output.name == "stderr" else str(output.text)
    if output.output_type == "error":
        return f"{output.ename}: {output.evalue}"
    data = output.get("data", {})
    if "image/png" in data or "image/svg+xml" in data:
        return ""
    return str(data.get("text/html") or data.get("text/plain") or "")


def main() -> int:
    """Run them all and keep what they show."""
    for path in NOTEBOOKS:
        nbformat.write(run(path), path)
        print(path.relative_to(FOLDER.parents[1]))
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""Prints the lowest version of everything that pyproject.toml asks for, as pip takes constraints.

Extras named on the command line are counted in: ``python .ci/lowest.py dev``.
"""

from __future__ import annotations

import re
import sys
import tomllib
from pathlib import Path

_BOUND = re.compile(r"([A-Za-z0-9_.-]+)\s*>=\s*([0-9][0-9.]*)")


def lowest(extras: list[str]) -> list[str]:
    """One line for each requirement with a lower bound; the others have none to test."""
    text = Path(__file__).parents[1].joinpath("pyproject.toml").read_text("utf-8")
    project = tomllib.loads(text)["project"]
    asked = list(project["dependencies"])
    for extra in extras:
        asked += project["optional-dependencies"][extra]
    found = [_BOUND.match(requirement) for requirement in asked]
    return sorted({f"{bound[1]}=={bound[2]}" for bound in found if bound is not None})


if __name__ == "__main__":
    sys.stdout.write("\n".join(lowest(sys.argv[1:])) + "\n")

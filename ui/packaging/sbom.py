"""Writes what a bundle is made of, as a CycloneDX list: ``make sbom``.

CycloneDX's own tool lists the environment in which bundles are made. What serves only to make
them, PyInstaller and pip, is taken off the list, since it does not reach users.
"""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Sequence
from importlib.metadata import PackageNotFoundError, distribution
from pathlib import Path
from typing import Any

from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

from modeller.base.version import VERSION

ROOT = Path(__file__).parents[2]
NAME = "policy-scenario-modeller"


def needed(name: str = NAME) -> set[str]:
    """Canonical names of the distributions that run when the modeller runs, itself included."""
    found: set[str] = set()
    waiting = [name]
    while waiting:
        name = canonicalize_name(waiting.pop())
        if name in found:
            continue
        try:
            requirements = distribution(name).requires or ()
        except PackageNotFoundError:
            continue  # asked for by an extra, or on another system
        found.add(name)
        for text in requirements:
            requirement = Requirement(text)
            if requirement.marker is None or requirement.marker.evaluate({"extra": ""}):
                waiting.append(requirement.name)
    return found


def only(bill: dict[str, Any], names: set[str]) -> dict[str, Any]:
    """A bill of materials with the components of these names, and the version of the whole."""
    components = [c for c in bill["components"] if canonicalize_name(c["name"]) in names]
    kept = {component["bom-ref"] for component in components}
    root = bill["metadata"]["component"]
    root["version"] = VERSION
    dependencies = [
        {
            **entry,
            **(
                {"dependsOn": [on for on in entry["dependsOn"] if on in kept]}
                if "dependsOn" in entry
                else {}
            ),
        }
        for entry in bill.get("dependencies", [])
        if entry["ref"] in kept | {root["bom-ref"]}
    ]
    return bill | {"components": components, "dependencies": dependencies}


def main(arguments: Sequence[str] | None = None) -> int:
    """Write the list to the path that is named."""
    (path,) = sys.argv[1:] if arguments is None else arguments
    listed = subprocess.run(
        [
            *(sys.executable, "-m", "cyclonedx_py", "environment", "--output-reproducible"),
            *("--of", "JSON", "--pyproject", ROOT / "pyproject.toml", sys.executable),
        ],
        check=True,
        capture_output=True,
        text=True,
    )
    bill = only(json.loads(listed.stdout), needed() - {canonicalize_name(NAME)})
    Path(path).write_text(json.dumps(bill, indent=2, ensure_ascii=False) + "\n", "utf-8")
    print(f"{path}: {len(bill['components'])} components")
    return 0


if __name__ == "__main__":
    sys.exit(main())

"""The example briefings in the manual are those of today's model."""

from __future__ import annotations

import base64
import gzip
import re
import runpy
from pathlib import Path

import pytest

from modeller.base.errors import ModellerError
from modeller.briefing.explorable.assembling import script
from modeller.kernel import wasm
from modeller.scenario.sharing import open_bytes
from scenarios.write import shipped_scenarios
from tests.met import MET

FOLDER = Path(__file__).parent.parent / "docs" / "examples"
_WRITING = runpy.run_path(str(FOLDER / "write.py"))
EXAMPLES, EXPLORABLE = _WRITING["EXAMPLES"], _WRITING["EXPLORABLE"]
AGAIN = "run `make examples`"


@pytest.mark.parametrize("name", EXAMPLES)
def test_that_an_example_is_of_the_shipped_scenarios_and_unaltered(name):
    (about, against, *others), forms = EXAMPLES[name]
    keys = (against, about, *others)  # as a file carries them
    expected = [shipped_scenarios()[key] for key in keys]
    for form in forms:
        data = (FOLDER / f"{name}.{form}").read_bytes()
        if form not in ("html", "pdf"):
            continue
        try:
            opened = open_bytes(data, profile=MET)
        except ModellerError as error:
            pytest.fail(f"raise the model's version in the catalogue, then {AGAIN}: {error}")
        assert opened.intact, AGAIN
        found = [loaded.scenario.fingerprint for loaded in opened.scenarios]
        assert found == [scenario.fingerprint for scenario in expected], AGAIN


def test_that_the_example_to_explore_has_todays_script_and_module():
    page = (FOLDER / f"{EXPLORABLE}.html").read_text("utf-8")
    assert f"<script>{script()}</script>" in page, AGAIN
    data = re.search(r'id="explorer-data">([^<]*)<', page)
    module = wasm.module()
    assert data is not None
    assert module is not None
    content = gzip.decompress(base64.b64decode(data[1]))
    assert module.code in content, AGAIN


def test_that_nothing_else_lies_among_the_examples():
    written = {f"{name}.{form}" for name, (_, forms) in EXAMPLES.items() for form in forms}
    lying = {file.name for file in FOLDER.iterdir() if file.is_file()}
    assert lying == {*written, "write.py"}

"""Scenario documents for the tests: as they are saved, and what is wrong with them."""

from __future__ import annotations

import pytest

from modeller.base.errors import ModellerError
from modeller.scenario import Scenario
from modeller.scenario.file import (
    document_text,
    parse_document,
    scenario_document,
)
from tests.met import MET, catalogue

OWN_RECORD = "ab" * 32


def saved(scenario, **more):
    """The bytes of its file."""
    return document_text(scenario_document(scenario, **more)).encode()


def complaints(call, *arguments, **named):
    with pytest.raises(ModellerError) as caught:
        call(*arguments, **named)
    return [str(problem) for problem in caught.value.problems]


def complaints_about(**sections):
    """What is wrong with a document that is sound but for these sections."""
    return complaints(parse_document, {"format": 1, "changes": {}, **sections}, profile=MET)


def parsed(**sections):
    return parse_document({"format": 1, "changes": {}, **sections}, profile=MET)


def document_of(model=None, **changes):
    """A saved document as this version of the model or another might have left it."""
    document = scenario_document(Scenario(changes=changes))
    document["model"]["version"] = model or catalogue().version
    return document

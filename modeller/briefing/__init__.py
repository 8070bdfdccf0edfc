"""Briefings: a result as a document for a committee, as web page, PDF, Word, workbook or CSV.

>>> from datetime import date
>>> from modeller.briefing import About, brief, export
>>> briefing = brief([baseline, plan], About(on=date(2026, 1, 5), author="A. Clerk"))
>>> export(briefing, "plan.pdf")

`brief` composes one, with words from `modeller.wording`. Every form is made from the same frozen
`Briefing` and adds no words.
"""

from __future__ import annotations

from modeller.briefing.analysis_runs import ANALYSES, analyse
from modeller.briefing.analysis_table import Analyses
from modeller.briefing.composing import (
    ALWAYS,
    SECTIONS,
    brief,
    reference_for,
)
from modeller.briefing.content import About, Briefing, Form
from modeller.briefing.exporting import FORMS, export, form_of, render

__all__ = [
    "ALWAYS",
    "ANALYSES",
    "FORMS",
    "SECTIONS",
    "About",
    "Analyses",
    "Briefing",
    "Form",
    "analyse",
    "brief",
    "export",
    "form_of",
    "reference_for",
    "render",
]

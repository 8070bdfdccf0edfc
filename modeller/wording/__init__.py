"""The only room where numbers become text, for the window, the documents and the command line.

`numbers` writes figures, ranges and axes; `settings` the values of levers, and `typed` reads them
back; `outcomes` ranges and paired differences; `frequencies` natural frequencies; `findings` chart
titles; `sentences` what binds and the break-even; `caveat` what to bear in mind. `headline` puts
these together, `glance` in the fewest words, `answer` in one sentence.
"""

from __future__ import annotations

from modeller.wording.answer import AnswerPart, answer, answer_parts, past_words
from modeller.wording.break_even import break_even_sentences
from modeller.wording.caveat import (
    caveats,
    judgement_note,
    judgements,
    set_by_user,
)
from modeller.wording.credit import credit, record_words, source_words, subject_line, subject_words
from modeller.wording.findings import chart_title, stays_about_the_same
from modeller.wording.frequencies import (
    natural_frequency,
)
from modeller.wording.glance import BriefWarning, Glance, glances, warnings_at_a_glance
from modeller.wording.headline import Headline, headlines, outcome_headline
from modeller.wording.numbers import (
    EN_DASH,
    FIXED_SPACE,
    MINUS,
    THIN_SPACE,
    Style,
    axis_labels,
    exact_number,
    futures,
    number,
    of_100,
    percent,
    short_figure,
    style_for,
    supported_step,
    with_unit,
)
from modeller.wording.outcomes import (
    Projected,
    change,
    change_figure,
    change_range,
    comparison_words,
    label,
    middle_and_range,
    middle_words,
    noun,
    range_figures,
    range_words,
    short_comparison,
    style,
)
from modeller.wording.sentences import (
    causes_sentence,
    crews_sentence,
    delivered_words,
    wrongly_flagged_sentence,
)
from modeller.wording.settings import (
    counted_so_far,
    evidence_range_words,
    setting_words,
    value_range_words,
    value_words,
)
from modeller.wording.typed import (
    TwoMeaningsError,
    as_english,
    read_spread,
    read_typed_setting,
    read_value,
)

__all__ = [
    "EN_DASH",
    "FIXED_SPACE",
    "MINUS",
    "THIN_SPACE",
    "AnswerPart",
    "BriefWarning",
    "Glance",
    "Headline",
    "Projected",
    "Style",
    "TwoMeaningsError",
    "answer",
    "answer_parts",
    "as_english",
    "axis_labels",
    "break_even_sentences",
    "causes_sentence",
    "caveats",
    "change",
    "change_figure",
    "change_range",
    "chart_title",
    "comparison_words",
    "counted_so_far",
    "credit",
    "crews_sentence",
    "delivered_words",
    "evidence_range_words",
    "exact_number",
    "futures",
    "glances",
    "headlines",
    "judgement_note",
    "judgements",
    "label",
    "middle_and_range",
    "middle_words",
    "natural_frequency",
    "noun",
    "number",
    "of_100",
    "outcome_headline",
    "past_words",
    "percent",
    "range_figures",
    "range_words",
    "read_spread",
    "read_typed_setting",
    "read_value",
    "record_words",
    "set_by_user",
    "setting_words",
    "short_comparison",
    "short_figure",
    "source_words",
    "stays_about_the_same",
    "style",
    "style_for",
    "subject_line",
    "subject_words",
    "supported_step",
    "value_range_words",
    "value_words",
    "warnings_at_a_glance",
    "with_unit",
    "wrongly_flagged_sentence",
]

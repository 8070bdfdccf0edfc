"""Every word that the page's script shows besides the sentences about a result.

The script fills in what is in braces. Documents are in English; for pages in another language,
these words and those of the template are what has to be translated.
"""

from __future__ import annotations

from collections.abc import Mapping

LABELS: Mapping[str, str] = {
    "mix": "Where: mix of places",
    "mix_changed": "mix of places: {text}",
    "was": "was {text}. ",
    "beyond": "Beyond evidence ({range}).",
    "change": "{label} {now} (was {before})",
    "live": "Live numbers of model {model}, {draws} draws, {record}. {state}",
    "untouched": "Scenario {letter} “{title}” as in the briefing below, fingerprint {fingerprint}.",
    "changed_from": "Changed from {letter} “{title}” ({fingerprint}): {changes}.",
    "changed": "{letter}  changed",
    "column": "{letter}  {title}",
    "total": "Total",
    "in_the_record": "In the record",
    "totals": "Totals over {weeks} weeks: median (8 of 10 futures)",
    "type_a_number": "Type a number.",
    "chance": "in {share} of 100 futures.",
    "no_code": "This browser cannot make a code; save the scenario instead.",
    "copied": "Copied.",
    "copy_it": "Select the code and copy it.",
    "table_of": "Table: {label} week by week",
    "in_all": "{figure} in all ({range})",
    "weekly": "each week",
    "cumulative": "added up week by week",
    "with_record": "{view}: the {record}, then the projection",
    "picture": "{label}, {view}. {totals}.",
    "total_of": "{letter}: {figure} in all, {range}",
    "first_week": "first week",
    "week": "week {week}",
    "record_ends": "record ends {day}",
    "before": "{count} weeks before the projection: {figure} in the record",
    "ranged": "{letter} {figure} ({range} in 8 of 10 futures)",
    "plain": "{letter} {figure}",
    "read_out": "{week}: {figures}",
    "week_from": "Week from {day}",
    "week_number": "Week {week}",
    "column_of_days": "Week from",
    "column_of_weeks": "Week",
    "median": "{letter}: median",
    "range": "{letter}: 8 of 10 futures",
    "table_weekly": "{label}, each week",
    "table_cumulative": "{label}, added up",
}

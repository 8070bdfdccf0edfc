"""Writes ``docs/model-2.md``: the shipped scenarios and a lever grid under models 1 and 2.

Version 1's results are kept beside it as ``model-1-results.json``, in the form that ``modeller
versions`` reads; version 2's are those of today's oracle.
"""

from __future__ import annotations

import json
from pathlib import Path

from modeller.analysis.model_versions import VersionResults, parse_results
from modeller.cli.model_versions import markdown
from modeller.profiles import shipped_profile

FOLDER = Path(__file__).parent
PAGE = FOLDER / "model-2.md"
BEFORE = FOLDER / "model-1-results.json"
AFTER = FOLDER.parent / "tests" / "oracle" / "settled-results.json"

INTRODUCTION = """\
# From model 1 to model 2

What every shipped scenario and a grid of levers came to under version 1 of the model, with its
record to December 2025, and what they come to under version 2, with the record to 17 April
2026. A figure is the middle of the futures, with the range that 8 of 10 of them are in. Files
of version 1 still open, and show what moved. `modeller versions model-1-results.json now`
works out such tables for any two versions.

## Why they moved

- **Arrests and true alerts at four a week are about a tenth higher, and their ranges are
  narrower.** Version 1 mistook differences between places for drift over time; and it let rates
  return to a long-run mean, which made arrests low. Version 2 starts where the record ends and
  knows the places. Its false alerts have wider ranges: they come in clusters.
- **Faces no longer fall back.** Version 1's faces started high and returned to a lower mean;
  nothing in the record says that they do.
- **At ten a week more is achieved.** Version 1 rested on a judgement that crews can run 8 to 14
  deployments a week, and crews ran out in most futures. The record has two deployments on most
  days that have any, so ten a week take five days. The number of days now decides, and you can
  set it.
- **Losses cost fewer deployments.** Version 1 counted the posts that go and the money that they
  save as two cuts. `savings_from_posts` says how much of the shortfall they close. In the shipped
  plan this is the announced £185m; nothing else in the plan has changed.
- **The yield of a deployment at ten a week falls a little less.** Diminishing returns now allow
  for the place, and the yield is measured at seven a week rather than four and a half.
- **Smaller crews are no longer free.** In version 1, eight officers made nearly as many arrests
  as twenty. Below twenty, arrests now fall with the crew; by how much is a judgement.
- **Longer deployments yield less than in proportion,** as the published hours say.
- **The scenario “Plan, crews of ten” is gone,** and so are the beliefs in crew capacity a week
  and in the hours an arrest takes.

## What is new

- `recent-rate`: 6.5 deployments a week, as in the 13 weeks to 17 April 2026. Beside it, the plan's
  gain can be measured against today instead of against four a week.
- `six-zones`: the plan where 90 more officers were announced for six zones (Computer Weekly, 1
  August 2025). Whether the cameras go there was not said.
- `fixed-cameras`: the plan with three deployments in ten by the fixed cameras in Croydon.
- `suspended`: no deployments at all. Newham's council asked for this in its own borough, by a
  unanimous vote of January 2023 (Computer Weekly, 1 August 2025).
"""


def text() -> str:
    """The page."""
    before = parse_results(BEFORE.read_bytes(), BEFORE.name)
    oracle = json.loads(AFTER.read_text("utf-8"))
    today = shipped_profile()
    after = VersionResults(
        today.catalogue.version,
        today.key,
        today.record.label,
        {
            name: {key: tuple(map(float, total)) for key, total in result["totals"].items()}
            for name, result in oracle.items()
        },
    )
    return f"{INTRODUCTION}\n{markdown(before, after, today.catalogue)}"


def main() -> None:
    """Write it."""
    PAGE.write_text(text(), "utf-8")


if __name__ == "__main__":
    main()

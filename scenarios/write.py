"""Writes the shipped scenarios and the schema beside them: ``python -m scenarios.write``.

To be run after every change of the catalogue, of the record or of what is declared here; a
test fails when the files are not what this script would write.
"""

from __future__ import annotations

from pathlib import Path

from modeller.profiles import shipped_profile
from modeller.projection import project
from modeller.scenario import BeliefSetting, Scenario
from modeller.scenario.document import SCHEMA_NAME, scenario_document
from modeller.scenario.file import SUFFIX, document_text
from modeller.scenario.places import PlaceMix
from modeller.scenario.schema import schema_text

AUTHOR = "The modeller's contributors"

# Days follow: ten deployments over five days, as announced.
ANNOUNCED_PLAN = {"deployments_per_week": 10.0}
ANNOUNCED_LOSSES = {
    "officer_losses": 1400.0,
    "staff_losses": 300.0,
    "budget_shortfall": 260.0,
    "additional_funding": 32.0,
    "savings_from_posts": 185.0,
}
ANNOUNCEMENT = ("computer-weekly-2025-08", "pa-2025-04", "express-star-2025-02", "bbc-2025-02")

# The test's own figure as the centre. Its list held 10,000 people: in proportion a list of
# 16,000 gives 267. The record's weeks at the same threshold give 51 with lists of about
# 12,000, which is 67. Twice the evidence's spread has about 50 to 500 as its 90 % range, so
# both are in it.
OLDER_THRESHOLD = BeliefSetting(central=167.0, spread=2.0)


def shipped_scenarios() -> dict[str, Scenario]:
    """Each shipped scenario under its name."""
    plan = {**ANNOUNCED_PLAN, **ANNOUNCED_LOSSES}
    return {
        "baseline": Scenario(
            title="Baseline",
            question="What do four deployments a week yield when nothing else changes?",
            author=AUTHOR,
            notes="Four deployments a week, no posts lost and no shortfall: what every other "
            "scenario is compared with.",
            sources=("computer-weekly-2025-08", "met-lfr-record"),
        ),
        "met-plan-2025": Scenario(
            title="Met plan 2025",
            question="What do ten deployments a week yield while 1,400 officers and 300 staff go?",
            author=AUTHOR,
            notes="The plan as announced in 2025: ten deployments a week; 1,400 officer and 300 "
            "staff posts go within a year; a shortfall of £260m, with £32m of new money and £185m "
            "of savings from posts set against it. Days follow: ten deployments over five days. "
            "Whether the £260m already counts the £32m is not clear from the sources.",
            sources=ANNOUNCEMENT,
            changes=plan,
        ),
        "plan-without-losses": Scenario(
            title="Plan without losses",
            question="What would ten deployments a week yield if no posts were lost and no money "
            "were short?",
            author=AUTHOR,
            notes="Ten deployments a week with the force as it is today.",
            sources=ANNOUNCEMENT,
            changes=ANNOUNCED_PLAN,
        ),
        "losses-without-plan": Scenario(
            title="Losses without the plan",
            question="What do four deployments a week yield while 1,400 officers and 300 staff go?",
            author=AUTHOR,
            notes="The announced losses of posts and money, with deployments left at four a week.",
            sources=ANNOUNCEMENT,
            changes=ANNOUNCED_LOSSES,
        ),
        "plan-older-threshold": Scenario(
            title="Plan, older threshold",
            question="How many false alerts would the plan bring at the rate measured in 2023 at "
            "threshold 0.60?",
            author=AUTHOR,
            notes="The Met plan 2025 with 167 false alerts in a million faces, the rate of the "
            "National Physical Laboratory's test at threshold 0.60 (one in 6,000). The record "
            "since July 2024 was made at 0.64.\n\n"
            "The test's list held 10,000 people; in proportion, a list of 16,000 would give 267. "
            "The record's own weeks at 0.60 give 51 with lists of about 12,000, which is 67 in "
            "proportion, though faces were counted in another way then. The spread is therefore "
            "twice the evidence's: a 90 % range of about 50 to 500, which takes in both.\n\n"
            "A lower threshold would find more people on the list too. The true match rate stays "
            "at 0.89, which was measured at 0.60.",
            sources=(*ANNOUNCEMENT, "npl-2023", "met-lfr-record"),
            changes={**plan, "false_alerts_per_million_faces": OLDER_THRESHOLD},
        ),
        "plan-half-match-rate": Scenario(
            title="Plan, half match rate",
            question="What would the plan yield if the system flagged half of the people on the "
            "list who pass a camera?",
            author=AUTHOR,
            notes="The Met plan 2025 with a true match rate of 0.5, about what another vendor's "
            "system reached in a field test in 2026. Misses leave no trace in the record, so it "
            "can neither confirm nor rule out such a rate.",
            sources=(*ANNOUNCEMENT, "cambridge-essex-2026"),
            changes={**plan, "true_match_rate": 0.5},
        ),
        "recent-rate": Scenario(
            title="The recent rate",
            question="What does the rate of early 2026 yield when nothing else changes?",
            author=AUTHOR,
            notes="Six and a half deployments a week, as in the 13 weeks to 17 April 2026 (85), no "
            "posts lost and no shortfall: the plan's gain against today is its gain against this.",
            sources=("met-lfr-record",),
            changes={"deployments_per_week": 6.5},
        ),
        "six-zones": Scenario(
            title="Plan, in six zones",
            question="What would the plan yield if the cameras stood in the six zones that get "
            "more officers?",
            author=AUTHOR,
            notes="The Met plan 2025 with its deployments shared out evenly over Brixton, "
            "Kingston, Ealing Broadway, Finsbury Park, Southwark and a new site in Tower "
            "Hamlets: the six zones that were to get 90 more officers. Whether the cameras go "
            "there was not said. What a place yields is known from where vans have stood; nobody "
            "has deployed in Spitalfields.",
            sources=(*ANNOUNCEMENT, "met-lfr-record", "modelling-judgement"),
            changes=plan,
            places=PlaceMix((("plan-zones", 1.0),)),
        ),
        "fixed-cameras": Scenario(
            title="Plan, fixed cameras",
            question="What would the plan yield with three deployments in ten by the fixed "
            "cameras in Croydon?",
            author=AUTHOR,
            notes="The Met plan 2025 with 30 % of its deployments by the fixed cameras in "
            "Croydon's North End and the rest as recorded. What they gain is the street's: "
            "against vans on the same street no effect of the cameras themselves is to be seen.",
            sources=(*ANNOUNCEMENT, "met-lfr-record"),
            changes=plan,
            places=PlaceMix((("fixed-cameras", 1.0),)),
        ),
        "suspended": Scenario(
            title="Suspended",
            question="What is given up when live facial recognition is suspended?",
            author=AUTHOR,
            notes="No deployments at all. Newham's council asked for that in its own borough, by a "
            "unanimous vote of January 2023.",
            sources=("computer-weekly-2025-08",),
            changes={"deployments_per_week": 0.0},
        ),
    }


def shipped_files() -> dict[str, str]:
    """Name of each file in this folder that is written here, and its text."""
    texts = {
        f"{name}{SUFFIX}": document_text(
            scenario_document(scenario, results_digest=project(scenario).results_digest)
        )
        for name, scenario in shipped_scenarios().items()
    }
    return {**texts, SCHEMA_NAME: schema_text(shipped_profile().catalogue)}


def main() -> None:
    """Write them all."""
    for name, text in shipped_files().items():
        Path(__file__).with_name(name).write_text(text, encoding="utf-8", newline="\n")


if __name__ == "__main__":
    main()

"""What a mix of places gives the equations in each draw.

With these, equations 4, 5 and 8 of the model read, in week w of a draw:

    level_faces_w = departure + Σ fading_v · Normal(0, drift) over the weeks v ≤ w
    faces         = d_w · faces_today · m_faces · exp(level_faces_w) · …
    alerts        = d_w · alerts_today · m_alerts · exp(level_alerts_w)
                    · (d_w / reference_deployments)^(−returns) · …
    mean share    = share_today · m_share · exp(level_arrests_w − level_alerts_w)

In a week of d deployments the faces have gamma shape d · faces_shape, and the alerts have size
d · alerts_size. Among A true alerts the arrests are beta-binomial, with a variance of
1 + (A/d − 1) · arrests_correlation times the binomial's. The departure and the steps of arrests are
correlated with those of alerts: from standard normals z, arrests take
together · z_alerts + √(1 − together²) · z_arrests.
"""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from modeller.base.elementary import Floats
from modeller.calibration.places.mixes import HIGHEST_SHARE, YIELDS, Mix, Places


@dataclass(frozen=True, eq=False)
class MixDraws:
    """Arrays of shape (draws,), except for the last two.

    Attributes
    ----------
    faces_today, alerts_today, share_today
        Faces and true alerts per deployment, and arrests per true alert, at the record's end and
        the recorded mix; the last is at most 0.98.
    m_faces, m_alerts, m_share
        Multipliers of the mix; exactly one for the recorded mix.
    faces_shape, alerts_size, arrests_correlation
        Noise of one deployment under the mix.
    departure_faces, departure_alerts, departure_arrests
        By how much the weeks ahead differ from the record's end, on the log scale.
    drift_faces, drift_alerts, drift_arrests
        Standard deviation of the levels' weekly steps, on the log scale.
    reference_deployments
        Deployments a week at which alerts and arrests are stated.
    together
        Correlation of the random numbers of alerts and arrests.
    """

    faces_today: Floats
    alerts_today: Floats
    share_today: Floats
    m_faces: Floats
    m_alerts: Floats
    m_share: Floats
    faces_shape: Floats
    alerts_size: Floats
    arrests_correlation: Floats
    departure_faces: Floats
    departure_alerts: Floats
    departure_arrests: Floats
    drift_faces: Floats
    drift_alerts: Floats
    drift_arrests: Floats
    reference_deployments: float
    together: float


def mix_draws(places: Places, mix: Mix | None = None) -> MixDraws:
    """The draws for a mix; the recorded mix when None."""
    mix = places.recorded if mix is None else mix
    drawn, of_mix = places.drawn, factors_of(places, mix, places.count)
    return MixDraws(
        faces_today=places.today("faces"),
        alerts_today=places.today("alerts"),
        share_today=places.arrest_share(),
        m_faces=of_mix["faces"],
        m_alerts=of_mix["alerts"],
        m_share=of_mix["share"],
        faces_shape=of_mix["faces_shape"],
        alerts_size=of_mix["alerts_size"],
        arrests_correlation=of_mix["arrests_correlation"],
        departure_faces=drawn["faces"].departure,
        departure_alerts=drawn["alerts"].departure,
        departure_arrests=drawn["arrests"].departure,
        drift_faces=drawn["faces"].drift,
        drift_alerts=drawn["alerts"].drift,
        drift_arrests=drawn["arrests"].drift,
        reference_deployments=places.fitted.outcomes["alerts"].reference_deployments,
        together=places.fitted.together,
    )


def factors_of(places: Places, mix: Mix, count: int) -> dict[str, Floats]:
    """What depends on the mix in the first `count` draws, by the names of `PLACE`; each (count,).

    Every mean is computed once, because this runs at every move while a mix is dragged.
    """
    mean = {key: places.mean(key, mix, count) for key in YIELDS}
    against = {key: mean[key] / places.recorded_mean(key)[:count] for key in YIELDS}
    noise = {}
    for key in YIELDS:
        spread = places.second(key, mix, count) / (mean[key] * mean[key])
        noise[key] = 1.0 / (spread * (1.0 + 1.0 / places.drawn[key].size[:count]) - 1.0)
    share = np.minimum(places.level_ratio[:count] * mean["arrests"] / mean["alerts"], HIGHEST_SHARE)
    return {
        "faces": against["faces"],
        "alerts": against["alerts"],
        "share": against["arrests"] / against["alerts"],
        "faces_shape": noise["faces"],
        "alerts_size": noise["alerts"],
        "arrests_correlation": places.correlation(
            share, 1.0 / noise["alerts"], 1.0 / noise["arrests"]
        ),
    }

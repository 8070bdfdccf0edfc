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

import numpy as np

from modeller.base.elementary import Floats
from modeller.calibration.places.mixes import HIGHEST_SHARE, Places
from modeller.calibration.places.shares import YIELDS, Mix


def factors_of(places: Places, mix: Mix, count: int, *, live: bool = False) -> dict[str, Floats]:
    """What depends on the mix in the first `count` draws, by the names of `PLACE`; each (count,).

    Every mean is computed once, because this runs at every move while a mix is dragged.

    Parameters
    ----------
    live
        Whether the last bit may be another; then a mix near the last one takes little time.
    """
    if live:
        moments = places.moments_near(mix, count)
    else:
        moments = {
            key: (places.mean(key, mix, count), places.second(key, mix, count)) for key in YIELDS
        }
    mean = {key: first for key, (first, _) in moments.items()}
    against = {key: mean[key] / places.recorded_mean(key)[:count] for key in YIELDS}
    noise = {}
    for key, (first, second) in moments.items():
        spread = second / (first * first)
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

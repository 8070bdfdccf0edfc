"""The digest of all that decides a scenario's numbers, and the fingerprint made from it."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from functools import lru_cache
from types import MappingProxyType

import rfc8785

from modeller.base.bounded_json import JSON, plain
from modeller.model.catalogue import Belief, Lever
from modeller.model.sampling import STREAMS_VERSION
from modeller.profiles import Profile
from modeller.scenario.places import PlaceMix
from modeller.scenario.setting import Setting, baseline_setting, plain_setting

_CROCKFORD = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"


def still_follows(slider: Lever | Belief, changes: Mapping[str, Setting]) -> bool:
    """Whether `key` is a lever that follows another and has not been set."""
    return isinstance(slider, Lever) and bool(slider.follows) and slider.key not in changes


def inputs_digest(
    profile: Profile,
    record: str | None,
    *,
    weeks: int,
    draws: int,
    seed: int,
    changes: Mapping[str, Setting],
    places: PlaceMix | None,
) -> str:
    """SHA-256, in hexadecimal, of all that decides a projection's numbers.

    Parameters
    ----------
    profile
        The force.
    record
        Digest of a record of the user's own, or None for the profile's.
    weeks, draws, seed
        The run.
    changes
        The levers and beliefs that are not at their baseline.
    places
        The mix of places, or None for the recorded one.

    Returns
    -------
    str
        64 digits; the same on every machine.
    """
    resolved = {
        **_canonical_untouched(profile, record is not None),
        **{key: _canonical_setting(setting) for key, setting in changes.items()},
    }
    run = dict(_canonical_run(profile, weeks, draws, seed, record or profile.record.digest))
    if places is not None:
        run["places"] = rfc8785.dumps(places.plain)
    whole = _canonical_object({**run, "resolved": _canonical_object(resolved)})
    return hashlib.sha256(whole).hexdigest()


@lru_cache(maxsize=1024)
def _canonical_setting(setting: Setting) -> bytes:
    """Cached, because a slider moves one setting at a time and needs the digest of all."""
    return rfc8785.dumps(plain_setting(setting))  # type: ignore[arg-type]


@lru_cache(maxsize=16)
def _canonical_untouched(profile: Profile, own_record: bool) -> Mapping[str, bytes]:
    """The baseline of every lever and belief; null where the user's own record decides it."""
    return MappingProxyType(
        {
            key: b"null"
            if still_follows(slider, {}) or (own_record and isinstance(slider, Belief))
            else _canonical_setting(baseline_setting(slider))
            for key, slider in profile.catalogue.sliders.items()
        }
    )


@lru_cache(maxsize=64)
def _canonical_run(
    profile: Profile, weeks: int, draws: int, seed: int, record: str
) -> Mapping[str, bytes]:
    """What is in `inputs_digest` besides the levers and beliefs."""
    run: dict[str, str | int] = {
        "weeks": weeks,
        "draws": draws,
        "seed": seed,
        "model": profile.catalogue.version,
        "streams": STREAMS_VERSION,
        "record": record,
    }
    if not profile.shipped:
        run["profile"] = profile.digest
    return MappingProxyType({name: rfc8785.dumps(value) for name, value in run.items()})


def _canonical_object(members: Mapping[str, bytes]) -> bytes:
    """The canonical JSON of an object with ASCII names, from that of its members."""
    ordered = sorted(members.items())
    return b"{" + b",".join(b'"%s":%s' % (name.encode(), text) for name, text in ordered) + b"}"


def canonical_digest(tree: JSON) -> str:
    """SHA-256, in hexadecimal, of the tree as canonical JSON (RFC 8785)."""
    return hashlib.sha256(rfc8785.dumps(plain(tree))).hexdigest()


def short_fingerprint(digest: str) -> str:
    """Twelve characters of Crockford's base 32 (no I, L, O, U) from a digest, in three groups."""
    bits = int(digest[:15], 16)
    text = "".join(_CROCKFORD[bits >> shift & 31] for shift in range(55, -1, -5))
    return f"{text[:4]}-{text[4:8]}-{text[8:]}"

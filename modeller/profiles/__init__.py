"""Profiles: everything that is particular to one force, as a value that is handed down."""

from __future__ import annotations

from modeller.profiles.profile import QUALITY, OwnFit, Profile, profile_of, shipped_profile
from modeller.profiles.reading import load_profile, profile_folder
from modeller.profiles.tiles import Tile

__all__ = [
    "QUALITY",
    "OwnFit",
    "Profile",
    "Tile",
    "load_profile",
    "profile_folder",
    "profile_of",
    "shipped_profile",
]

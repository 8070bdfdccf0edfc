"""Profiles: a force as a value that is handed down, with its catalogue, record, areas and words."""

from __future__ import annotations

from modeller.profiles.profile import QUALITY, Profile
from modeller.profiles.reading import load_profile, profile_folder, profile_of, shipped_profile

__all__ = ["QUALITY", "Profile", "load_profile", "profile_folder", "profile_of", "shipped_profile"]

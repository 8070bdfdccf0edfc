"""Files in the window: opened, saved, shared, watched and kept after a crash."""

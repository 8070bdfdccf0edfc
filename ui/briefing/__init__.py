"""The briefing in the window: chosen, looked at as a page, exported or printed."""

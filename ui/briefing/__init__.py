"""The briefing in the window: options, preview, export and print."""

"""The window: what the user sees and moves."""

"""What changes: the session and its desk, the runner that projects them, settings and history."""

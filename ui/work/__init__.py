"""Long work beside the window: done in the background, and shown in a dialog of its own."""

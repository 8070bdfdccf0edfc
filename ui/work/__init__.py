"""Long work: done in the background, and shown in its own dialog."""

"""The analyses in the window, each a question, and what their panels share."""

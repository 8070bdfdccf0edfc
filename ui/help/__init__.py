"""Help: its pages and their window, and an explanation of each control."""

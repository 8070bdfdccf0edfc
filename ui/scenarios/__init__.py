"""The scenarios in the window: the strip of up to four, and the grid that compares them."""

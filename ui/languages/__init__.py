"""The languages of the window: which one is wanted, and its translation."""

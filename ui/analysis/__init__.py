"""The analyses in the window: what drives the answer, trade-offs, what to believe, robustness."""

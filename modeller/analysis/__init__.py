"""The analyses: what drives an answer, what it would take to change it, and trade-offs."""

"""The analyses: what drives an answer, what it would take, and what stands against what."""

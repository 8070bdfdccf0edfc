"""The model itself: its catalogue, equations, random numbers, and their run on arrays."""

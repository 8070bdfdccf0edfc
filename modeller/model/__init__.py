"""The model itself: what is declared, the equations, chance, and the run on arrays."""

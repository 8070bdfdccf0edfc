"""How fast the model runs, beside the common ways of running the same model."""

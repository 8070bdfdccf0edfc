"""The scenarios of the shipped profile: data, which knows nothing of the model."""

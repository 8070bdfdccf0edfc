"""Benchmarks: the speed of the model compared with common ways of running the same model."""

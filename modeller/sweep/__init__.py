"""Sweeps: a design of many scenarios, run on any executor, written as a table."""

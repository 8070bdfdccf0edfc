"""Sweeps: designs of many scenarios, run on any executor and written as a table."""

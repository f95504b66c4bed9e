"""Measuring ourselves: what the models can do with names, and how fast."""

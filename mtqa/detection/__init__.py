"""Telling an error from a right name: candidates, evidence, weights and the verdict."""

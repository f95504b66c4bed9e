"""Benchmarks that need the tools of the tests."""

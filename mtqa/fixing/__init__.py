"""Fixes: suggestions put into the copy, and nothing else of the file touched."""

"""Turning tables of facts into one gazetteer file. Nothing here is needed at lint time."""

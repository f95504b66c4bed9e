"""The house layer: a newsroom's own table of names, laid over the gazetteer. docs/house.md documents the file."""

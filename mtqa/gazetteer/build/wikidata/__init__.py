"""A Wikidata dump as a source: read once as a stream, in parallel and resumable, then turned into records.

docs/wikidata.md documents the use, what is kept, and what it costs.
"""

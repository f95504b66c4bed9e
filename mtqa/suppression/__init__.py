"""Suppression: findings that somebody has looked at and put aside, in the file or beside it.

Ways, all with a reason in words: comments in Markdown, HTML and XML, front matter, a sidecar file for formats without
comments, and the editorial ``[sic]``. A suppression that puts nothing aside is itself reported.
"""

"""Measuring the gazetteer: who held which office, how fast look-ups are, how they grow."""

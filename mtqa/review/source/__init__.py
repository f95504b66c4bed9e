"""The Spanish that a story was translated from, side by side with it: which file, which sentence, which words."""

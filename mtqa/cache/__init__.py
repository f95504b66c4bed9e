"""Results that were found before: for the same text under the same inputs nothing is looked for again."""

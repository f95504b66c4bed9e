"""Review: findings on a page, decided by people, and what they decide put into the copy."""

"""Version control: which lines of which files have changed."""

"""Package data: the embedded models, one folder a direction."""

"""Making the embedded models: corpus, pieces, training, export. Imported only by ``mtqa model``."""

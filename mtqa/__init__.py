"""mtqa: finds likely machine-translation errors in English copy that was translated from Spanish."""

__version__ = "0.1.0"

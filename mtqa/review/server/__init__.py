"""The server of a review: on this machine only, for whoever knows its secret address."""

"""A bench made by machine: Spanish stories whose names are known, as translators put them into English."""

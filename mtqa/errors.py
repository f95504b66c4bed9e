"""The one exception a user ever sees, and a kind of it that concerns some files only."""


class MtqaError(Exception):
    """Bad input or a broken installation: one line saying what is wrong, where, and what to do.

    The command line prints the message on stderr and exits with status 2; library users catch it.
    """


class HouseError(MtqaError):
    """A house table that was found beside a document is wrong: documents elsewhere can be linted."""

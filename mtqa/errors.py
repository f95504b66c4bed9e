"""The one exception a user ever sees, and kinds of it that concern some files only."""


class MtqaError(Exception):
    """Bad input or a broken installation: one line saying what is wrong, where, and what to do.

    The command line prints the message on stderr and exits with status 2; library users catch it.
    """


class HouseError(MtqaError):
    """A house table that was found beside a document is wrong: documents elsewhere can be linted."""


class FormatError(MtqaError):
    """A text is not what its format asks for: other texts can be linted."""


class LostError(MtqaError):
    """The process that linted a text died: other texts can be linted."""


class BugError(Exception):
    """A fault of our own in another process, in words: an exception cannot always be sent as it is."""

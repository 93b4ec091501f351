"""What a report that lies somewhere says of itself: from what it was made, and whether it was edited since."""

from typing import NamedTuple


class Mark(NamedTuple):
    """The mark of a document that antq wrote.

    ``source`` is the hash of all that decided what is in it (:class:`~antq_cli.core.report.Provenance`). ``written`` is
    the hash of its text when antq wrote it, ``now`` that of its text as it is: of what nobody edited they are equal.
    """

    source: str
    written: str
    now: str

    @property
    def untouched(self) -> bool:
        """Whether its text is still what antq wrote."""
        return self.written == self.now

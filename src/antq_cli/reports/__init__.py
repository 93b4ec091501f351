"""The formats of a report, a module each, with ``write(report)`` and what reads its mark; it knows no screen."""

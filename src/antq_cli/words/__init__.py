"""Everything that people read: messages in both languages, numbers, dates, the alphabet."""

"""Files of registers as they should look: what they say stays, and only what cleanly says something is formatted."""

"""The map of units on a date: who bore a code, what lies in what, and where a closed unit was carried."""

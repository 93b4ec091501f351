"""The maker of the sample book: facts, chance, places, lives, the journal that follows from them, and the rest."""

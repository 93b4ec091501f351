"""The maker of the sample book: facts, chance, places, lives and the journal that follows from them."""

"""The rules: all sentences of a rule stand together, in the module of its stage."""

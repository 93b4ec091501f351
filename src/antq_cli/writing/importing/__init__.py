"""Sheets that come in: what each row of one is, which rows of a register it holds, and how they stand to the book.

All of it takes sheets as they were read, and gives what is to be written and a ledger of every row.
"""

"""Settling with the producers: ledger, statements, vouchers, files for the bank."""

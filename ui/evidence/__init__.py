"""The evidence in the window: the records, the beliefs, the ledger and the quality log."""

"""The evidence in the window: the record, beliefs, backtest, ledger and quality log."""

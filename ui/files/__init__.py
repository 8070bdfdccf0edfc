"""Files in the window: opening, saving, sharing, watching them, and recovery after a crash."""

"""Help: its pages and their window, what is said of each control, the menu that opens them."""

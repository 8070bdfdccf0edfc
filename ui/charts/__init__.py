"""The charts: what they show, how they are drawn, and the panels that hold them."""

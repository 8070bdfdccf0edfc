"""Where deployments stand and what they yield: fitted from rows, drawn, and mixed over places."""

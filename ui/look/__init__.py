"""How the window looks: colours and type, and the small widgets that every panel is made of."""

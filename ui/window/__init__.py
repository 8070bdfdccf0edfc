"""The main window: its layout, its menus, and what concerns the window as a whole."""

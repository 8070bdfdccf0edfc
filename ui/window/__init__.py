"""The window itself: what stands where, its menus, and what is done with the whole of it."""

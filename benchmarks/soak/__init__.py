"""Long runs with crashes, faults and hostile input."""

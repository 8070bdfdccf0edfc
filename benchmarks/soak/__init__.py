"""Long runs against crashes, faults and hostile input, by command."""

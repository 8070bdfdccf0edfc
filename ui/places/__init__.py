"""Where deployments take place: the map of tiles, its levers, mixes, residents, the record."""

"""Where the deployments are held: the map of tiles, its levers, mixes, residents, the record."""

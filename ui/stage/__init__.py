"""The stage: a result told to a room, one sentence, one chart and one number at a time."""

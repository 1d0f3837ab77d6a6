"""What goes together, each match with its reasons: people and openings, groups and groups, grants and groups."""

"""What goes together, compiled: people with openings, groups with groups, grants with groups; each match with its reasons."""

"""What was sent in, as files: submissions by state, the journal of decisions under way, the history."""

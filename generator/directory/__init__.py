"""What follows from the records: the resolved directory, its calendar and its neighbours."""

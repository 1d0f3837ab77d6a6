"""What people write, as frozen records."""

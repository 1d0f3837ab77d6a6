"""Things that groups lend, give and do for each other, found in what they write."""

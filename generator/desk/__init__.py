"""The staff's office desk: takes what people send, keeps it, and helps staff to put it into content/."""

"""The program side by side with its peers, on generated directories of any size."""

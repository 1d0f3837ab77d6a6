"""The directory as pages: one frozen view per template, and the pouring of views into frames."""

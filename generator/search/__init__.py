"""What is searchable and how: folding, tokens, the index and the tables the browser needs."""

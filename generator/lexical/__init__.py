"""Words as they are compared: one folding, spellings and synonyms, and where a word begins and ends."""

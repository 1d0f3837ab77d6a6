"""How a record of each kind is found: its document, a module for each kind."""

"""Files to records or problems: strict YAML, and positions only when something is wrong."""

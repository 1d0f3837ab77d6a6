"""What pages, search, letters and paper all say of a record, in words."""

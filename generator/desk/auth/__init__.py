"""Who may do what: staff and their passwords, sessions in cookies, signed links for groups."""

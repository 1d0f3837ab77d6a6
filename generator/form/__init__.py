"""The form that writes profiles: what the browser is given so that it asks and checks as the program does."""

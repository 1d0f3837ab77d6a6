"""The other doors into content/: what a form, an e-mail, an issue or a sheet says becomes a draft of a profile."""

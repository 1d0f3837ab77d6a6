"""The directory for other programs: one function a format, `Directory → bytes`."""

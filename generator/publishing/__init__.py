"""One site, one writer, whole or not at all: turn → stage → site."""

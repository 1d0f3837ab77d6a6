"""Requests and responses as values, and what may be refused by their size, rate, address or host name."""

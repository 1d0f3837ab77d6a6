"""Hiroba: short YAML profiles of community groups in, a searchable public site for a city out."""

__version__ = "0.2.0"

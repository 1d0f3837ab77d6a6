"""Profiles as spreadsheets, and spreadsheets as profiles."""

"""Procedures as data, and what they do to a face."""

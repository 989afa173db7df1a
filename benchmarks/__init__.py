"""Measurements and torture: long runs that the test command only samples."""

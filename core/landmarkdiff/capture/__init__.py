"""Capture: the five standard views, what is wrong with a frame, and when to keep it."""

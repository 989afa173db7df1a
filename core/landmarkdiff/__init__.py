"""The engine of LandmarkDiff Desktop: no Qt anywhere, every function usable from a notebook."""

__version__ = "0.1.0"

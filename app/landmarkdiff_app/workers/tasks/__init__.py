"""Jobs for the engine's thread, as values: what goes in is immutable, what comes out too."""

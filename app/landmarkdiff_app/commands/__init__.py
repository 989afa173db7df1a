"""Commands of the window's package, found by the command line through the entry-point group."""

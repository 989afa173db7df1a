"""What weights exist, which are here, and how they get here; nothing is fetched unless a person asked for it."""

"""What weights exist, who may use them and how they are checked. The weights themselves are never in here."""

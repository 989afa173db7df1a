"""Photos: values, reading, writing, quality and colour."""

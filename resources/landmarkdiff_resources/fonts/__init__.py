"""DejaVu Sans, for reports that look the same on every computer; licence beside it."""

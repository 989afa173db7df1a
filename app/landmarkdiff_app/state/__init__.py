"""What the window shows, as observable values; knows neither threads nor files."""

"""From displaced landmarks to displaced pixels."""

"""The words of the report, one TOML file per language."""

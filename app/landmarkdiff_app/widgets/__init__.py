"""Parts of views that know neither patient nor settings."""

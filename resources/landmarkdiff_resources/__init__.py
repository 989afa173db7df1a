"""Icons, themes, fonts, translations and legal texts."""

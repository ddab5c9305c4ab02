"""From the texts of a package to frozen values, kind by kind."""

"""The door for browsers: settings, urls, base templates, design tokens, the assembly of pages and relay."""

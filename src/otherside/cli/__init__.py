"""The command otherside: one file a subject, each command a thin door to rules or actions."""

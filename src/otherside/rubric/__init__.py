"""What is judged: levels, signals, what a 2 and a 4 look like.

Nouns: Level, Signal, Anchor. Data in content/rubrics, read once and checked. Must never know a person.
"""

"""What every process needs at its start: configuration, the log's store, the relay's client, the bus.

Nouns: Configuration, Connections. Must never know a page, a job or an app.
"""

"""A small store that several servers share. A write is refused when somebody else wrote since the read."""


class Store:
    def __init__(self):
        self.entries = {}
        self.meanwhile = None  # what another server does just before the next write

    def read(self, key):
        """(times, version); ([], 0) where nothing was written yet."""
        times, version = self.entries.get(key, ([], 0))
        return list(times), version

    def write(self, key, times, version):
        """Keeps `times` if `version` is still the one that is stored. Says whether it did."""
        if self.meanwhile is not None:
            other, self.meanwhile = self.meanwhile, None
            other()
        if self.entries.get(key, ([], 0))[1] != version:
            return False
        self.entries[key] = (list(times), version + 1)
        return True

import re


class LogSearch:
    def __init__(self):
        self.entries = []
        self.numbers = {}

    def append(self, at_ms, text):
        words = re.findall(r"[a-z0-9]+", text.lower())
        self.entries.append(set(words))
        for word in words:
            self.numbers.setdefault(word, []).append(len(self.entries))
        return len(self.entries)

    def find(self, query, limit):
        words = query.lower().split()
        if not words:
            return list(range(len(self.entries), 0, -1))[:limit]
        rarest = min((self.numbers.get(word, []) for word in words), key=len)
        found = []
        for number in reversed(rarest):
            if len(found) >= limit:
                break
            if all(word in self.entries[number - 1] for word in words):
                found.append(number)
        return found

import re


class LogSearch:
    def __init__(self):
        self.entries = []
        self.numbers = {}

    def append(self, at_ms, text):
        words = re.findall(r"[a-z0-9]+", text.lower())
        begins = {word[:end] for word in words for end in range(1, len(word) + 1)}
        self.entries.append(begins)
        for begin in begins:
            self.numbers.setdefault(begin, []).append(len(self.entries))
        return len(self.entries)

    def find(self, query, limit):
        wanted = set(query.lower().split())
        if not wanted:
            return list(range(len(self.entries), 0, -1))[:limit]
        rarest = min((self.numbers.get(word, []) for word in wanted), key=len)
        found = []
        for number in reversed(rarest):
            if len(found) >= limit:
                break
            if wanted <= self.entries[number - 1]:
                found.append(number)
        return found

import re


class LogSearch:
    def __init__(self):
        self.texts = []

    def append(self, at_ms, text):
        self.texts.append(text.lower())
        return len(self.texts)

    def find(self, query, limit):
        wanted = set(query.lower().split())
        found = []
        for number in range(len(self.texts), 0, -1):
            if len(found) >= limit:
                break
            if wanted <= set(re.findall(r"[a-z0-9]+", self.texts[number - 1])):
                found.append(number)
        return found

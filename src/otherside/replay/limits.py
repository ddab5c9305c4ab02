"""What could grow in a replay, and where that ends."""

from otherside.kernel.limits import Limit

PAGE_BYTES_MAX = Limit(
    "replay.page_bytes_max", 8_000_000, "bytes", "the rest of the recording comes with the next page."
)
QUERY_CHARS_MAX = Limit("replay.query_chars_max", 120, "characters", "the search is refused; shorten it.")
FOUND_MAX = Limit(
    "replay.found_max", 200, "places", "the first ones are shown; search for more of the words."
)
SEARCHED_UPDATES_MAX = Limit(
    "replay.searched_updates_max",
    60_000,
    "changes of documents",
    "what was typed after them is not searched, and the answer says so.",
)
CHAIN_SECONDS_MAX = Limit(
    "replay.chain_seconds_max", 60, "seconds", "the chain of a recording is verified anew."
)
FOUND_SECONDS_MAX = Limit("replay.found_seconds_max", 300, "seconds", "the same search is made anew.")

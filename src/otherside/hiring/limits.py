"""What a stranger could grow in hiring, and where it ends."""

from otherside.kernel.limits import Limit

ROUNDS_MAX = Limit("hiring.rounds_max", 8, "rounds", "nobody should be interviewed more often than that.")
FACTS_LENGTH_MAX = Limit("hiring.facts_length_max", 8_000, "characters", "keep what candidates really ask.")
ALLOWED_LENGTH_MAX = Limit("hiring.allowed_length_max", 2_000, "characters", "a few lines are read.")
OPENINGS_PAGE_MAX = Limit("hiring.openings_page_max", 25, "openings", "the rest is on the next page.")
CANDIDATES_PAGE_MAX = Limit("hiring.candidates_page_max", 50, "candidates", "the rest is on the next page.")
SEARCH_LENGTH_MAX = Limit("hiring.search_length_max", 100, "characters", "only the first ones count.")
RECOGNISED_MAX = Limit("hiring.recognised_max", 10, "candidates", "only the latest ones are shown.")

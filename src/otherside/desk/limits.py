"""How much desk puts on one page."""

from otherside.kernel.limits import Limit

DAY_MAX = Limit("desk.day_max", 60, "interviews", "the first ones are shown; the openings have the rest.")
COMING_MAX = Limit("desk.coming_max", 20, "interviews", "only the next ones are shown.")
WAITING_MAX = Limit("desk.waiting_max", 30, "things", "the oldest are shown first.")
PIPELINE_PAGE_MAX = Limit("desk.pipeline_page_max", 50, "applications", "the rest is on the next page.")
FOUND_MAX = Limit("desk.found_max", 6, "results of a kind", "write more of the name.")
QUERY_LENGTH_MAX = Limit("desk.query_length_max", 80, "characters", "only the first ones count.")

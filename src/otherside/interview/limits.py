"""What a stranger could grow in interview, and where it ends."""

from otherside.kernel.limits import Limit

PANEL_MAX = Limit("interview.panel_max", 6, "people", "an hour with more watchers than that is an exam.")
LANGUAGES_MAX = Limit(
    "interview.languages_max", 5, "languages", "name those that the candidate would really write in."
)
LANGUAGE_CHARS_MAX = Limit("interview.language_chars_max", 30, "characters", "give its name alone.")
MINUTES_MAX = Limit("interview.minutes_max", 240, "minutes", "make two interviews of it.")
AFTER_LINK_DAYS_MAX = Limit(
    "interview.after_link_days_max", 365, "days", "the link of after the hour no longer works."
)
MEMBERS_MAX = Limit(
    "interview.members_max", 60, "members", "numbers of a log are never given again; plan a new interview."
)
ROOM_LINK_DAYS_MAX = Limit(
    "interview.room_link_days_max",
    30,
    "days after the time it was planned for",
    "the candidate's link to the room rests until there is a new time.",
)

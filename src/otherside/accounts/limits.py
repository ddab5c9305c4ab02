"""What a stranger could grow in accounts, and where it ends."""

from otherside.kernel.limits import Limit

INVITATION_HOURS_MAX = Limit(
    "accounts.invitation_hours_max", 7 * 24, "hours", "the link no longer works; ask for a new invitation."
)
INVITATIONS_OPEN_MAX = Limit(
    "accounts.invitations_open_max", 500, "invitations", "withdraw those that nobody will accept."
)
NAME_LENGTH_MAX = Limit("accounts.name_length_max", 120, "characters", "shorten it.")
AUDIT_PAGE_MAX = Limit("accounts.audit_page_max", 50, "entries", "the rest is on the next page.")
PEOPLE_PAGE_MAX = Limit("accounts.people_page_max", 50, "people", "the rest is on the next page.")
SEARCH_LENGTH_MAX = Limit("accounts.search_length_max", 100, "characters", "only the first ones count.")

"""Every address of the house, from Django's own resolver, and who must be refused there.

A new route cannot escape: a test fails until it is in one of these tables.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from django.urls import URLPattern, URLResolver, get_resolver


@dataclass(frozen=True)
class Route:
    name: str
    template: str  # with <name> for each part to fill in

    @property
    def parts(self) -> tuple[str, ...]:
        return tuple(re.findall(r"<(\w+)>", self.template))

    def filled(self, values: dict[str, object]) -> str:
        return re.sub(r"<(\w+)>", lambda found: str(values[found[1]]), self.template)


def routes() -> list[Route]:
    return sorted(_walk(get_resolver().url_patterns, "/", ""), key=lambda route: route.name)


def _walk(patterns: list[URLPattern | URLResolver], prefix: str, space: str) -> Iterator[Route]:
    for pattern in patterns:
        if isinstance(pattern, URLResolver):
            inner = f"{pattern.app_name}:" if pattern.app_name else space
            yield from _walk(pattern.url_patterns, prefix + _plain(str(pattern.pattern)), inner)
        else:
            yield Route(f"{space}{pattern.name}", prefix + _plain(str(pattern.pattern)))


def _plain(pattern: str) -> str:
    pattern = re.sub(r"\(\?P<(\w+)>(?:\[[^\]]*\][+*]?|[^()])*\)", r"<\1>", pattern)
    pattern = re.sub(r"<\w+:(\w+)>", r"<\1>", pattern)
    return pattern.replace("^", "").replace("$", "").replace("\\", "")


# Nobody has to sign in: entrances, and the candidate's own pages, whose address is the key.
OPEN = frozenset({
    "health", "accounts:setup", "accounts:join", "account_login", "account_logout", "account_inactive",
    "account_signup", "account_reset_password", "account_reset_password_done",
    "account_reset_password_from_key", "account_reset_password_from_key_done", "account_confirm_email",
    "account_email_verification_sent", "account_confirm_login_code", "mfa_authenticate",
})  # fmt: skip

BY_TOKEN = frozenset({
    "live:candidate", "live:join", "live:languages", "live:late", "live:state", "live:candidate-ask", "live:after",
    "integrity:own", "integrity:comment", "integrity:appeal", "integrity:observed",
})  # fmt: skip

# Everybody who is signed in: their own things, and what the matrix opens to every role.
SIGNED_IN = frozenset({
    "desk:day", "desk:find", "accounts:me", "accounts:end-others", "question:bank", "question:problem",
    "decision:policy", "rubric:levels", "hiring:openings", "hiring:candidates",
    "account_reauthenticate", "account_email", "account_change_password", "account_set_password",
    "mfa_index", "mfa_reauthenticate", "mfa_activate_totp", "mfa_deactivate_totp",
    "mfa_view_recovery_codes", "mfa_generate_recovery_codes", "mfa_download_recovery_codes",
    "usersessions_list",
})  # fmt: skip

# Charlie, an interviewer who has nothing to do with Dana's interview, gets "there is nothing" at each of these.
REFUSED_TO_CHARLIE = frozenset({
    "desk:opening", "desk:opening-add", "desk:application", "desk:plan", "desk:move", "desk:cancel",
    "accounts:end-session", "accounts:people", "accounts:invite", "accounts:withdraw", "accounts:person",
    "accounts:deactivate", "accounts:reactivate", "accounts:audit",
    "hiring:opening-new", "hiring:opening", "hiring:opening-set", "hiring:opening-round-add",
    "hiring:opening-round", "hiring:opening-round-change", "hiring:candidate", "hiring:move",
    "interview:detail", "interview:renew-links",
    "resume:profile", "resume:upload", "resume:state", "resume:text", "resume:download", "resume:page",
    "resume:picture", "resume:correct", "resume:probe",
    "plan:edit", "plan:prepare", "live:room", "live:rehearse", "live:open", "live:ask", "replay:page", "replay:recording",
    "scorecard:edit", "scorecard:draft", "scorecard:detail",
    "decision:debrief", "decision:view", "decision:vouch", "decision:comment", "decision:decide",
    "integrity:facts", "integrity:open", "integrity:close", "integrity:propose", "integrity:bans",
    "integrity:ban", "integrity:likeness",
    "delivery:mail", "delivery:message", "delivery:calendar",
})  # fmt: skip

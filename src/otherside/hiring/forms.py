"""Forms of hiring: what may be typed; what may be done is decided by actions."""

from typing import Any

from django import forms

from otherside.accounts.access import with_role
from otherside.accounts.forms import PlainSelect, ZoneField
from otherside.accounts.roles import Role
from otherside.hiring import limits
from otherside.hiring.access import stamp_of_candidate, stamp_of_opening
from otherside.hiring.actions import CandidateForm as Contact
from otherside.hiring.actions import NewRound, OpeningForm
from otherside.hiring.allowed import DEFAULT
from otherside.hiring.models import Candidate, Opening
from otherside.hiring.rounds import KINDS
from otherside.hiring.stages import Closing, Stage
from otherside.rubric.levels import LEVELS

MINUTES = [(minutes, f"{minutes} min") for minutes in (30, 45, 60, 75, 90)]


class Seen(forms.Form):
    """A form that says what it was filled from; see hiring.seen."""

    seen = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)


class EditOpening(Seen):
    title = forms.CharField(label="Title", max_length=160)
    team = forms.CharField(label="Team", max_length=120, required=False)
    level = forms.ChoiceField(
        label="Level",
        choices=[(level.id, level.title) for level in LEVELS],
        help_text="Every candidate of this opening is judged by it.",
    )
    hiring_manager = forms.ChoiceField(
        label="Hiring manager", widget=PlainSelect, help_text="Reads the cards and decides."
    )
    recruiter = forms.ChoiceField(
        label="Recruiter", widget=PlainSelect, help_text="Adds candidates and schedules."
    )
    facts = forms.CharField(
        label="What candidates may ask",
        widget=forms.Textarea(attrs={"rows": 6}),
        required=False,
        max_length=int(limits.FACTS_LENGTH_MAX),
        help_text="Team, stack, on-call, pay band: at hand in the last five minutes of every hour.",
    )
    allowed_tools = forms.CharField(
        label="What candidates may use",
        widget=forms.Textarea(attrs={"rows": 3, "placeholder": "\n".join(DEFAULT)}),
        required=False,
        max_length=int(limits.ALLOWED_LENGTH_MAX),
        help_text="One line each, in the invitation, the lobby and the room. Empty: the lines shown here.",
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:  # Django's own signature
        super().__init__(*args, **kwargs)
        for name, role in (("hiring_manager", Role.HIRING_MANAGER), ("recruiter", Role.RECRUITER)):
            field = self.fields[name]
            assert isinstance(field, forms.ChoiceField)
            field.choices = [("", "Choose"), *((person.pk, person.name) for person in with_role(role))]

    def values(self) -> OpeningForm:
        data = self.cleaned_data
        return OpeningForm(
            title=data["title"],
            team=data["team"],
            level=data["level"],
            hiring_manager_id=int(data["hiring_manager"]),
            recruiter_id=int(data["recruiter"]),
            facts=data["facts"],
            allowed_tools=data["allowed_tools"],
        )


def initial_of(opening: Opening) -> dict[str, object]:
    return {
        "title": opening.title,
        "team": opening.team,
        "level": opening.level,
        "hiring_manager": opening.hiring_manager_id,
        "recruiter": opening.recruiter_id,
        "facts": opening.facts,
        "allowed_tools": opening.allowed_tools,
        "seen": stamp_of_opening(opening),
    }


class RoundForm(forms.Form):
    name = forms.CharField(label="Name", max_length=120)
    kind = forms.ChoiceField(label="Kind", choices=[(kind.id, kind.title) for kind in KINDS if kind.offered])
    minutes = forms.TypedChoiceField(label="Length", choices=MINUTES, coerce=int, initial=60)

    def values(self) -> NewRound:
        data = self.cleaned_data
        return NewRound(name=data["name"], kind=data["kind"], minutes=data["minutes"])


class ContactForm(Seen):
    name = forms.CharField(label="Name", max_length=160)
    email = forms.EmailField(label="E-mail", required=False)
    phone = forms.CharField(
        label="Telephone",
        max_length=40,
        required=False,
        help_text="With its country, as in +44 113 496 0182.",
    )
    time_zone = ZoneField(label="Time zone", initial="UTC")

    def values(self) -> Contact:
        data = self.cleaned_data
        return Contact(
            name=data["name"], email=data["email"], phone=data["phone"], time_zone=data["time_zone"]
        )


def contact_of(candidate: Candidate) -> dict[str, object]:
    return {
        "name": candidate.name,
        "email": candidate.email,
        "phone": candidate.phone,
        "time_zone": candidate.time_zone,
        "seen": stamp_of_candidate(candidate),
    }


class MoveForm(forms.Form):
    """From the stage that the reader saw to another; closing needs a reason."""

    seen = forms.ChoiceField(choices=[(stage.value, stage.label) for stage in Stage])
    to = forms.ChoiceField(choices=[(stage.value, stage.label) for stage in Stage])
    closing = forms.ChoiceField(
        choices=[("", ""), *((reason.value, reason.label) for reason in Closing)], required=False
    )

"""Forms of accounts: what may be typed; what may be done is decided by actions."""

import zoneinfo

from django import forms

from otherside.accounts import limits
from otherside.accounts.roles import Role

ZONES = [(name, name.replace("_", " ")) for name in sorted(zoneinfo.available_timezones()) if "/" in name]
ZONES.insert(0, ("UTC", "UTC"))

Text = forms.TextInput


class RolesField(forms.MultipleChoiceField):
    """The four roles as boxes to tick; what each does stands beside it in the page."""

    def __init__(self) -> None:
        super().__init__(
            label="Roles",
            choices=[(role.value, role.label) for role in Role],
            widget=forms.CheckboxSelectMultiple,
            required=False,
        )


class InviteForm(forms.Form):
    email = forms.EmailField(label="E-mail", widget=forms.EmailInput(attrs={"autocomplete": "off"}))
    name = forms.CharField(
        label="Name",
        max_length=int(limits.NAME_LENGTH_MAX),
        required=False,
        help_text="Only for the greeting; they set their own.",
    )
    roles = RolesField()

    def roles_chosen(self) -> list[Role]:
        return [Role(value) for value in self.cleaned_data["roles"]]


class RolesForm(forms.Form):
    """`seen` carries what the administrator looked at, so that two of them lose nothing."""

    roles = RolesField()
    seen = forms.CharField(widget=forms.HiddenInput, required=False)

    def roles_chosen(self) -> list[Role]:
        return [Role(value) for value in self.cleaned_data["roles"]]

    def roles_seen(self) -> list[Role]:
        return [role for role in Role if role.value in self.cleaned_data["seen"].split(",")]


class JoinForm(forms.Form):
    name = forms.CharField(
        label="Your name",
        max_length=int(limits.NAME_LENGTH_MAX),
        help_text="As colleagues and candidates read it.",
        widget=Text(attrs={"autocomplete": "name"}),
    )
    password = forms.CharField(
        label="Password",
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        help_text="At least 12 characters. A few words in a row are easier to remember and harder to guess.",
    )


class SetupForm(JoinForm):
    token = forms.CharField(
        label="Setup token",
        widget=Text(attrs={"autocomplete": "off", "spellcheck": "false"}),
        help_text="The terminal that started Otherside shows it.",
    )
    email = forms.EmailField(label="E-mail", widget=forms.EmailInput(attrs={"autocomplete": "username"}))
    field_order = ["token", "name", "email", "password"]


class MeForm(forms.Form):
    name = forms.CharField(
        label="Name", max_length=int(limits.NAME_LENGTH_MAX), widget=Text(attrs={"autocomplete": "name"})
    )
    time_zone = forms.ChoiceField(
        label="Time zone", choices=ZONES, help_text="For mail and calendar; pages use your browser's."
    )


class AuditFilter(forms.Form):
    """What the audit trail is narrowed to; every part may be empty."""

    noun = forms.CharField(label="Kind of thing", max_length=32, required=False)
    noun_id = forms.CharField(label="Its number", max_length=64, required=False)
    actor = forms.IntegerField(label="Person's number", required=False, min_value=1)
    since = forms.DateTimeField(
        label="From", required=False, widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d")
    )
    until = forms.DateTimeField(
        label="Up to, not including",
        required=False,
        widget=forms.DateInput(attrs={"type": "date"}, format="%Y-%m-%d"),
    )

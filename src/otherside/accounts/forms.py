"""Forms of accounts: what may be typed; what may be done is decided by actions."""

import zoneinfo
from typing import Any

from django import forms
from django.forms.utils import flatatt
from django.utils.html import escape, format_html
from django.utils.safestring import SafeString, mark_safe

from otherside.accounts import limits
from otherside.accounts.roles import Role

ZONES = [(name, name.replace("_", " ")) for name in sorted(zoneinfo.available_timezones()) if "/" in name]
ZONES.insert(0, ("UTC", "UTC"))

Text = forms.TextInput


class PlainSelect(forms.Select):
    """A select whose options are written in one go: Django renders a template an option, and there are
    600 zones.
    """

    def render(
        self, name: str, value: Any, attrs: dict[str, Any] | None = None, renderer: Any = None
    ) -> SafeString:
        del renderer
        chosen = "" if value is None else str(value)
        options = "".join(
            f'<option value="{escape(key)}"{mark}>{escape(title)}</option>'
            for key, title in self.choices
            for mark in (" selected" if str(key) == chosen else "",)
        )
        attributes = flatatt(self.build_attrs(self.attrs, {**(attrs or {}), "name": name}))
        return format_html("<select{}>{}</select>", attributes, mark_safe(options))  # noqa: S308 - escaped above


class ZoneField(forms.ChoiceField):
    """A time zone by its IANA name."""

    widget = PlainSelect

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(choices=ZONES, **kwargs)


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
    time_zone = ZoneField(label="Time zone", help_text="For mail and calendar; pages use your browser's.")


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

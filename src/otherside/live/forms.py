"""The candidate's two forms: a name, and that they will be late."""

from django import forms

from otherside.interview.limits import LANGUAGE_CHARS_MAX, LANGUAGES_MAX
from otherside.live.limits import LATE_MINUTES_MAX, NAME_CHARS_MAX, TEXT_CHARS_MAX


class JoinForm(forms.Form):
    name = forms.CharField(
        label="Your name, as you want to be called",
        max_length=int(NAME_CHARS_MAX),
        widget=forms.TextInput(attrs={"autocomplete": "name"}),
    )


class LanguagesForm(forms.Form):
    languages = forms.CharField(
        label="Languages you want to write in",
        required=False,
        max_length=int(LANGUAGES_MAX) * (int(LANGUAGE_CHARS_MAX) + 2),
        help_text="Separated by commas, the best first. We see to it that they are installed.",
    )


class LateForm(forms.Form):
    minutes = forms.IntegerField(label="Minutes late", min_value=1, max_value=int(LATE_MINUTES_MAX))
    reason = forms.CharField(
        label="Reason, if you like",
        required=False,
        max_length=int(TEXT_CHARS_MAX),
        widget=forms.Textarea(attrs={"rows": 2}),
        help_text="Your interviewers and the recruiter read it.",
    )
    once = forms.CharField(max_length=64, widget=forms.HiddenInput)

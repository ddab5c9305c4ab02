"""Forms of cases and bans: what may be typed; what may be done is decided by actions."""

from datetime import date
from typing import Any

from django import forms

from otherside.integrity.case import Outcome
from otherside.integrity.limits import TEXT_CHARS_MAX


def _words(label: str, help_text: str = "", rows: int = 3) -> forms.CharField:
    return forms.CharField(
        label=label,
        help_text=help_text,
        max_length=int(TEXT_CHARS_MAX),
        widget=forms.Textarea(attrs={"rows": rows}),
    )


class _WithEvidence(forms.Form):
    """Boxes for the facts of the hour, by the moment they happened at."""

    evidence = forms.TypedMultipleChoiceField(
        label="Facts", coerce=int, required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, moments: list[tuple[int, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["evidence"]
        assert isinstance(field, forms.TypedMultipleChoiceField)
        field.choices = moments


class OpenForm(_WithEvidence):
    question = _words("What is to be found out", "The candidate reads it, with the list above.")


class CloseForm(forms.Form):
    outcome = forms.ChoiceField(
        label="Outcome", choices=[(o.value, o.label) for o in Outcome], widget=forms.RadioSelect
    )
    reason = _words("Why", "What was weighed, and what the candidate said to it.")


class BanForm(_WithEvidence):
    reason = _words("Reason", "The candidate reads it. A second person has to confirm.")
    review_on = forms.DateField(
        label="Looked at again on", widget=forms.DateInput(attrs={"type": "date"}), help_text="Within a year."
    )

    def review(self) -> date:
        found = self.cleaned_data["review_on"]
        assert isinstance(found, date)
        return found


class AppealForm(forms.Form):
    decision = forms.ChoiceField(
        label="Decision",
        choices=[("lift", "Lift the ban"), ("stay", "It stays until its date")],
        widget=forms.RadioSelect,
    )
    reason = _words("Why", "The candidate reads it.")


class LikenessForm(forms.Form):
    same = forms.ChoiceField(
        label="Is it the same person?",
        choices=[("no", "Somebody else"), ("yes", "The same person")],
        widget=forms.RadioSelect,
    )
    why = _words("How you know", rows=2)


class CommentForm(forms.Form):
    text = _words("What you want to say to it", "Everybody who reads the list reads this beside it.", rows=5)


class CandidateAppealForm(forms.Form):
    text = _words("What should be looked at again", "Somebody who had no part in it reads this.", rows=5)

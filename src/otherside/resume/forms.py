"""Forms of resume: what may be typed; what may be done is decided by actions."""

from django import forms

from otherside.resume.limits import BYTES_MAX


class UploadForm(forms.Form):
    file = forms.FileField(
        label="Résumé",
        allow_empty_file=True,  # refused by the action, which says what to send
        help_text=f"PDF, DOCX, text or JSON Resume, at most {int(BYTES_MAX) // 1_000_000} MB. "
        "Photo, age, nationality and family are not read.",
        widget=forms.ClearableFileInput(attrs={"accept": ".pdf,.docx,.txt,.md,.json"}),
    )

"""Pages of the résumé: one screen of what was read, its text, its pages as pictures, and changes by hand."""

from urllib.parse import quote

from django.contrib import messages
from django.contrib.auth.decorators import login_required
from django.http import HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.views.decorators.http import require_POST, require_safe

from otherside.accounts.access import SignedInRequest
from otherside.interview.matrix import may_write
from otherside.kernel.clock import utc_now
from otherside.kernel.errors import DomainError, NotFound
from otherside.resume import actions
from otherside.resume.access import (
    Whole,
    access_document,
    access_picture,
    access_resume,
    content_of,
    whole_of,
)
from otherside.resume.forms import UploadForm
from otherside.resume.limits import BYTES_MAX
from otherside.resume.shown import fields_of, known, role_rows
from otherside.resume.state import State

# The file comes from a stranger: never shown by the browser as a page of ours, never guessed at.
SAFE_HEADERS = {
    "Content-Security-Policy": "default-src 'none'; sandbox",
    "X-Content-Type-Options": "nosniff",
    "Cache-Control": "private, no-store",
    "Cross-Origin-Resource-Policy": "same-origin",
}


@require_safe
@login_required
def profile(request: SignedInRequest, application_id: int) -> HttpResponse:
    application, held = access_resume(application_id, request.user)
    return _show(request, whole_of(application, may_upload=may_write("resume", held)))


def _show(
    request: SignedInRequest, whole: Whole, status: int = 200, error: DomainError | None = None
) -> HttpResponse:
    context = {
        "resume": whole, "application": whole.application, "error": error, "form": UploadForm(),
        "edit": request.GET.get("edit", ""), "roles": role_rows(whole), "fields": fields_of(whole),
        "known": known(whole),
    }  # fmt: skip
    return render(request, "resume/profile.html", context, status=status)


def _refused(request: SignedInRequest, application_id: int, error: DomainError) -> HttpResponse:
    """The page as it is, with why nothing was changed."""
    application, held = access_resume(application_id, request.user)
    return _show(request, whole_of(application, may_upload=may_write("resume", held)), 422, error)


@login_required
def upload(request: SignedInRequest, application_id: int) -> HttpResponse:
    application, held = access_resume(application_id, request.user, to_write=True)
    form = UploadForm(request.POST or None, request.FILES or None)
    status = 200
    if request.method == "POST":
        status = 422
        if form.is_valid():
            file = form.cleaned_data["file"]
            try:
                actions.upload(
                    application_id, request.user, file.name, file.read(int(BYTES_MAX) + 1), utc_now()
                )
                return redirect("resume:profile", application_id)
            except DomainError as error:
                form.add_error("file", str(error))
    whole = whole_of(application, may_upload=may_write("resume", held))
    context = {"form": form, "application": application, "resume": whole}
    return render(request, "resume/upload.html", context, status=status)


@require_safe
@login_required
def state(request: SignedInRequest, application_id: int) -> HttpResponse:
    """The line that says how reading goes. Once it is over the page is loaded anew."""
    application, held = access_resume(application_id, request.user)
    whole = whole_of(application, may_upload=may_write("resume", held))
    response = render(request, "resume/state.html", {"resume": whole, "application": application})
    if whole.state is None or not whole.state.is_pending:
        response["HX-Refresh"] = "true"
    return response


@require_safe
@login_required
def text(request: SignedInRequest, application_id: int) -> HttpResponse:
    """The document as text, every line with an anchor that passages lead to."""
    row = access_document(application_id, request.user)
    pages: dict[int, list[tuple[int, str]]] = {}
    for page_number, line, words in row.lines or []:
        pages.setdefault(page_number, []).append((line, words))
    context = {"row": row, "application": row.application, "pages": pages.items()}
    return render(request, "resume/text.html", context)


@require_safe
@login_required
def download(request: SignedInRequest, application_id: int) -> HttpResponse:
    row = access_document(application_id, request.user)
    response = HttpResponse(content_of(row), content_type="application/octet-stream", headers=SAFE_HEADERS)
    plain = row.file_name.encode("ascii", "replace").decode().replace("?", "_")
    response["Content-Disposition"] = (
        f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(row.file_name)}"
    )
    return response


@require_safe
@login_required
def page(request: SignedInRequest, application_id: int, number: int) -> HttpResponse:
    """One page as a picture, on purpose a click away: it shows what a judge should not see first.

    Whoever opens it asks the worker to draw it; until it is drawn the page says so.
    """
    drawn = actions.ask_picture(application_id, request.user, number, utc_now())
    row = drawn.resume
    context = {
        "row": row, "application": row.application, "number": number, "state": State(drawn.state),
        "message": drawn.message, "before": number - 1 if number > 1 else None,
        "after": number + 1 if number < row.pages else None,
    }  # fmt: skip
    return render(request, "resume/page.html", context)


@require_safe
@login_required
def picture(request: SignedInRequest, application_id: int, number: int) -> HttpResponse:
    png = access_picture(application_id, request.user, number)
    return HttpResponse(png, content_type="image/png", headers=SAFE_HEADERS)


@require_POST
@login_required
def correct(request: SignedInRequest, application_id: int) -> HttpResponse:
    posted = request.POST
    number = posted.get("resume", "")
    try:
        resume_id = int(number) if number.isdecimal() and len(number) < 12 else 0
        actions.correct(
            application_id,
            request.user,
            resume_id,
            posted.get("field", ""),
            posted.get("value", ""),
            utc_now(),
        )
    except NotFound:
        raise
    except DomainError as error:
        return _refused(request, application_id, error)
    return redirect("resume:profile", application_id)


@require_POST
@login_required
def probe(request: SignedInRequest, application_id: int) -> HttpResponse:
    posted = request.POST
    try:
        if posted.get("do") == "drop":
            actions.drop_probe(application_id, request.user, posted.get("key", ""), utc_now())
            messages.success(request, "The probe is taken away.")
        else:
            actions.write_probe(
                application_id,
                request.user,
                posted.get("key", ""),
                posted.get("claim", ""),
                posted.get("ask", ""),
                utc_now(),
            )
    except NotFound:
        raise
    except DomainError as error:
        return _refused(request, application_id, error)
    return redirect(reverse("resume:profile", args=[application_id]) + "#probes")

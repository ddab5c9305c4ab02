"""Pages of the bank: the list and one problem."""

from django.contrib.auth.decorators import login_required
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from otherside.kernel.errors import NotFound


@login_required
def bank(request: HttpRequest) -> HttpResponse:
    return render(request, "question/bank.html", {})


@login_required
def problem(request: HttpRequest, problem_id: str) -> HttpResponse:
    raise NotFound(f"There is no problem {problem_id!r} in the bank.")

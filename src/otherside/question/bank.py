"""The bank: every package that could be read, of every kind."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from otherside.kernel.errors import NotFound
from otherside.question.problem import Problem
from otherside.question.talks import FactSheet, Review, Walkthrough

Package = Problem | Review | Walkthrough | FactSheet
Asked = Problem | Review | Walkthrough  # what a plan can give a segment to


@dataclass(frozen=True, slots=True)
class Bank:
    """Packages by kind and id, and why the others could not be read. No two share an id, whatever their
    kind.
    """

    problems: Mapping[str, Problem]
    refused: Mapping[str, str]
    reviews: Mapping[str, Review] = field(default_factory=dict)
    walkthroughs: Mapping[str, Walkthrough] = field(default_factory=dict)
    fact_sheets: Mapping[str, FactSheet] = field(default_factory=dict)

    @property
    def packages(self) -> dict[str, Package]:
        return {**self.problems, **self.reviews, **self.walkthroughs, **self.fact_sheets}

    @property
    def asked(self) -> tuple[Asked, ...]:
        """What a plan may propose: everything but the fact sheets, each with id, title, kind, levels and
        minutes.
        """
        return (*self.problems.values(), *self.reviews.values(), *self.walkthroughs.values())

    def problem(self, problem_id: str) -> Problem:
        """Raises NotFound, whose message says why when a package of that name was refused."""
        if problem_id in self.problems:
            return self.problems[problem_id]
        raise self._none("problem", problem_id)

    def review(self, review_id: str) -> Review:
        """Raises NotFound."""
        if review_id in self.reviews:
            return self.reviews[review_id]
        raise self._none("review", review_id)

    def walkthrough(self, walkthrough_id: str) -> Walkthrough:
        """Raises NotFound."""
        if walkthrough_id in self.walkthroughs:
            return self.walkthroughs[walkthrough_id]
        raise self._none("walkthrough", walkthrough_id)

    def package(self, package_id: str) -> Package:
        """Whatever is called so. Raises NotFound."""
        found = self.packages.get(package_id)
        if found is None:
            raise self._none("problem", package_id)
        return found

    def _none(self, noun: str, package_id: str) -> NotFound:
        if package_id in self.refused:
            return NotFound(f"The package {package_id!r} cannot be used: {self.refused[package_id]}")
        return NotFound(f"There is no {noun} {package_id!r} in the bank.")

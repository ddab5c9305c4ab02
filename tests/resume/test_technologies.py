"""Names in running text; words that are names only among technologies."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from otherside.resume.edge.technologies import load_technologies
from otherside.resume.technologies import Catalogue, Technology

CATALOGUE = load_technologies()


def names(text: str, *, listed: bool = False) -> list[str]:
    return [found.name for found in CATALOGUE.find(text, listed=listed)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Built services in Go and Python on AWS with Postgres", ["Go", "Python", "AWS", "PostgreSQL"]),
        ("Wrote Spring Boot microservices and Express.js APIs", ["Spring Boot", "Express"]),
        ("Java, Spring, Hibernate and Kafka", ["Java", "Spring", "Hibernate", "Kafka"]),
        ("Ported .NET Framework to ASP.NET Core", [".NET", "ASP.NET Core"]),
        ("Led R&D for the C-level; American Express went live in spring 2019", []),
        ("Go to market in Phoenix, Arizona; Play the piano; Spring 2019", []),
        ("github.com/dana, dana@go.dev", []),
        ("a parser in 900 lines of Go", ["Go"]),
        ("k8s, node.js 18, elastic search", ["Kubernetes", "Node.js", "Elasticsearch"]),
    ],
)
def test_names_in_text(text: str, expected: list[str]) -> None:
    assert names(text) == expected


def test_in_a_list_of_skills_words_are_names() -> None:
    assert names("Go, C, C++, R, Express, Spring, rust", listed=True) == [
        "Go",
        "C",
        "C++",
        "R",
        "Express",
        "Spring",
        "Rust",
    ]


def test_the_list_is_long_and_no_form_stands_for_two() -> None:
    assert len(CATALOGUE.kinds) >= 400
    with pytest.raises(ValueError, match="stands for"):
        Catalogue((Technology("A", "tool", ("x",)), Technology("B", "tool", ("X",))))


@given(st.text(max_size=300))
def test_any_text_is_searched_without_harm(text: str) -> None:
    for found in CATALOGUE.find(text):
        assert 0 <= found.begin < found.end <= len(text)

"""The résumés of the demo company's candidates, handed in as they would be and read by the worker."""

from datetime import datetime

from otherside.demo.company import Company
from otherside.resume.actions import upload as upload_resume

DANA = """Dana Okonjo
Backend engineer
dana@example.net · Utrecht

EXPERIENCE

Backend engineer, Bolderpay (Utrecht)                                   March 2021 - Present
- Rebuilt the settlement service in Go; it moves about 2 million euros a day for 9,000 shops.
- Cut the p99 of the checkout API from 900 ms to 180 ms by moving fraud checks behind a queue.
- On call one week in five; wrote the runbook for ledger drift.

Software engineer, Klaverblad Logistics (Rotterdam)                     September 2017 - February 2021
- Wrote the parcel tracking API in Python and PostgreSQL, 400 requests a second at peak.
- Moved nightly batch jobs to Kafka consumers with idempotent writes.

PROJECTS
ledgerlint: a checker for double-entry ledgers, in Python. 300 stars.

SKILLS
Go, Python, PostgreSQL, Kafka, Redis, Docker, Kubernetes, Terraform

EDUCATION
BSc Computer Science, Universiteit Utrecht, 2014 - 2017
"""

HENRIK = """Henrik Vale
henrik@example.net

Work
2022-04 to present: Backend developer at Fjordmarine (Bergen). Java, Spring Boot, PostgreSQL.
Telemetry ingestion for 600 vessels; 12,000 messages a second through RabbitMQ. Responsible for
various performance improvements.
2019-08 to 2022-03: Software developer at Nordlys Utilities (Trondheim). Python, Django, MySQL.
Billing system for 80,000 households; replaced a nightly job of six hours with one of twenty minutes.

Education
MSc Informatics, NTNU, 2017 to 2019

Technologies
Java, Spring Boot, Python, Django, PostgreSQL, MySQL, RabbitMQ, Docker
"""

DOCUMENTS = {"dana": ("dana-okonjo.txt", DANA), "henrik": ("henrik-vale.txt", HENRIK)}


def upload(company: Company, at: datetime) -> None:
    """Hands them in as the recruiter."""
    for key, (name, text) in DOCUMENTS.items():
        upload_resume(company.applications[key].pk, company.people["rosa"], name, text.encode(), at=at)

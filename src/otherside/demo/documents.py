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

SOFIA = """Sofia Petrov
Senior software engineer
sofia@example.net · Sofia, Bulgaria

EXPERIENCE

Senior software engineer, Tramwaj Tickets (remote)                      May 2020 - Present
- Owns the reservation service in Go: 1,500 seats a second when sales open, no seat sold twice since 2021.
- Replaced a shared lock in Redis by leases in PostgreSQL; halved the timeouts of sale days.
- Mentors two juniors; leads the incident review every second week.

Software engineer, Rila Maps (Sofia)                                    October 2015 - April 2020
- Wrote the tile cache in Python and C++, 40 TB behind a CDN.
- Improved the performance of many systems.

SKILLS
Go, Python, C++, PostgreSQL, Redis, gRPC, Kubernetes, Prometheus

EDUCATION
MSc Computer Science, Sofia University, 2013 - 2015
"""

WANJIRU = """Wanjiru Kamau
wanjiru@example.net

Experience
2018-02 to present: Staff engineer at Savanna Mobile Money (Nairobi). Java, Kafka, PostgreSQL.
Wallet ledger for 3 million customers; 800 transfers a second at month's end, each applied once.
Introduced the outbox pattern after a week of lost notifications.
2013-06 to 2018-01: Software engineer at Athi Freight (Nairobi). Java, MySQL.
Dispatch system for 1,200 lorries.

Education
BSc Mathematics and Computer Science, JKUAT, 2009 to 2013

Technologies
Java, Kotlin, Kafka, PostgreSQL, MySQL, Spring Boot, Docker, Terraform
"""

DOCUMENTS = {
    "dana": ("dana-okonjo.txt", DANA),
    "henrik": ("henrik-vale.txt", HENRIK),
    "sofia": ("sofia-petrov.txt", SOFIA),
    "wanjiru": ("wanjiru-kamau.txt", WANJIRU),
}


def upload(company: Company, at: datetime) -> None:
    """Hands them in as the recruiter."""
    for key, (name, text) in DOCUMENTS.items():
        upload_resume(company.applications[key].pk, company.people["rosa"], name, text.encode(), at=at)

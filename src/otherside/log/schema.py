"""The log's own tables, versioned by themselves: each step is run once, in order, in one transaction.

A line holds one statement in both dialects: {key} is a primary key that counts by itself, {bytes} raw bytes.
"""

_OWNER = """CREATE TABLE log_owner (
    id {key}, name TEXT NOT NULL UNIQUE, epoch BIGINT NOT NULL, address TEXT NOT NULL)"""
_BOOK = """CREATE TABLE log_book (
    key {key}, log_id TEXT NOT NULL UNIQUE, owner BIGINT, mac_key {bytes},
    opened_ms BIGINT NOT NULL DEFAULT 0, folded_seq BIGINT NOT NULL DEFAULT 0,
    folded_link {bytes} NOT NULL, folded_ms BIGINT NOT NULL DEFAULT 0,
    folded_bytes BIGINT NOT NULL DEFAULT 0, folded_journal BIGINT NOT NULL DEFAULT 0,
    erased_ms BIGINT, erased_why TEXT NOT NULL DEFAULT '')"""
_JOURNAL = """CREATE TABLE log_journal (
    id {key}, at_ms BIGINT NOT NULL, contents {bytes} NOT NULL, blob {bytes} NOT NULL)"""
_CHUNK = """CREATE TABLE log_chunk (
    book BIGINT NOT NULL, first_seq BIGINT NOT NULL, last_seq BIGINT NOT NULL, last_ms BIGINT NOT NULL,
    tracks TEXT NOT NULL, heads {bytes} NOT NULL, bodies {bytes}, proofs {bytes} NOT NULL,
    PRIMARY KEY (book, first_seq))"""
_RECEIPT = """CREATE TABLE log_receipt (
    book BIGINT NOT NULL, once TEXT NOT NULL, first_seq BIGINT NOT NULL, last_seq BIGINT NOT NULL,
    at_ms BIGINT NOT NULL, PRIMARY KEY (book, once))"""
_STATE = """CREATE TABLE log_state (
    book BIGINT NOT NULL, track TEXT NOT NULL, upto_seq BIGINT NOT NULL, body {bytes} NOT NULL,
    PRIMARY KEY (book, track))"""
# What could not be read is kept here for whoever wants to look, and is not part of any log.
_TORN = """CREATE TABLE log_torn (
    id {key}, book BIGINT NOT NULL, journal BIGINT NOT NULL, why TEXT NOT NULL, section {bytes} NOT NULL)"""

STEPS: tuple[tuple[str, ...], ...] = (
    (
        _OWNER,
        _BOOK,
        "CREATE INDEX log_book_owner ON log_book (owner)",
        _JOURNAL,
        _CHUNK,
        _RECEIPT,
        _STATE,
        _TORN,
    ),
)

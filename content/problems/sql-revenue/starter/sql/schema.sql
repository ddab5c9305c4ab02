-- The tables as they are in operation. Leave this file as it is.

CREATE TABLE customers (
    id INTEGER PRIMARY KEY,
    name TEXT NOT NULL,
    country TEXT              -- two letters; not always known
);

CREATE TABLE invoices (
    id INTEGER PRIMARY KEY,
    customer_id INTEGER NOT NULL REFERENCES customers,
    issued_at TEXT NOT NULL,  -- all times are UTC, as in 2026-03-31 22:30:00
    cents INTEGER NOT NULL
);

CREATE TABLE payments (
    id INTEGER PRIMARY KEY,
    invoice_id INTEGER NOT NULL REFERENCES invoices,
    paid_at TEXT NOT NULL,
    cents INTEGER NOT NULL,
    status TEXT               -- 'settled' or 'failed'; none for payments from the old system, which were all settled
);

CREATE TABLE refunds (
    id INTEGER PRIMARY KEY,
    invoice_id INTEGER NOT NULL REFERENCES invoices,
    refunded_at TEXT NOT NULL,
    cents INTEGER NOT NULL
);

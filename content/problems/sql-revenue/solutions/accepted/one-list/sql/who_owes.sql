-- What is open is decided invoice by invoice, before it is added up: too much on one does not pay another.
WITH open_invoices AS (
    SELECT
        invoices.customer_id,
        invoices.cents - coalesce(
            (
                SELECT sum(payments.cents)
                FROM payments
                WHERE payments.invoice_id = invoices.id AND (status IS NULL OR status = 'settled')
            ),
            0
        ) AS owed
    FROM invoices
),
debts AS (
    SELECT
        coalesce(nullif(trim(country), ''), 'unknown') AS country,
        name,
        sum(owed) AS owed_cents
    FROM open_invoices
    JOIN customers ON customers.id = open_invoices.customer_id
    WHERE owed > 0
    GROUP BY customers.id
),
ranked AS (
    SELECT *, rank() OVER (PARTITION BY country ORDER BY owed_cents DESC) AS place
    FROM debts
)
SELECT country, name, owed_cents
FROM ranked
WHERE place = 1
ORDER BY country, name;

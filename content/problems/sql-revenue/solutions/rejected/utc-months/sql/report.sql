-- Payments and refunds become one list of movements first, so that no join can multiply them.
WITH movements AS (
    SELECT invoice_id, paid_at AS at, cents, 1 AS paid
    FROM payments
    WHERE status IS NULL OR status = 'settled'
    UNION ALL
    SELECT invoice_id, refunded_at, -cents, 0
    FROM refunds
)
SELECT
    strftime('%Y-%m', at) AS month,
    coalesce(nullif(trim(country), ''), 'unknown') AS country,
    count(DISTINCT CASE WHEN paid THEN customers.id END) AS customers,
    sum(movements.cents) AS net_cents
FROM movements
JOIN invoices ON invoices.id = movements.invoice_id
JOIN customers ON customers.id = invoices.customer_id
GROUP BY 1, 2
ORDER BY 1, 2;

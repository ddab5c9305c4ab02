WITH movements AS (
    SELECT invoice_id, paid_at AS at, cents, 1 AS paid FROM payments WHERE status <> 'failed'
    UNION ALL
    SELECT invoice_id, refunded_at, -cents, 0 FROM refunds
)
SELECT
    strftime('%Y-%m', at, '+1 hour') AS month,
    coalesce(country, 'unknown') AS country,
    count(DISTINCT CASE WHEN paid THEN customers.id END) AS customers,
    sum(movements.cents) AS net_cents
FROM movements
JOIN invoices ON invoices.id = movements.invoice_id
JOIN customers ON customers.id = invoices.customer_id
GROUP BY 1, 2
ORDER BY 1, 2;

-- month | country | customers | net_cents
WITH paid AS (
    SELECT
        strftime('%Y-%m', payments.paid_at) AS month,
        customers.id AS customer_id,
        coalesce(customers.country, 'unknown') AS country,
        payments.cents AS cents,
        refunds.cents AS refunded
    FROM payments
    JOIN invoices ON invoices.id = payments.invoice_id
    JOIN customers ON customers.id = invoices.customer_id
    LEFT JOIN refunds ON refunds.invoice_id = invoices.id
    WHERE payments.status = 'settled'
)
SELECT
    month,
    country,
    count(DISTINCT customer_id) AS customers,
    sum(cents) - sum(coalesce(refunded, 0)) AS net_cents
FROM paid
GROUP BY month, country
ORDER BY month, country;

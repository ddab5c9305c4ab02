-- Each side is summed by month and country alone; months with only refunds come in by the full list of keys.
WITH paid AS (
    SELECT
        strftime('%Y-%m', datetime(paid_at, '+1 hour')) AS month,
        CASE WHEN country IS NULL OR trim(country) = '' THEN 'unknown' ELSE country END AS country,
        count(DISTINCT customers.id) AS customers,
        sum(payments.cents) AS cents
    FROM payments
    JOIN invoices ON invoices.id = payments.invoice_id
    JOIN customers ON customers.id = invoices.customer_id
    WHERE coalesce(status, 'settled') = 'settled'
    GROUP BY 1, 2
),
refunded AS (
    SELECT
        strftime('%Y-%m', datetime(refunded_at, '+1 hour')) AS month,
        CASE WHEN country IS NULL OR trim(country) = '' THEN 'unknown' ELSE country END AS country,
        sum(refunds.cents) AS cents
    FROM refunds
    JOIN invoices ON invoices.id = refunds.invoice_id
    JOIN customers ON customers.id = invoices.customer_id
    GROUP BY 1, 2
),
keys AS (
    SELECT month, country FROM paid
    UNION
    SELECT month, country FROM refunded
)
SELECT keys.month, keys.country, coalesce(customers, 0), coalesce(paid.cents, 0) - coalesce(refunded.cents, 0)
FROM keys
LEFT JOIN paid ON paid.month = keys.month AND paid.country = keys.country
LEFT JOIN refunded ON refunded.month = keys.month AND refunded.country = keys.country
ORDER BY 1, 2;

-- Every month from the first to the last, times every country; the report's rows where there are some.
WITH RECURSIVE movements AS (
    SELECT invoice_id, paid_at AS at, cents, 1 AS paid
    FROM payments
    WHERE status IS NULL OR status = 'settled'
    UNION ALL
    SELECT invoice_id, refunded_at, -cents, 0
    FROM refunds
),
report AS (
    SELECT
        strftime('%Y-%m', at, '+1 hour') AS month,
        coalesce(nullif(trim(country), ''), 'unknown') AS country,
        count(DISTINCT CASE WHEN paid THEN customers.id END) AS customers,
        sum(movements.cents) AS net_cents
    FROM movements
    JOIN invoices ON invoices.id = movements.invoice_id
    JOIN customers ON customers.id = invoices.customer_id
    GROUP BY 1, 2
),
months (month) AS (
    SELECT min(month) FROM report WHERE true HAVING count(*) > 0
    UNION ALL
    SELECT strftime('%Y-%m', month || '-01', '+1 month')
    FROM months
    WHERE month < (SELECT max(month) FROM report)
)
SELECT months.month, countries.country, coalesce(customers, 0), coalesce(net_cents, 0)
FROM months
CROSS JOIN (SELECT DISTINCT country FROM report) AS countries
LEFT JOIN report ON report.month = months.month AND report.country = countries.country
ORDER BY 1, 2;

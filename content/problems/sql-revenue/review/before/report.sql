-- month | country | customers | net_cents
SELECT strftime('%Y-%m', paid_at) AS month, 'unknown' AS country, count(*) AS customers, sum(cents) AS net_cents
FROM payments
GROUP BY month
ORDER BY month;

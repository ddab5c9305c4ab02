SELECT
    strftime('%Y-%m', paid_at, '+1 hour') AS month,
    coalesce(nullif(trim(country), ''), 'unknown') AS country,
    count(DISTINCT customers.id) AS customers,
    sum(payments.cents) - coalesce(sum(refunds.cents), 0) AS net_cents
FROM payments
JOIN invoices ON invoices.id = payments.invoice_id
JOIN customers ON customers.id = invoices.customer_id
LEFT JOIN refunds ON refunds.invoice_id = invoices.id
WHERE status IS NULL OR status = 'settled'
GROUP BY 1, 2
ORDER BY 1, 2;

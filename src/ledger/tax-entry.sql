-- name: tax_entry_insert
INSERT INTO tax_entry (year, quarter, amount, voucher_id, act_id) VALUES ($1, $2, $3, $4, $5)

-- name: tax_entry_list
SELECT e.quarter, e.amount, e.voucher_id, v.number, v.date FROM tax_entry e JOIN voucher v ON v.id = e.voucher_id
 WHERE e.year = $1 AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id)
 ORDER BY e.quarter = 0, e.quarter, e.id

-- name: tax_plan_rows
SELECT debit_id, credit_id, sum (amount) FROM voucher_row WHERE plan = $1 AND date <= $2 GROUP BY debit_id, credit_id

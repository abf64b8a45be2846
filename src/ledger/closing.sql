-- name: closing_is_closed
SELECT closed FROM closing_event WHERE year = $1 ORDER BY id DESC LIMIT 1

-- name: closing_keys
SELECT key, tax_key FROM closing_event WHERE year = $1 AND closed = 1 ORDER BY id DESC LIMIT 1

-- name: closing_event_insert
INSERT INTO closing_event (year, closed, key, tax_key, reason, act_id) VALUES ($1, $2, $3, $4, $5, $6)

-- name: closing_voucher
SELECT v.id FROM voucher v
 WHERE v.layer = 2 AND v.year = $1 AND v.kind = 5 AND v.reverses_id IS NULL
   AND NOT EXISTS (SELECT 1 FROM voucher r WHERE r.reverses_id = v.id)
 ORDER BY v.id DESC LIMIT 1

-- name: closing_unscoped
SELECT v.number FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id JOIN account d ON d.id = r.debit_id JOIN account c ON c.id = r.credit_id
 WHERE r.date BETWEEN $1 AND $2 AND r.layer = 1 AND r.scope = 0 AND (d.scope = 4 OR c.scope = 4)
   AND r.id IN (SELECT id FROM voucher_row WHERE debit_id IN (SELECT id FROM account WHERE scope = 4)
                UNION SELECT id FROM voucher_row WHERE credit_id IN (SELECT id FROM account WHERE scope = 4))
   AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id) AND v.reverses_id IS NULL
 ORDER BY r.id LIMIT 1

-- name: closing_shared
SELECT v.number FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.plan = $1 AND v.layer = 3 AND v.reverses_id IS NULL
   AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id)
 ORDER BY r.id LIMIT 1

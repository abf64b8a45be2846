-- Input VAT that came onto an account, with the voucher that says what for and the row's mark there (4 shared, 5 not).
-- name: vat_share_rows
SELECT r.id, r.voucher_id, v.kind, v.number, r.date, r.description, r.amount, coalesce (v.reverses_id, v.id),
       coalesce ((SELECT m.mark FROM tax_mark m JOIN voucher_row x ON x.id = m.row_id
                   WHERE x.voucher_id = coalesce (v.reverses_id, v.id)
                     AND (SELECT count (*) FROM voucher_row y WHERE y.voucher_id = x.voucher_id AND y.id <= x.id)
                         = (SELECT count (*) FROM voucher_row y WHERE y.voucher_id = r.voucher_id AND y.id <= r.id)
                   ORDER BY m.id DESC LIMIT 1), 0)
  FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.debit_id = $1 AND r.date BETWEEN $2 AND $3 AND r.layer = 1
   AND coalesce (v.reverses_id, v.id) NOT IN (SELECT voucher_id FROM vat_share_entry)
 ORDER BY r.date, r.id

-- name: vat_share_debits
SELECT debit_id, amount FROM voucher_row WHERE voucher_id = $1 ORDER BY amount DESC, id

-- name: vat_share_entries
SELECT e.period, e.amount, e.voucher_id, v.number FROM vat_share_entry e JOIN voucher v ON v.id = e.voucher_id
 WHERE e.year = $1 AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = v.id) ORDER BY e.id

-- name: vat_share_entry_rows
SELECT debit_id, credit_id, amount FROM voucher_row WHERE voucher_id = $1 ORDER BY id

-- name: vat_share_insert
INSERT INTO vat_share_entry (year, period, amount, voucher_id, act_id) VALUES ($1, $2, $3, $4, $5)

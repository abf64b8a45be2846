-- name: vat_lines
SELECT i.id, i.voucher_id, i.direction, i.number, i.date, i.form, i.serial, i.party_id, i.seller_name,
       coalesce (i.tax_code, p.tax_code), i.base, i.rate, i.vat, i.deductible, v.kind, v.number, v.date, p.name, 0
  FROM voucher v JOIN invoice i ON i.voucher_id = v.id LEFT JOIN party_now p ON p.id = i.party_id
 WHERE i.direction = $1 AND v.date BETWEEN $2 AND $3
UNION ALL
SELECT i.id, i.voucher_id, i.direction, i.number, i.date, i.form, i.serial, i.party_id, i.seller_name,
       coalesce (i.tax_code, p.tax_code), i.base, i.rate, i.vat, i.deductible, r.kind, r.number, r.date, p.name, 1
  FROM voucher r JOIN invoice i ON i.voucher_id = r.reverses_id LEFT JOIN party_now p ON p.id = i.party_id
 WHERE r.reverses_id IS NOT NULL AND i.direction = $1 AND r.date BETWEEN $2 AND $3
 ORDER BY 17, 1, 19

-- name: vat_debit
SELECT coalesce (sum (amount), 0) FROM voucher_row WHERE debit_id = $1 AND date BETWEEN $2 AND $3 AND layer = 1

-- name: vat_credit
SELECT coalesce (sum (amount), 0) FROM voucher_row WHERE credit_id = $1 AND date BETWEEN $2 AND $3 AND layer = 1

-- name: vat_balance
SELECT coalesce (sum (CASE WHEN credit_id = $1 THEN amount ELSE 0 END - CASE WHEN debit_id = $1 THEN amount ELSE 0 END), 0)
  FROM voucher_row WHERE (debit_id = $1 OR credit_id = $1) AND (date < $2 OR layer = 0)

-- name: vat_book_rows
SELECT r.id, r.voucher_id, v.number, r.date, r.description,
       CASE WHEN r.debit_id = $1 THEN r.amount ELSE 0 END, CASE WHEN r.credit_id = $1 THEN r.amount ELSE 0 END,
       coalesce (v.reverses_id, v.id), v.reverses_id IS NOT NULL
  FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE (r.debit_id = $1 OR r.credit_id = $1) AND r.date BETWEEN $2 AND $3 AND r.layer > 0
 ORDER BY r.date, r.id

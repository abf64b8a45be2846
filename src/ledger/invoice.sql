-- name: invoice_insert
INSERT INTO invoice (voucher_id, direction, number, date, form, serial, party_id, seller_name, tax_code, base, rate, vat,
                     deductible, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)

-- name: invoice_same
SELECT i.id FROM invoice i
 WHERE i.direction = $1 AND i.number = $2 AND coalesce (i.form, '') = $3 AND coalesce (i.serial, '') = $4
   AND coalesce (i.tax_code, i.seller_name, '') = $5 AND substr (i.date, 1, 4) = substr ($6, 1, 4)
   AND NOT EXISTS (SELECT 1 FROM voucher r WHERE r.reverses_id IN (i.voucher_id, $7))

-- name: invoice_list
SELECT i.id, i.voucher_id, i.direction, i.number, i.date, i.form, i.serial, i.party_id, i.seller_name, i.tax_code, i.base,
       i.rate, i.vat, i.deductible, v.kind, v.number
  FROM invoice i JOIN voucher v ON v.id = i.voucher_id
 WHERE ($1 IS NULL OR i.date >= $1) AND ($2 IS NULL OR i.date <= $2)
 ORDER BY i.date, i.id

-- name: invoice_list_of
SELECT i.id, i.voucher_id, i.direction, i.number, i.date, i.form, i.serial, i.party_id, i.seller_name, i.tax_code, i.base,
       i.rate, i.vat, i.deductible, v.kind, v.number
  FROM invoice i JOIN voucher v ON v.id = i.voucher_id
 WHERE i.voucher_id = $1 ORDER BY i.id

-- name: invoice_insert
INSERT INTO invoice (voucher_id, direction, number, date, form, serial, party_id, seller_name, tax_code, base, rate, vat,
                     deductible, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)

-- name: invoice_same
SELECT id FROM invoice
 WHERE direction = $1 AND number = $2 AND coalesce (form, '') = $3 AND coalesce (serial, '') = $4
   AND coalesce (tax_code, seller_name, '') = $5 AND substr (date, 1, 4) = substr ($6, 1, 4)

-- name: invoice_list
SELECT i.id, i.voucher_id, i.direction, i.number, i.date, i.form, i.serial, i.party_id, i.seller_name, i.tax_code, i.base,
       i.rate, i.vat, i.deductible, v.kind, v.number
  FROM invoice i JOIN voucher v ON v.id = i.voucher_id
 WHERE ($1 IS NULL OR i.date >= $1) AND ($2 IS NULL OR i.date <= $2)
 ORDER BY i.date, i.id

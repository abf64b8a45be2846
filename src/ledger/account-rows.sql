-- Both sides by their own index, merged by day and id, so that nothing is sorted first.
-- name: account_rows
SELECT r.date, r.id, r.voucher_id, v.kind, v.number, r.layer, r.description, r.debit_id, r.credit_id,
       coalesce (r.debit_party_id, 0), coalesce (r.credit_party_id, 0), coalesce (r.debit_item_id, 0), coalesce (r.credit_item_id, 0),
       r.scope, r.amount, coalesce (r.quantity, 0), r.product
  FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.debit_id = $1 AND r.date BETWEEN $2 AND $3
UNION ALL
SELECT r.date, r.id, r.voucher_id, v.kind, v.number, r.layer, r.description, r.debit_id, r.credit_id,
       coalesce (r.debit_party_id, 0), coalesce (r.credit_party_id, 0), coalesce (r.debit_item_id, 0), coalesce (r.credit_item_id, 0),
       r.scope, r.amount, coalesce (r.quantity, 0), r.product
  FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.credit_id = $1 AND r.debit_id <> $1 AND r.date BETWEEN $2 AND $3
 ORDER BY 1, 2

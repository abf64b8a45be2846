-- name: verify_currencies
SELECT account_id, month, currency FROM (
  SELECT debit_id AS account_id, coalesce (debit_party_id, 0) AS party_id, coalesce (debit_item_id, 0) AS item_id,
         debit_currency AS currency, month, layer, amount AS debit, 0 AS credit, debit_foreign AS units_in, 0 AS units_out
    FROM voucher_row WHERE debit_currency IS NOT NULL
  UNION ALL
  SELECT credit_id, coalesce (credit_party_id, 0), coalesce (credit_item_id, 0), credit_currency, month, layer,
         0, amount, 0, credit_foreign
    FROM voucher_row WHERE credit_currency IS NOT NULL
  UNION ALL
  SELECT account_id, party_id, item_id, currency, month, layer, -debit, -credit, -foreign_debit, -foreign_credit FROM total_currency)
 GROUP BY account_id, party_id, item_id, currency, month, layer
HAVING sum (debit) <> 0 OR sum (credit) <> 0 OR sum (units_in) <> 0 OR sum (units_out) <> 0 LIMIT 20

-- name: verify_products
SELECT account_id, month, product FROM (
  SELECT account_id, product, month, layer, debit, credit, quantity_debit, quantity_credit FROM product_side
  UNION ALL
  SELECT account_id, product, month, layer, -debit, -credit, -quantity_debit, -quantity_credit FROM total_product)
 GROUP BY account_id, product, month, layer
HAVING sum (debit) <> 0 OR sum (credit) <> 0 OR sum (quantity_debit) <> 0 OR sum (quantity_credit) <> 0 LIMIT 20

-- name: verify_units
SELECT t.currency, sum (CASE WHEN a.type = 9 THEN 0 ELSE foreign_debit - foreign_credit END) AS held,
       sum (CASE WHEN a.type = 9 THEN foreign_debit - foreign_credit ELSE 0 END) AS counted
  FROM total_currency t JOIN account a ON a.id = t.account_id
 WHERE a.type = 9 AND a.hidden = 0 AND a.code LIKE $1 || '%' OR a.type <> 9 AND coalesce (a.money, a.book IN (1, 2)) = 1
 GROUP BY t.currency HAVING held <> counted

-- name: verify_vouchers
SELECT v.number, 'empty' FROM voucher v WHERE NOT EXISTS (SELECT 1 FROM voucher_row r WHERE r.voucher_id = v.id)
UNION ALL
SELECT v.number, 'row' FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.date <> v.date OR r.layer <> v.layer OR r.month <> CAST (substr (r.date, 1, 4) || substr (r.date, 6, 2) AS INTEGER)
UNION ALL
SELECT v.number, 'group' FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
 WHERE r.debit_id IN (SELECT parent_id FROM account) OR r.credit_id IN (SELECT parent_id FROM account)
UNION ALL
SELECT v.number, 'party' FROM voucher_row r JOIN voucher v ON v.id = r.voucher_id
  JOIN account d ON d.id = r.debit_id JOIN account c ON c.id = r.credit_id
 WHERE d.needs IN (2, 5) AND r.debit_party_id IS NULL OR c.needs IN (2, 5) AND r.credit_party_id IS NULL
    OR d.needs IN (3, 5) AND r.debit_item_id IS NULL OR c.needs IN (3, 5) AND r.credit_item_id IS NULL
    OR d.needs = 4 AND coalesce (r.debit_party_id, r.debit_item_id) IS NULL
    OR c.needs = 4 AND coalesce (r.credit_party_id, r.credit_item_id) IS NULL
UNION ALL
SELECT v.number, 'reversal' FROM voucher v JOIN voucher o ON o.id = v.reverses_id
 WHERE (SELECT sum (amount) FROM voucher_row WHERE voucher_id = v.id) <> -(SELECT sum (amount) FROM voucher_row WHERE voucher_id = o.id)
 LIMIT 20

-- name: verify_opening
SELECT (SELECT coalesce (sum (amount), 0) FROM voucher_row WHERE debit_id IN (SELECT id FROM account WHERE hidden = 1 AND type <> 9))
     - (SELECT coalesce (sum (amount), 0) FROM voucher_row WHERE credit_id IN (SELECT id FROM account WHERE hidden = 1 AND type <> 9))

-- name: verify_closings
SELECT e.year, a.code,
       (SELECT coalesce (sum (amount), 0) FROM total_pair WHERE debit_id = a.id AND month BETWEEN e.year * 100 AND e.year * 100 + 12)
     - (SELECT coalesce (sum (amount), 0) FROM total_pair WHERE credit_id = a.id AND month BETWEEN e.year * 100 AND e.year * 100 + 12) AS rest
  FROM closing_event e JOIN account a ON a.type IN (5, 6, 7, 8) AND a.hidden = 0
 WHERE e.closed = 1 AND e.id = (SELECT max (id) FROM closing_event x WHERE x.year = e.year) AND rest <> 0
 ORDER BY e.year, a.code LIMIT 20

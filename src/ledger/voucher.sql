-- name: voucher_insert
INSERT INTO voucher (kind, year, number, sequence, date, layer, description, fold, reverses_id, reason, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: voucher_row_insert
INSERT INTO voucher_row (voucher_id, date, month, layer, debit_id, credit_id, amount, scope, debit_party_id, credit_party_id,
  debit_item_id, credit_item_id, description, due, memo, document, document_date, product, quantity, season, plan, act_id,
  scope_reason, debit_currency, debit_foreign, credit_currency, credit_foreign, rate)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22, $23, $24,
  CASE WHEN $24 IS NULL THEN NULL ELSE $25 END, $26, CASE WHEN $26 IS NULL THEN NULL ELSE $27 END, $28)

-- name: voucher_row_at
SELECT id FROM voucher_row WHERE voucher_id = $1 ORDER BY id LIMIT 1 OFFSET $2

-- name: voucher_row_place
SELECT count (*) FROM voucher_row r JOIN voucher_row x ON x.voucher_id = r.voucher_id AND x.id <= r.id WHERE r.id = $1

-- name: voucher_find
SELECT id FROM voucher WHERE kind = $1 AND year = $2 AND number = $3

-- name: voucher_reversed_by
SELECT id FROM voucher WHERE reverses_id = $1

-- name: voucher_load
SELECT kind, number, date, layer, description, coalesce (reverses_id, 0), reason FROM voucher WHERE id = $1

-- name: voucher_row_list
SELECT debit_id, credit_id, amount, scope, coalesce (debit_party_id, 0), coalesce (credit_party_id, 0),
       coalesce (debit_item_id, 0), coalesce (credit_item_id, 0), description, due, memo, document, document_date, product,
       coalesce (quantity, 0), season, plan, scope_reason, debit_currency, coalesce (debit_foreign, 0), credit_currency,
       coalesce (credit_foreign, 0), coalesce (rate, 0)
  FROM voucher_row WHERE voucher_id = $1 ORDER BY id

-- name: voucher_last_sequence
SELECT max (sequence) FROM voucher WHERE kind = $1 AND year = $2 AND sequence IS NOT NULL

-- name: bulk_on
UPDATE ledger_state SET bulk = 1 + (SELECT coalesce (max (id), 0) FROM voucher_row)

-- name: bulk_off
UPDATE ledger_state SET bulk = 0

-- name: bulk_state
SELECT bulk FROM ledger_state

-- name: bulk_rows
SELECT coalesce (max (id), 0) FROM voucher_row

-- name: bulk_pairs
INSERT INTO total_pair
  SELECT month, layer, debit_id, credit_id, scope, sum (amount) FROM voucher_row WHERE id >= $1 GROUP BY 1, 2, 3, 4, 5
  ON CONFLICT DO UPDATE SET amount = amount + excluded.amount

-- name: bulk_details
INSERT INTO total_detail
  SELECT account_id, party_id, item_id, month, layer, sum (debit), sum (credit)
    FROM (SELECT r.debit_id AS account_id, coalesce (r.debit_party_id, 0) AS party_id, coalesce (r.debit_item_id, 0) AS item_id,
                 r.month, r.layer, r.amount AS debit, 0 AS credit
            FROM voucher_row r JOIN account a ON a.id = r.debit_id
           WHERE r.id >= $1 AND (a.needs > 0 OR r.debit_party_id IS NOT NULL OR r.debit_item_id IS NOT NULL)
          UNION ALL
          SELECT r.credit_id, coalesce (r.credit_party_id, 0), coalesce (r.credit_item_id, 0), r.month, r.layer, 0, r.amount
            FROM voucher_row r JOIN account a ON a.id = r.credit_id
           WHERE r.id >= $1 AND (a.needs > 0 OR r.credit_party_id IS NOT NULL OR r.credit_item_id IS NOT NULL))
   GROUP BY 1, 2, 3, 4, 5
  ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit

-- name: bulk_sides
WITH touched AS MATERIALIZED (
  SELECT DISTINCT r.account_id, coalesce (s.survivor_id, r.party_id) AS party_id, r.item_id
    FROM (SELECT debit_id AS account_id, coalesce (debit_party_id, 0) AS party_id, coalesce (debit_item_id, 0) AS item_id
            FROM voucher_row WHERE id >= $1 AND (debit_party_id IS NOT NULL OR debit_item_id IS NOT NULL)
          UNION SELECT credit_id, coalesce (credit_party_id, 0), coalesce (credit_item_id, 0)
            FROM voucher_row WHERE id >= $1 AND (credit_party_id IS NOT NULL OR credit_item_id IS NOT NULL)) r
    LEFT JOIN party_survivor s ON s.party_id = r.party_id)
INSERT INTO total_side
  SELECT account_id, month, $2 * sum (max (balance, 0) - max (balance - change, 0)), $2 * sum (max (-balance, 0) - max (change - balance, 0))
    FROM (SELECT account_id, month, change, sum (change) OVER (PARTITION BY account_id, party_id, item_id ORDER BY month) AS balance
            FROM (SELECT t.account_id, t.party_id, t.item_id, CASE d.layer WHEN 0 THEN 0 ELSE d.month END AS month,
                         sum (d.debit - d.credit) AS change
                    FROM (SELECT account_id, party_id, item_id, party_id AS written_id FROM touched
                          UNION ALL SELECT t.account_id, t.party_id, t.item_id, s.party_id
                            FROM touched t JOIN party_survivor s ON s.survivor_id = t.party_id) t
                   CROSS JOIN total_detail d ON d.account_id = t.account_id AND d.party_id = t.written_id AND d.item_id = t.item_id
                   GROUP BY 1, 2, 3, 4))
   GROUP BY account_id, month
  ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit

-- name: bulk_sides_none
DELETE FROM total_side

-- name: bulk_sides_all
INSERT INTO total_side SELECT account_id, month, debit, credit FROM detail_side WHERE debit <> 0 OR credit <> 0

-- name: bulk_products
INSERT INTO total_product
  SELECT account_id, product, month, layer, sum (debit), sum (credit), sum (quantity_debit), sum (quantity_credit)
    FROM product_side WHERE id >= $1 GROUP BY 1, 2, 3, 4
  ON CONFLICT DO UPDATE SET debit = debit + excluded.debit, credit = credit + excluded.credit,
    quantity_debit = quantity_debit + excluded.quantity_debit, quantity_credit = quantity_credit + excluded.quantity_credit

-- name: bulk_volume
UPDATE ledger_state SET volume = volume + (SELECT coalesce (sum (abs (amount)), 0) FROM voucher_row WHERE id >= $1)

-- name: bulk_days
INSERT INTO total_day
  SELECT account_id, date, sum (amount)
    FROM (SELECT debit_id AS account_id, date, sum (amount) AS amount FROM voucher_row WHERE id >= $1 GROUP BY 1, 2
          UNION ALL SELECT credit_id, date, -sum (amount) FROM voucher_row WHERE id >= $1 GROUP BY 1, 2)
   GROUP BY 1, 2
  ON CONFLICT DO UPDATE SET amount = amount + excluded.amount

-- name: bulk_taken
INSERT INTO money_taken
  SELECT account_id, min (date)
    FROM (SELECT CASE WHEN amount > 0 THEN credit_id ELSE debit_id END AS account_id, date FROM voucher_row WHERE id >= $1)
   WHERE account_id IN (SELECT id FROM account WHERE coalesce (money, book IN (1, 2)) = 1) GROUP BY 1
  ON CONFLICT DO UPDATE SET since = min (since, excluded.since)

-- name: totals_pairs
SELECT debit_id, credit_id, scope,
       sum (CASE WHEN month < $1 OR layer = 0 THEN amount ELSE 0 END),
       sum (CASE WHEN month < $1 OR layer = 0 THEN 0 ELSE amount END)
  FROM total_pair WHERE month <= $2 OR layer = 0 GROUP BY 1, 2, 3

-- name: totals_details
SELECT account_id, party_id, item_id,
       sum (CASE WHEN month < $1 OR layer = 0 THEN debit - credit ELSE 0 END),
       sum (CASE WHEN month < $1 OR layer = 0 THEN 0 ELSE debit END),
       sum (CASE WHEN month < $1 OR layer = 0 THEN 0 ELSE credit END)
  FROM total_detail WHERE month <= $2 OR layer = 0 GROUP BY 1, 2, 3

-- name: totals_account_details
SELECT account_id, party_id, item_id,
       sum (CASE WHEN month < $1 OR layer = 0 THEN debit - credit ELSE 0 END),
       sum (CASE WHEN month < $1 OR layer = 0 THEN 0 ELSE debit END),
       sum (CASE WHEN month < $1 OR layer = 0 THEN 0 ELSE credit END)
  FROM total_detail WHERE (month <= $2 OR layer = 0) AND account_id = $3 GROUP BY 1, 2, 3

-- name: totals_sides
SELECT account_id, sum (CASE WHEN month < $1 THEN debit ELSE 0 END), sum (CASE WHEN month < $1 THEN credit ELSE 0 END),
       sum (debit), sum (credit)
  FROM total_side WHERE month <= $2 GROUP BY 1

-- name: totals_rows
SELECT debit_id, credit_id, scope, amount, coalesce (debit_party_id, 0), coalesce (credit_party_id, 0),
       coalesce (debit_item_id, 0), coalesce (credit_item_id, 0)
  FROM voucher_row WHERE voucher_id IN (SELECT id FROM voucher WHERE date BETWEEN $1 AND $2) AND layer > 0

-- name: totals_party_months
SELECT coalesce (sum (debit - credit), 0) FROM total_detail WHERE account_id = $1 AND party_id = $2 AND (month < $3 OR layer = 0)

-- name: totals_party_rows
SELECT coalesce (sum (CASE WHEN debit_id = $1 AND debit_party_id = $2 THEN amount ELSE 0 END), 0)
     - coalesce (sum (CASE WHEN credit_id = $1 AND credit_party_id = $2 THEN amount ELSE 0 END), 0)
  FROM voucher_row
 WHERE month = $3 AND date <= $4 AND layer > 0
   AND id IN (SELECT id FROM voucher_row WHERE debit_party_id = $2 AND date BETWEEN substr ($4, 1, 8) || '01' AND $4
        UNION SELECT id FROM voucher_row WHERE credit_party_id = $2 AND date BETWEEN substr ($4, 1, 8) || '01' AND $4)

-- name: totals_detail_balance
SELECT coalesce (sum (debit - credit), 0) FROM total_detail
 WHERE account_id = $1 AND party_id = $2 AND item_id = $3 AND (month <= $4 OR layer = 0)

-- What one party $1 and those merged into it hold: months before $2, then the days from $3 to $4.
-- name: open_party_sums
WITH RECURSIVE same (id) AS (SELECT $1 UNION SELECT m.party_id FROM same s JOIN party_merged m ON m.into_id = s.id)
SELECT account_id, item_id, sum (amount) FROM (
  SELECT t.account_id, t.item_id, t.debit - t.credit AS amount
    FROM same s CROSS JOIN total_detail t WHERE t.party_id = s.id AND (t.month < $2 OR t.layer = 0)
  UNION ALL
  SELECT r.debit_id, coalesce (r.debit_item_id, 0), r.amount
    FROM same s CROSS JOIN voucher_row r WHERE r.debit_party_id = s.id AND r.date BETWEEN $3 AND $4 AND r.layer > 0
  UNION ALL
  SELECT r.credit_id, coalesce (r.credit_item_id, 0), -r.amount
    FROM same s CROSS JOIN voucher_row r WHERE r.credit_party_id = s.id AND r.date BETWEEN $3 AND $4 AND r.layer > 0)
 GROUP BY 1, 2

-- name: open_party_codes
SELECT id, code FROM party

-- name: open_item_codes
SELECT id, code FROM item

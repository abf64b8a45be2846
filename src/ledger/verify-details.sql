-- Accounts whose details do not add up to what the account itself says, debits and credits apart.
-- name: verify_control
SELECT a.id, sum (t.detail_debit), sum (t.detail_credit), sum (t.debit), sum (t.credit)
  FROM account a JOIN (
    SELECT account_id, debit AS detail_debit, credit AS detail_credit, 0 AS debit, 0 AS credit FROM total_detail
    UNION ALL SELECT debit_id, 0, 0, amount, 0 FROM total_pair
    UNION ALL SELECT credit_id, 0, 0, 0, amount FROM total_pair) t ON t.account_id = a.id
 WHERE a.needs > 0 GROUP BY a.id
HAVING sum (t.detail_debit) <> sum (t.debit) OR sum (t.detail_credit) <> sum (t.credit) ORDER BY a.code LIMIT 20

-- Rows of a party that were written while it was merged; what was parted in the act of the row was parted before it, else the
-- database had refused the row.
-- name: verify_merges
SELECT DISTINCT v.number, p.code, i.code
  FROM party_merge m JOIN party_name p ON p.id = m.party_id JOIN party_name i ON i.id = m.into_id
  JOIN (SELECT debit_party_id AS party_id, voucher_id, act_id FROM voucher_row WHERE debit_party_id IN (SELECT party_id FROM party_merge)
        UNION ALL
        SELECT credit_party_id, voucher_id, act_id FROM voucher_row WHERE credit_party_id IN (SELECT party_id FROM party_merge)) r
    ON r.party_id = m.party_id
  JOIN voucher v ON v.id = r.voucher_id
 WHERE r.act_id > m.act_id AND v.reverses_id IS NULL
   AND NOT EXISTS (SELECT 1 FROM party_merge n WHERE n.party_id = m.party_id AND n.id > m.id AND n.act_id <= r.act_id)
 ORDER BY v.number LIMIT 20

-- Merges that lead to nobody: a member merged away, or merges in a circle.
-- name: verify_merge_ends
SELECT p.code FROM party_merged m JOIN party_name p ON p.id = m.party_id
 WHERE m.party_id IN (SELECT party_id FROM party_in_register) OR m.party_id NOT IN (SELECT party_id FROM party_survivor)
 ORDER BY p.code LIMIT 20

-- name: verify_items
SELECT DISTINCT v.number, i.code
  FROM (SELECT voucher_id, date, debit_item_id AS item_id, debit_party_id AS party_id FROM voucher_row WHERE debit_item_id IS NOT NULL
        UNION ALL SELECT voucher_id, date, credit_item_id, credit_party_id FROM voucher_row WHERE credit_item_id IS NOT NULL) r
  JOIN item_now i ON i.id = r.item_id JOIN voucher v ON v.id = r.voucher_id
  LEFT JOIN party_survivor rs ON rs.party_id = r.party_id LEFT JOIN party_survivor s ON s.party_id = i.party_id
 WHERE v.reverses_id IS NULL
   AND (r.date > i.closed OR coalesce (rs.survivor_id, r.party_id) <> coalesce (s.survivor_id, i.party_id))
 ORDER BY v.number LIMIT 20

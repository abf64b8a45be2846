-- name: merge_survivors
SELECT party_id, survivor_id FROM party_survivor

-- name: merge_insert
INSERT INTO party_merge (party_id, into_id, reason, act_id) VALUES ($1, $2, $3, $4)

-- name: merge_list
SELECT m.party_id, m.into_id, m.reason, a.user, a.at
  FROM party_merge m JOIN audit a ON a.id = m.act_id
 WHERE m.into_id IS NOT NULL AND m.id = (SELECT max (x.id) FROM party_merge x WHERE x.party_id = m.party_id) ORDER BY m.id

-- name: merge_in_register
SELECT count (*) FROM party_in_register WHERE party_id = $1

-- Items that would belong to someone else than their rows name, once $1 stands for itself again.
-- name: merge_item_between
WITH RECURSIVE same (id) AS (SELECT $1 UNION SELECT m.party_id FROM same s JOIN party_merged m ON m.into_id = s.id)
SELECT i.code FROM item_now i
 WHERE EXISTS (SELECT 1 FROM voucher_row r
                WHERE r.debit_item_id = i.id AND (r.debit_party_id IN (SELECT id FROM same)) <> (i.party_id IN (SELECT id FROM same))
               UNION ALL SELECT 1 FROM voucher_row r
                WHERE r.credit_item_id = i.id AND (r.credit_party_id IN (SELECT id FROM same)) <> (i.party_id IN (SELECT id FROM same)))
 ORDER BY i.code LIMIT 1

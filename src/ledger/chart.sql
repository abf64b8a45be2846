-- name: account_list
SELECT id, code, coalesce (parent_id, 0), name, name_en, name_fr, type, normal_side, needs, scope, book, role, hidden, purpose,
       coalesce (hand, type <> 8), coalesce (money, book IN (1, 2)), coalesce (currency + 1, 0)
  FROM account ORDER BY type = 9, code

-- name: account_insert
INSERT INTO account (code, parent_id, name, name_en, name_fr, type, normal_side, needs, scope, book, role, hidden, purpose, act_id,
  hand, money, currency)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, nullif ($15, $6 <> 8), nullif ($16, $10 IN (1, 2)),
  nullif ($17, 0) - 1)

-- name: account_has_rows
SELECT EXISTS (SELECT 1 FROM voucher_row WHERE debit_id = $1) OR EXISTS (SELECT 1 FROM voucher_row WHERE credit_id = $1)

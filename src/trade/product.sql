-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: product_insert
INSERT INTO product (code, name, unit, kind, price, vat_rate, stock_account_id, revenue_account_id, cost_account_id, cost, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11)

-- name: product_find
SELECT id FROM product WHERE code = $1

-- name: product_load
SELECT id, code, name, unit, kind, price, vat_rate, stock_account_id, revenue_account_id, cost_account_id, cost
  FROM product WHERE id = $1

-- name: product_list
SELECT id, code, name, unit, kind, price, vat_rate, stock_account_id, revenue_account_id, cost_account_id, cost
  FROM product ORDER BY code

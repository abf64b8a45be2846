-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: verify_delivery_pairs
SELECT coalesce (v.number, '#' || d.id), p.code FROM delivery d JOIN delivery o ON o.id = d.reverses_id
  JOIN party_name p ON p.id = d.party_id LEFT JOIN voucher_name v ON v.id = d.voucher_id
 WHERE d.amount <> -o.amount OR d.quantity <> -o.quantity OR d.party_id <> o.party_id OR d.product_id <> o.product_id

-- name: verify_supply_pairs
SELECT coalesce (v.number, '#' || d.id), p.code FROM supply d JOIN supply o ON o.id = d.reverses_id
  JOIN party_name p ON p.id = d.party_id LEFT JOIN voucher_name v ON v.id = d.voucher_id
 WHERE d.amount <> -o.amount OR d.vat <> -o.vat OR d.quantity <> -o.quantity OR d.party_id <> o.party_id OR d.product_id <> o.product_id

-- name: verify_delivery_days
SELECT coalesce (v.number, '#' || d.id), p.code, d.party_id, d.date FROM delivery d
  JOIN party_name p ON p.id = d.party_id LEFT JOIN voucher_name v ON v.id = d.voucher_id
 WHERE +d.reverses_id IS NULL ORDER BY d.id

-- name: verify_supply_days
SELECT coalesce (v.number, '#' || d.id), p.code, d.party_id, d.date FROM supply d
  JOIN party_name p ON p.id = d.party_id LEFT JOIN voucher_name v ON v.id = d.voucher_id
 WHERE +d.reverses_id IS NULL ORDER BY d.id

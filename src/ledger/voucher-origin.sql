-- SPDX-License-Identifier: GPL-3.0-or-later
-- What vouchers were posted for: voucher, day, year, part of the year, amount, count, confirmation.
-- name: voucher_origin_revaluations
SELECT voucher_id, date, 0, 0, 0, 0, 0 FROM revaluation ORDER BY id

-- name: voucher_origin_taxes
SELECT voucher_id, NULL, year, quarter, amount, 0, 0 FROM tax_entry ORDER BY id

-- name: voucher_origin_vat_shares
SELECT voucher_id, NULL, year, period, amount, 0, 0 FROM vat_share_entry ORDER BY id

-- A confirmation stands for all of its account, party and day: the latest of them is told.
-- name: voucher_origin_differences
SELECT d.voucher_id, NULL, 0, 0, 0, coalesce (d.count_id, 0),
       coalesce ((SELECT max (x.id) FROM confirmation x JOIN confirmation c ON c.id = d.confirmation_id
                   WHERE x.date = c.date AND x.account_id = c.account_id AND x.party_id = c.party_id), 0)
  FROM difference_posting d ORDER BY d.id

-- name: voucher_origin_of
SELECT EXISTS (SELECT 1 FROM revaluation WHERE voucher_id = $1) OR EXISTS (SELECT 1 FROM tax_entry WHERE voucher_id = $1)
    OR EXISTS (SELECT 1 FROM vat_share_entry WHERE voucher_id = $1)
    OR EXISTS (SELECT 1 FROM difference_posting WHERE voucher_id = $1)

-- Another voucher that was not reversed enters the same tax of the year.
-- name: voucher_origin_same_tax
SELECT EXISTS (SELECT 1 FROM tax_entry e WHERE e.year = $1 AND e.quarter = $2
                  AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = e.voucher_id))

-- name: voucher_origin_same_vat
SELECT EXISTS (SELECT 1 FROM vat_share_entry e WHERE e.year = $1 AND e.period = $2
                  AND NOT EXISTS (SELECT 1 FROM voucher x WHERE x.reverses_id = e.voucher_id))

-- name: voucher_origin_insert_revaluation
INSERT INTO revaluation (date, voucher_id, act_id) VALUES ($1, $2, $3)

-- name: voucher_origin_insert_tax
INSERT INTO tax_entry (year, quarter, amount, voucher_id, act_id) VALUES ($1, $2, $3, $4, $5)

-- name: voucher_origin_insert_vat_share
INSERT INTO vat_share_entry (year, period, amount, voucher_id, act_id) VALUES ($1, $2, $3, $4, $5)

-- name: voucher_origin_insert_difference
INSERT INTO difference_posting (count_id, confirmation_id, voucher_id, act_id) VALUES ($1, $2, $3, $4)

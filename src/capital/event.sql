-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: capital_insert
INSERT INTO capital_event (party_id, date, event, amount, to_party_id, form, account_id, description,
                           reverses_id, voucher_id, cause, document, asset, quantity, unit, until, price, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18)

-- name: capital_all
SELECT e.id, e.party_id, e.date, e.event, e.amount, e.to_party_id, e.form, e.account_id, e.description,
       e.reverses_id, coalesce (r.id, -v.taken_back), e.voucher_id,
       e.cause, e.document, e.asset, e.quantity, e.unit, e.until, e.price, v.number, v.date
  FROM capital_event e LEFT JOIN capital_event r ON r.reverses_id = e.id LEFT JOIN voucher_name v ON v.id = e.voucher_id
 ORDER BY e.date, e.id

-- name: capital_of_party
SELECT e.id, e.party_id, e.date, e.event, e.amount, e.to_party_id, e.form, e.account_id, e.description,
       e.reverses_id, coalesce (r.id, -v.taken_back), e.voucher_id,
       e.cause, e.document, e.asset, e.quantity, e.unit, e.until, e.price, v.number, v.date
  FROM capital_event e LEFT JOIN capital_event r ON r.reverses_id = e.id LEFT JOIN voucher_name v ON v.id = e.voucher_id
 WHERE e.party_id = $1 OR e.to_party_id = $1
 ORDER BY e.date, e.id

-- name: capital_until
-- What counts up to a day, without what is only told of it: for balances of everyone.
SELECT id, party_id, date, event, amount, to_party_id FROM capital_event
 WHERE date <= $1 AND reverses_id IS NULL
   AND id NOT IN (SELECT reverses_id FROM capital_event WHERE reverses_id > 0)
   AND (voucher_id IS NULL OR NOT EXISTS (SELECT 1 FROM voucher_name v WHERE v.id = voucher_id AND v.taken_back))

-- name: capital_tax_insert
INSERT INTO capital_tax (event_id, name, base, rate, amount, act_id) VALUES ($1, $2, $3, $4, $5, $6)

-- name: capital_of_act
SELECT id FROM capital_event WHERE act_id = $1 AND reverses_id IS NULL ORDER BY id

-- The same, each with the person that it concerns (a transfer stands with both), by person and day as the index has them.
-- name: capital_of_each
SELECT person, id, party_id, date, event, amount, to_party_id
  FROM (SELECT party_id AS person, * FROM capital_event
        UNION ALL SELECT to_party_id, * FROM capital_event WHERE to_party_id IS NOT NULL AND to_party_id <> party_id)
 WHERE date <= $1 AND reverses_id IS NULL
   AND id NOT IN (SELECT reverses_id FROM capital_event WHERE reverses_id > 0)
   AND (voucher_id IS NULL OR NOT EXISTS (SELECT 1 FROM voucher_name v WHERE v.id = voucher_id AND v.taken_back))
 ORDER BY person, date, id

-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: certificate_insert
INSERT INTO certificate_event (party_id, date, event, number, replaces_id, amount, charter, until, reason, act_id, name, address,
                               nationality, id_number, represents, representative, asset, coop, coop_code, coop_address, place, signer)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19, $20, $21, $22)

-- name: certificate_all
SELECT e.id, e.party_id, e.date, e.event, e.number, e.replaces_id, e.amount, e.charter, e.until, e.reason, x.date, x.event, p.code,
       e.name, e.address, e.nationality, e.id_number, e.represents, e.representative, e.asset, e.coop, e.coop_code, e.coop_address,
       e.place, e.signer
  FROM certificate_event e LEFT JOIN certificate_event x ON x.replaces_id = e.id JOIN party p ON p.id = e.party_id
 ORDER BY e.date, e.id

-- name: certificate_of_party
SELECT e.id, e.party_id, e.date, e.event, e.number, e.replaces_id, e.amount, e.charter, e.until, e.reason, x.date, x.event, p.code,
       e.name, e.address, e.nationality, e.id_number, e.represents, e.representative, e.asset, e.coop, e.coop_code, e.coop_address,
       e.place, e.signer
  FROM certificate_event e LEFT JOIN certificate_event x ON x.replaces_id = e.id JOIN party p ON p.id = e.party_id
 WHERE e.party_id = $1 ORDER BY e.date, e.id

-- name: certificate_on
SELECT e.id, e.party_id, e.date, e.event, e.number, e.replaces_id, e.amount, e.charter, e.until, e.reason, x.date, x.event, p.code,
       e.name, e.address, e.nationality, e.id_number, e.represents, e.representative, e.asset, e.coop, e.coop_code, e.coop_address,
       e.place, e.signer
  FROM certificate_event e LEFT JOIN certificate_event x ON x.replaces_id = e.id JOIN party p ON p.id = e.party_id
 WHERE e.event <> 4 AND e.date <= $1 AND (x.date IS NULL OR x.date > $1) ORDER BY p.code

-- name: certificate_by_number
SELECT e.id, e.party_id, e.date, e.event, e.number, e.replaces_id, e.amount, e.charter, e.until, e.reason, x.date, x.event, p.code,
       e.name, e.address, e.nationality, e.id_number, e.represents, e.representative, e.asset, e.coop, e.coop_code, e.coop_address,
       e.place, e.signer
  FROM certificate_event e LEFT JOIN certificate_event x ON x.replaces_id = e.id JOIN party p ON p.id = e.party_id
 WHERE upper (e.number) = upper ($1) ORDER BY e.id

-- name: certificate_numbers
SELECT number FROM certificate_event WHERE number IS NOT NULL

-- Who holds, or could hold, certificates: the register's facts of today.
-- name: certificate_holders
SELECT p.id, p.code, p.name, p.address, m.nationality, coalesce (p.id_number, p.tax_code), m.represents, m.representative
  FROM member_now m JOIN party_now p ON p.id = m.party_id ORDER BY p.code

-- Rights of use that are part of a contribution, with their terms.
-- name: certificate_rights
SELECT e.party_id, e.date, coalesce (e.asset, e.description), e.until
  FROM capital_event e LEFT JOIN capital_event r ON r.reverses_id = e.id LEFT JOIN voucher_name v ON v.id = e.voucher_id
 WHERE e.until IS NOT NULL AND e.reverses_id IS NULL AND r.id IS NULL AND coalesce (v.taken_back, 0) = 0
 ORDER BY e.party_id, e.date, e.id

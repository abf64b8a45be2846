-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: member_insert
INSERT INTO member (party_id, birth, gender, nationality, represents, hamlet, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7)

-- name: member_fact_insert
INSERT INTO member_fact (party_id, birth, gender, nationality, represents, representative, representative_id, id_day, id_place,
                         hamlet, team, reason, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)

-- name: member_load
SELECT m.party_id, m.birth, m.gender, m.nationality, m.represents, m.representative, m.representative_id, m.id_day, m.id_place,
       m.hamlet, m.team, p.code, p.name, p.tax_code, p.id_number, p.address, p.phone, p.bank_bin, p.bank_account
  FROM member_now m JOIN party_facts p ON p.id = m.party_id WHERE m.party_id = $1

-- name: member_all
SELECT m.party_id, m.birth, m.gender, m.nationality, m.represents, m.representative, m.representative_id, m.id_day, m.id_place,
       m.hamlet, m.team, p.code, p.name, p.tax_code, p.id_number, p.address, p.phone, p.bank_bin, p.bank_account
  FROM member_now m JOIN party_facts p ON p.id = m.party_id ORDER BY p.code

-- name: member_codes
SELECT m.party_id, p.code FROM member m JOIN party p ON p.id = m.party_id

-- name: member_versions
-- Each version of what is known, the first one first: the party's part and the member's part change by themselves.
SELECT party_id, birth, gender, nationality, represents, representative, representative_id, id_day, id_place,
       hamlet, team, code, name, tax_code, id_number, address, phone, bank_bin, bank_account, at, user, reason
  FROM member_version WHERE party_id = $1 ORDER BY act_id

-- name: member_exists
SELECT count(*) FROM member WHERE party_id = $1

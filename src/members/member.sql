-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: member_insert
INSERT INTO member (party_id, birth, gender, nationality, represents, hamlet, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7)

-- name: member_load
SELECT party_id, birth, gender, nationality, represents, hamlet FROM member WHERE party_id = $1

-- name: member_ids
SELECT party_id FROM member ORDER BY party_id

-- name: member_exists
SELECT count(*) FROM member WHERE party_id = $1

-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: membership_insert
INSERT INTO membership_event (party_id, date, event, value, document, act_id)
VALUES ($1, $2, $3, $4, $5, $6)

-- name: membership_of_party
SELECT id, party_id, date, event, value, document FROM membership_event
 WHERE party_id = $1 ORDER BY date, id

-- name: membership_all
SELECT id, party_id, date, event, value, document FROM membership_event
 ORDER BY date, id

-- name: membership_without_member
SELECT DISTINCT e.party_id FROM membership_event e LEFT JOIN member m ON m.party_id = e.party_id
 WHERE m.id IS NULL

-- name: membership_without_event
SELECT m.party_id FROM member m WHERE NOT EXISTS
 (SELECT 1 FROM membership_event e WHERE e.party_id = m.party_id AND e.event = 1)

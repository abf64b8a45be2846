-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: membership_insert
INSERT INTO membership_event (party_id, date, event, value, document, reason, until, reverses_id, act_id)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)

-- name: membership_of_party
SELECT e.id, e.party_id, e.date, e.event, e.value, e.document, e.reason, e.until, e.reverses_id, r.id
  FROM membership_event e LEFT JOIN membership_event r ON r.reverses_id = e.id
 WHERE e.party_id = $1 ORDER BY e.date, e.id

-- name: membership_all
SELECT e.id, e.party_id, e.date, e.event, e.value, e.document, e.reason, e.until, e.reverses_id, r.id
  FROM membership_event e LEFT JOIN membership_event r ON r.reverses_id = e.id
 ORDER BY e.date, e.id

-- What counts of everyone, each person's together and in order, as the index has them.
-- name: membership_standing
SELECT party_id, date, event, value, until FROM membership_event
 WHERE reverses_id IS NULL AND id NOT IN (SELECT reverses_id FROM membership_event WHERE reverses_id IS NOT NULL)
 ORDER BY party_id, date, id

-- name: membership_without_member
SELECT DISTINCT e.party_id FROM membership_event e LEFT JOIN member m ON m.party_id = e.party_id
 WHERE m.id IS NULL

-- name: membership_without_event
SELECT m.party_id FROM member m WHERE NOT EXISTS
 (SELECT 1 FROM membership_event e WHERE e.party_id = m.party_id AND e.event = 1)

-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: schedule_insert
INSERT INTO capital_schedule (party_id, kind, decided, document, act_id) VALUES ($1, $2, $3, $4, $5) RETURNING id

-- name: instalment_insert
INSERT INTO capital_instalment (schedule_id, due, amount, act_id) VALUES ($1, $2, $3, $4)

-- name: schedule_list
-- The latest of each member and kind that was decided by the day, with its instalments; $1 0: of everyone.
SELECT s.id, s.party_id, s.kind, s.decided, s.document, i.due, i.amount
  FROM capital_schedule s LEFT JOIN capital_instalment i ON i.schedule_id = s.id
 WHERE s.decided <= $2 AND ($1 = 0 OR s.party_id = $1)
   AND NOT EXISTS (SELECT 1 FROM capital_schedule n
                    WHERE n.party_id = s.party_id AND n.kind = s.kind AND n.decided <= $2 AND (n.decided, n.id) > (s.decided, s.id))
 ORDER BY s.decided, s.id, i.due

-- name: schedule_all
-- What stood in force once: of one decided twice on a day only the later.
SELECT s.id, s.party_id, s.kind, s.decided, s.document, i.due, i.amount
  FROM capital_schedule s LEFT JOIN capital_instalment i ON i.schedule_id = s.id
 WHERE NOT EXISTS (SELECT 1 FROM capital_schedule n
                    WHERE n.party_id = s.party_id AND n.kind = s.kind AND n.decided = s.decided AND n.id > s.id)
 ORDER BY s.decided, s.id, i.due

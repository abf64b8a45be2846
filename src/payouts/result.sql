-- SPDX-License-Identifier: GPL-3.0-or-later

-- name: result_confirm
INSERT INTO payout_confirmed (line_id, date, reference, stands, act_id) VALUES ($1, $2, $3, $4, $5)

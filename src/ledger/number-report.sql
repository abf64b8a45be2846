-- SPDX-License-Identifier: GPL-3.0-or-later
-- $1 a year, 0: all. what: 0 series 1 missing 2 out of order 3 other form.
-- name: number_findings
WITH numbered AS (
  SELECT id, year, kind, number, sequence, date, lag (sequence, 1, 0) OVER before AS before_sequence, lag (number) OVER before AS before_number,
         lag (date) OVER before AS before_date
    FROM voucher WHERE sequence IS NOT NULL AND kind <> 8 AND ($1 = 0 OR year = $1)
  WINDOW before AS (PARTITION BY kind, year ORDER BY sequence, id))
SELECT year, kind, 0 AS what, 0 AS place, min (sequence), max (sequence), NULL, NULL, count (*), NULL FROM numbered GROUP BY year, kind
UNION ALL
SELECT year, kind, 1, sequence, before_sequence + 1, sequence - 1, NULL, NULL, sequence - 1 - before_sequence, NULL
  FROM numbered WHERE sequence > before_sequence + 1
UNION ALL
SELECT year, kind, 2, sequence, 0, 0, number, before_number, 1, date FROM numbered WHERE date < before_date
UNION ALL
SELECT o.year, o.kind, 3, 0, 0, 0, (SELECT number FROM voucher WHERE id = o.first), (SELECT number FROM voucher WHERE id = o.last), o.n, NULL
  FROM (SELECT year, kind, min (id) AS first, max (id) AS last, count (*) AS n FROM voucher
         WHERE sequence IS NULL AND kind <> 8 AND ($1 = 0 OR year = $1) GROUP BY year, kind) o
 ORDER BY 1, 2, 3, 4

-- Of each year and kind the numbers that are missing: the first, and how many.
-- name: number_gaps
SELECT year, kind, min (before_sequence + 1), sum (sequence - 1 - before_sequence)
  FROM (SELECT year, kind, sequence, lag (sequence, 1, 0) OVER (PARTITION BY kind, year ORDER BY sequence) AS before_sequence
          FROM voucher WHERE sequence IS NOT NULL AND kind <> 8)
 WHERE sequence > before_sequence + 1 GROUP BY year, kind ORDER BY year, kind

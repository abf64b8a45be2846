-- name: verify_years
SELECT DISTINCT year FROM plan_approval ORDER BY year

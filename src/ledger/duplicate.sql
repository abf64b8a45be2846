-- name: duplicate_members
SELECT r.party_id, m.birth FROM party_in_register r LEFT JOIN member_now m ON m.party_id = r.party_id

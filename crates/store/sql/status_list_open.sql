INSERT INTO status_list (institution, list, used)
VALUES ($1, $2, 0)
ON CONFLICT DO NOTHING

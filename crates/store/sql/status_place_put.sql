INSERT INTO status_place (institution, list, place, credential)
VALUES ($1, $2, $3, $4)
ON CONFLICT DO NOTHING

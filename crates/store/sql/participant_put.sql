INSERT INTO participant (
    institution, unit, run, person, state, given_name, family_name, titles_before, titles_after, born, birth_place, birth_country,
    email, sort_key, confirmed, results, entries, since)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, 0, '{}', 0, $15)
ON CONFLICT DO NOTHING

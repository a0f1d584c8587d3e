INSERT INTO person (
    institution, id, given_name, family_name, titles_before, titles_after, born, birth_place, birth_country, email,
    sort_key, changed)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12)
ON CONFLICT (institution, id) DO UPDATE
SET given_name = excluded.given_name,
    family_name = excluded.family_name,
    titles_before = excluded.titles_before,
    titles_after = excluded.titles_after,
    born = excluded.born,
    birth_place = excluded.birth_place,
    birth_country = excluded.birth_country,
    email = excluded.email,
    sort_key = excluded.sort_key,
    changed = excluded.changed

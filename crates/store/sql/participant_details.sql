-- Who they are, as it was entered again; whether that is right is asked anew.
UPDATE participant
SET given_name = $5, family_name = $6, titles_before = $7, titles_after = $8, born = $9, birth_place = $10, birth_country = $11,
    email = $12, sort_key = $13, confirmed = 0, handed_in = NULL
WHERE institution = $1 AND unit = $2 AND run = $3 AND person = $4

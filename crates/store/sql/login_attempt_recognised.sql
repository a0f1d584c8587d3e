UPDATE login_attempt
SET pair_subject = $2, pair_level = $3, pair_institution = $4, pair_person = $5, code = $6
WHERE state = $1 AND pair_account IS NOT NULL AND pair_subject IS NULL

UPDATE share
SET ends = $3, show_birth_date = $4, language = $5, withdrawn = $6
WHERE institution = $1 AND id = $2

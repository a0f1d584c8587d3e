UPDATE share
SET ends = $3, show_birth_date = $4, language = $5, withdrawn = $6, shows = $7, files = $8, code = $9
WHERE institution = $1 AND id = $2

-- What nobody is just sealing is put off until somebody lets it go on.
UPDATE credential
SET lease_until = $3, trouble = $4
WHERE institution = $1 AND batch = $2 AND waiting = 1 AND lease_owner = ''

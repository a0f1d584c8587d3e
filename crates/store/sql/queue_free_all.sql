UPDATE credential
SET lease_owner = '', lease_until = 0
WHERE waiting = 1 AND lease_owner = $1 AND ($2 = '' OR institution = $2)

UPDATE account_contact
SET refused = NULL
WHERE account = $1 AND provider = $2

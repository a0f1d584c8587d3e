UPDATE account_contact
SET digest_due = $4
WHERE account = $1 AND provider = $2 AND digest_due = $3

DELETE FROM account_contact
WHERE account = $1 AND provider = $2

DELETE FROM account_contact
WHERE institution = $1 AND person = $2

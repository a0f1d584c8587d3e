DELETE FROM account_letter
WHERE id = $1

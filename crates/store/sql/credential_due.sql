SELECT id, protected_until
FROM credential
WHERE institution = $1 AND protected_until < $2 AND (protected_until, id) > ($3, $4)
ORDER BY protected_until, id
LIMIT $5

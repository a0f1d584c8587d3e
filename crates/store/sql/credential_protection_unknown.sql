SELECT id
FROM credential
WHERE institution = $1 AND protected_until IS NULL AND jsonld IS NOT NULL AND id > $2
ORDER BY id
LIMIT $3

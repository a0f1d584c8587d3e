-- Without those that were revoked or erased before they were sealed.
SELECT id
FROM credential
WHERE institution = $1 AND protected_until IS NULL AND waiting = 0 AND stage IN ('sealed', 'delivered') AND id > $2
ORDER BY id
LIMIT $3

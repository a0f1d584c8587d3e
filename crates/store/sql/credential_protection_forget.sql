UPDATE credential
SET protected_until = NULL
WHERE institution = $1
  AND id IN (SELECT filled.id FROM credential AS filled
             WHERE filled.institution = $1 AND filled.protected_until >= -9223372036854775807 - 1
             ORDER BY filled.protected_until, filled.id
             LIMIT 1000)

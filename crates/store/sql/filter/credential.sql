  -- What else is asked for; nothing where it is empty. Written with OR, so that no index is entered by it where the way has a better one.
  -- $4: one unit, or several between bars.
  AND ($4 = '' OR credential.unit = $4 OR REPLACE($4, '|' || credential.unit || '|', '') <> $4)
  AND ($5 = '' OR credential.run = $5)
  AND ($6 = '' OR credential.batch = $6)
  AND ($7 = '' OR (credential.status = $7 AND credential.waiting = $8))
  AND ($9 <= 0 OR credential.proposed >= $9) AND ($10 <= 0 OR credential.proposed < $10)

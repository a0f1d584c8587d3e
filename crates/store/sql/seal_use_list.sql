SELECT id, happened, certificate, institution, credential, work, algorithm, digest, outcome
FROM seal_use
WHERE happened > $1 OR (happened = $1 AND id > $2)
ORDER BY happened, id
LIMIT $3

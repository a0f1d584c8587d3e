SELECT id, happened, certificate, institution, credential, work, algorithm, digest, outcome
FROM seal_use
WHERE (happened, id) > ($1, $2)
ORDER BY happened, id
LIMIT $3

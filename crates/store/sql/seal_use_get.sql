SELECT id, happened, certificate, institution, credential, work, algorithm, digest, outcome
FROM seal_use
WHERE id = $1

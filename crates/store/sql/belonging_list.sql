SELECT account, institution, person, provider, since, code
FROM belonging
WHERE account = $1
ORDER BY institution

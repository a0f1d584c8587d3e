-- Asked while the register is brought up, before the columns of later migrations are there: what they would hold is said here.
SELECT id, credential, lookup, kind, label, purpose, ends, show_birth_date, language, created, withdrawn,
    CAST(NULL AS TEXT) AS recipient, CAST(NULL AS TEXT) AS recipient_mail, CAST(NULL AS TEXT) AS reference,
    CAST(NULL AS BIGINT) AS shows, CAST(NULL AS BIGINT) AS whole_files, CAST(NULL AS TEXT) AS code,
    CAST(NULL AS TEXT) AS items
FROM share
WHERE institution = $1 AND id > $2
ORDER BY id
LIMIT $3

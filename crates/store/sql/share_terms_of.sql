SELECT id, credential, lookup, kind, label, purpose, ends, show_birth_date, language, created, withdrawn,
    recipient, recipient_mail, reference, shows, files AS whole_files, code
FROM share
WHERE institution = $1 AND credential = $2
ORDER BY created, id

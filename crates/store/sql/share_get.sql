SELECT id, credential, kind, label, purpose, ends, show_birth_date, language, created, withdrawn,
    recipient, recipient_mail, reference, shows, files AS whole_files, code
FROM share
WHERE institution = $1 AND id = $2

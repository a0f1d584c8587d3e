INSERT INTO share (
    institution, id, credential, lookup, kind, label, purpose, ends, show_birth_date, language, created, withdrawn, mac,
    recipient, recipient_mail, reference, shows, files, code)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17, $18, $19)

SELECT account, provider, email, email_before, language, institution, person, roles, seen, digest_due, refused
FROM account_contact
WHERE digest_due <= $1
ORDER BY digest_due, account
LIMIT 1

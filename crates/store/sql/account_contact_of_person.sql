SELECT account, provider, email, email_before, language, institution, person, roles, seen, digest_due, refused
FROM account_contact
WHERE institution = $1 AND person = $2
ORDER BY seen DESC, account, provider

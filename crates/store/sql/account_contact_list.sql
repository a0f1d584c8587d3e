SELECT account, provider, email, email_before, language, institution, person, roles, seen, digest_due, refused
FROM account_contact
WHERE account = $1
ORDER BY seen DESC, provider

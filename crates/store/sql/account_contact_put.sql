-- What an address was before stays until the next change: whoever had it is told of it.
INSERT INTO account_contact (account, provider, email, language, institution, person, roles, seen, digest_due)
VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)
ON CONFLICT (account, provider) DO UPDATE
SET email_before = CASE WHEN account_contact.email <> excluded.email THEN account_contact.email ELSE account_contact.email_before END,
    email = COALESCE(excluded.email, account_contact.email),
    language = excluded.language,
    institution = excluded.institution,
    person = excluded.person,
    roles = excluded.roles,
    seen = excluded.seen,
    digest_due = CASE WHEN excluded.digest_due IS NULL THEN NULL ELSE COALESCE(account_contact.digest_due, excluded.digest_due) END

-- The address that a letter went to takes none: unless it is the one of before, which nobody is written to at again.
UPDATE account_contact
SET refused = (SELECT sent_to FROM account_letter WHERE id = $1)
WHERE (account, provider) IN (
    SELECT account, provider
    FROM account_letter
    WHERE id = $1 AND at_before = 0 AND sent_to IS NOT NULL)

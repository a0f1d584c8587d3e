-- Units that nobody answers for, or somebody to whom the role was given and has ended.
SELECT unit, guarantor, document, since
FROM unit_draft
WHERE institution = $1 AND standing <> 'retired'
    AND (guarantor IS NULL
        OR (EXISTS (SELECT 1 FROM grant_event
                    WHERE grant_event.institution = unit_draft.institution AND grant_event.person = unit_draft.guarantor
                        AND grant_event.role = 'guarantor')
            AND NOT EXISTS (SELECT 1 FROM account_role
                            WHERE account_role.institution = unit_draft.institution AND account_role.person = unit_draft.guarantor
                                AND account_role.role = 'guarantor' AND (account_role.ends IS NULL OR account_role.ends > $2))))
    AND ($4 = '' OR REPLACE($4, '|' || unit || '|', '') <> $4)
ORDER BY since, unit
LIMIT $3

-- What a share shows together; the files as in share_look_up. From the share to its credentials: never through the credentials of everybody.
SELECT credential.id, credential.person, credential.stage, credential.status, (
        SELECT string_agg(credential_file.kind || ' ' || credential_file.digest || ' '
            || COALESCE(CAST(artefact.bytes AS TEXT), ''), ',')
        FROM credential_file
        LEFT JOIN artefact ON artefact.institution = credential_file.institution
            AND artefact.digest = credential_file.digest AND artefact.erased IS NULL
        WHERE credential_file.institution = credential.institution
            AND credential_file.credential = credential.id) AS files
FROM share_item
CROSS JOIN credential
WHERE share_item.institution = $1 AND share_item.share = $2
  AND credential.institution = $1 AND credential.id = share_item.credential
ORDER BY credential.id

-- One row, which costs less than one for each file would: kind, digest and bytes of a file stand in a text, files are parted by commas. Of a file that was
-- erased the bytes are not told.
SELECT share.institution, share.id, share.credential, share.kind, share.label, share.purpose, share.ends,
    share.show_birth_date, share.language, share.created, share.withdrawn, share.recipient, share.recipient_mail,
    share.reference, share.shows, share.files AS whole_files, share.code, share.mac, (
        SELECT string_agg(share_item.credential, ',')
        FROM share_item
        WHERE share_item.institution = share.institution AND share_item.share = share.id) AS items,
    credential.person,
    credential.stage, credential.status, (
        SELECT string_agg(credential_file.kind || ' ' || credential_file.digest || ' '
            || COALESCE(CAST(artefact.bytes AS TEXT), ''), ',')
        FROM credential_file
        LEFT JOIN artefact ON artefact.institution = credential_file.institution
            AND artefact.digest = credential_file.digest AND artefact.erased IS NULL
        WHERE credential_file.institution = share.institution
            AND credential_file.credential = share.credential) AS files
FROM share
JOIN credential ON credential.institution = share.institution AND credential.id = share.credential
WHERE share.lookup = $1

SELECT id, credential, kind, label, purpose, ends, show_birth_date, language, created, withdrawn,
    recipient, recipient_mail, reference, shows, files AS whole_files, code, (
        SELECT string_agg(share_item.credential, ',')
        FROM share_item
        WHERE share_item.institution = share.institution AND share_item.share = share.id) AS items
FROM share
WHERE institution = $1 AND credential = $2
ORDER BY CASE WHEN kind = 'document' THEN 0 ELSE 1 END, created, id

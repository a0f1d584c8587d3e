-- Named shares that the holder ended, or whose end came, before; the document's own link may be opened again.
SELECT id, credential, lookup, kind, label, purpose, ends, show_birth_date, language, created, withdrawn,
    recipient, recipient_mail, reference, shows, files AS whole_files, code, (
        SELECT string_agg(share_item.credential, ',')
        FROM share_item
        WHERE share_item.institution = share.institution AND share_item.share = share.id) AS items
FROM share
WHERE institution = $1 AND kind = 'named' AND COALESCE(withdrawn, ends) < $2
LIMIT $3

-- Shares that were made of other credentials and show this one too.
SELECT share.id, share.credential, share.kind, share.label, share.purpose, share.ends, share.show_birth_date, share.language,
    share.created, share.withdrawn, share.recipient, share.recipient_mail, share.reference, share.shows,
    share.files AS whole_files, share.code, (
        SELECT string_agg(other.credential, ',')
        FROM share_item AS other
        WHERE other.institution = share.institution AND other.share = share.id) AS items
FROM share_item
JOIN share ON share.institution = share_item.institution AND share.id = share_item.share
WHERE share_item.institution = $1 AND share_item.credential = $2 AND share.credential <> $2
ORDER BY share.created, share.id
LIMIT 200

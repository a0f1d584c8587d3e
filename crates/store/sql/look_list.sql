SELECT look.share, look.minute, look.looks, look.downloads
FROM look
JOIN share ON share.institution = look.institution AND share.id = look.share
WHERE share.institution = $1 AND share.credential = $2
ORDER BY look.minute DESC, look.share
LIMIT 200

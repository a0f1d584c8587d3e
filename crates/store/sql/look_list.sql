-- From the credential's shares to their looks: never through the looks of everybody.
SELECT look.share, look.minute, look.looks, look.downloads
FROM share
CROSS JOIN look
WHERE share.institution = $1 AND share.credential = $2
  AND look.institution = $1 AND look.share = share.id
ORDER BY look.minute DESC, look.share
LIMIT 200

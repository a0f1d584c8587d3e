INSERT INTO look (institution, share, minute, looks, downloads)
SELECT share.institution, share.id, CAST($3 AS BIGINT), CAST($4 AS BIGINT), CAST($5 AS BIGINT)
FROM share
WHERE share.institution = $1 AND share.id = $2
ON CONFLICT (institution, share, minute) DO UPDATE
SET looks = look.looks + excluded.looks, downloads = look.downloads + excluded.downloads

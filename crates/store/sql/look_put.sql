INSERT INTO look (institution, share, minute, looks, downloads)
VALUES ($1, $2, $3, $4, $5)
ON CONFLICT (institution, share, minute) DO UPDATE
SET looks = look.looks + excluded.looks, downloads = look.downloads + excluded.downloads

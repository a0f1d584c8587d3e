INSERT INTO look (institution, share, minute, looks)
VALUES ($1, $2, $3, 1)
ON CONFLICT (institution, share, minute) DO UPDATE SET looks = look.looks + 1

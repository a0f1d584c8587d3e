-- Where the log goes on. The row stays locked until the transaction ends: whoever writes the next entry waits here.
INSERT INTO log_head (institution, length, head)
VALUES ($1, 0, $2)
ON CONFLICT (institution) DO UPDATE SET length = log_head.length
RETURNING length, head

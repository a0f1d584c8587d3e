-- For engines with many writers: what another worker is just claiming is passed over, not waited for.
FOR UPDATE SKIP LOCKED

# Seals: the custodian’s commands.

seal-which-key = A seal needs exactly one of the settings key, [seal.pkcs11] and [seal.remote]; here there are { $found }.
seal-needs-chain = A seal whose key is not in a file needs the setting chain: a PEM file with the seal certificate first.
seal-secret-missing = The secret { $name } is missing. Set the environment variable, or pass the secret through the service manager.
seal-key-id = The setting key_id must be hexadecimal; it is { $id }.

seal-unknown = No configured seal begins with { $beginning }. Use at least the first six characters of the SHA-256 value shown by “signet seal status”.
seal-reason = Give a reason with --reason, at most { $max } characters on one line.
seal-stopped-one = Sealing with this seal has been stopped in all processes of the register; a micro-credential in progress will still be finished. “signet seal start” resumes it.
seal-stopped-all = All sealing has been stopped in all processes of the register; a micro-credential in progress will still be finished. “signet seal start” resumes it.
seal-not-stopped = Nothing like that has been stopped. “signet seal status” shows what has; what was stopped with --seal is started with --seal.
seal-mandate-written = { $file }: the sealed mandate of { $awarding } for { $sealing }. Give it to the sealing organisation: every micro-credential it seals under this mandate will contain it (“sealed_mandate” in the institution file).
seal-mandate-wrong = This mandate cannot be issued: it must mandate an organisation other than { $awarding }, with a name and an identifier (such as NTRCZ-12345678), and it must not end before it begins.
seal-mandate-import = { $file } cannot be used as a mandate for { $sealing } to seal for { $awarding }: { $reason ->
    [not-a-statement] it is not a sealed mandate.
    [other-bodies] it names other organisations.
    [no-authority] no authority that this register trusts confirms its seal. “signet trust update” fetches the trusted lists.
    [another-author] { $awarding } did not seal it itself.
    [test] one of the two seals is a test seal, and the other is not.
    [ended] it has expired.
   *[seal] its seal is not valid.
} { $awarding } creates a mandate with “signet seal mandate”; the institution file names it in “[sealed_by] sealed_mandate”.
seal-started = Sealing continues. Waiting records are retried now.
seal-kind-file = key in a file
seal-kind-pkcs11 = key in a hardware module (PKCS#11)
seal-kind-remote = key at a remote sealing service (CSC)
seal-validity = { $days ->
    [one] The certificate is valid from { $from } to { $until }; { $days } day is left.
   *[other] The certificate is valid from { $from } to { $until }; { $days } days are left.
}
seal-its-turn = It is sealing now.
seal-not-its-turn = It is not sealing now. Its turn starts, or started, on { $from }.
seal-is-stopped = Stopped on { $at } by { $by }: { $reason }
seal-key-answers = The key responds.
seal-key-silent = The key does not respond: { $problem }
seal-no-stamps = No time-stamping authority is configured: seals will not prove when they were made.
seal-not-tried = not tried yet
seal-why = { $code ->
    [no-seal] no-seal: no [[seal]] is configured for the sealing organisation
    [seal-stopped] seal-stopped: the seal custodian has stopped sealing
    [seal-expired] seal-expired: the seal certificate has expired
    [seal-not-yet] seal-not-yet: the seal certificate is not valid yet, or its turn has not come
    [seal-key] seal-key: the key is not available, or it cannot sign
    [seal-pin] seal-pin: the token refuses the PIN or is locked; fix it and restart Signet
    [seal-token] seal-token: the token is not available, or the hardware module does not respond
    [seal-service] seal-service: the sealing service does not respond
    [seal-refused] seal-refused: the sealing service refused the request
    [seal-awaited] seal-awaited: the sealing service has accepted the request and has not answered yet
    [seal-wrong] seal-wrong: the answer is not a signature by the key of the certificate
    [seal-form] seal-form: the seal could not be built
    [evidence-missing] evidence-missing: revocation data that the level of the seal requires are missing
    [stamp-address] stamp-address: the address of the time-stamping authority is not allowed
    [stamp-unreachable] stamp-unreachable: the time-stamping authority does not respond
    [stamp-refused] stamp-refused: the time-stamping authority refused the request
    [unprintable] unprintable: a name has characters that the document’s fonts lack
    [not-ready] not-ready: the record did not pass the final check
    [does-not-hold] does-not-hold: the sealed file did not pass verification
    [batch-stopped] batch-stopped: its batch was stopped on the staff pages
    [disk-full] disk-full: the disk of the register is full
    [attestation] attestation: the statement about the record could not be signed
   *[register] register: the database or the folder of files failed
}
seal-why-unknown = a reason that this version does not know: “{ $code }”
seal-why-stopped = seal-stopped: the seal custodian has stopped sealing: { $reason }
seal-use-made = signed
seal-use-asked = signature requested from the sealing service
seal-work-credential = micro-credential
seal-work-document = document
seal-work-status-list = status list
seal-work-mandate = mandate
seal-work-probe = test
seal-doctor-thirty = Seal of { $name }: the certificate expires on { $until }, within 30 days. You should have its successor by now.
seal-doctor-seven = Seal of { $name }: the certificate expires on { $until }, within a week. After that, all records will wait.
seal-doctor-not-yet = Seal of { $name }: the certificate is valid only from { $from }.

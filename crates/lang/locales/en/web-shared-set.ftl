# The page of a link that shows several micro-credentials.

web-shared-set-title = Shared micro-credentials
web-shared-set-lead = { $count ->
    [one] The holder is sharing { $count } micro-credential with you.
   *[other] The holder is sharing { $count } micro-credentials with you. Each one is verified separately.
}
web-shared-set-sum = The valid ones add up to { $credits }.

# Sending e-mails: settings and the command line.

mail-from = The value of from must be an e-mail address, such as microcredentials@university.example.
mail-domain = The value of domain must be a domain name, such as university.example.
mail-bounces = The value of bounces must be an e-mail address without a + and with at most 21 characters before the @, such as returns@university.example.
mail-host = A TLS connection cannot be made to the value of host. Enter the name of the mail server or its IP address.
mail-per-minute = Enter at least one e-mail a minute.
mail-digest-hour = Enter an hour from 0 to 23.
mail-user-and-secret = The settings user and secret belong together. Enter both or neither.
mail-root = The file does not contain certificates in PEM format.
mail-plain-elsewhere = Without TLS, e-mails may only be handed to a mail server on this machine. Enter tls = "starttls" or tls = "tls", or enter 127.0.0.1 or ::1 as the host.
mail-none = E-mails are not sent: the settings have no section [mail].
mail-relay-good = { $all ->
    [yes] The mail server accepts e-mails, including those to addresses with accented letters.
   *[no] The mail server accepts e-mails. It does not support addresses with accented letters.
}
mail-relay = { $problem ->
    [unreachable] There is no connection to the mail server. Check host and port, and whether it can be reached from this machine.
    [timed-out] The mail server did not answer in time.
    [no-tls] The mail server does not offer STARTTLS, so no e-mail is handed to it. If it accepts encrypted connections on another port, enter tls = "tls" and that port.
    [certificate] The certificate of the mail server is not trusted. If your own authority issued it, enter the authority’s certificate in roots.
    [login] The mail server refused the user or the secret. Check user and secret.
   *[broken] The mail server broke the connection off, or its answer was not understood.
}
mail-relay-reply = The mail server answered with code { $code }. Its log says what that means.
mail-delivery-records = The DKIM, SPF and DMARC records of the sender’s domain are a matter of the mail server; without them, e-mails end up in spam.
mail-help-bounce = Take a report from the mail server that an e-mail could not be delivered (from standard input), and mark its address
mail-help-bounce-recipient = The address that the mail server delivers the report to
mail-bounce-no-report = There is no delivery status notification (RFC 3464) on standard input, so it was discarded.

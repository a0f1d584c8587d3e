# What is wrong with settings or files, and what to do.

file-problem = { $kind ->
    [missing] the file does not exist. Correct the path, or create the file
    [denied] the account that Signet runs under has no permission. Change the owner or the permissions
    [folder] it is a folder, not a file. Correct the path
    [no-folder] a part of the path is not a folder. Correct the path
    [exists] the file already exists
    [full] the disk is full. Free up space and run the command again
    [read-only] the disk is read-only
    [taken] another program is using it
    [not-here] this machine does not have it
    [content] its content is damaged or of another kind
    [silent] the other side does not answer
   *[other] the system reports error number { $code }
}

config-faults = { $count ->
    [one] The settings file { $file } has { $count } error:
   *[other] The settings file { $file } has { $count } errors:
}
config-fault-at = line { $line }: { $what }
config-fault-of-key-at = line { $line }, { $key }: { $what }
config-fault-of-key = { $key }: { $what }
config-not-utf8 = The file is not UTF-8. Save it as UTF-8.
config-unknown-key = There is no such setting. Possible settings here: { $known }.
config-unknown-key-nearest = There is no such setting. Did you mean “{ $nearest }”?
config-missing-key = The setting is missing and has no default value. Add it.
config-expected = { $expected ->
    [text] text in quotes
    [count] a whole number from 0
    [boolean] true or false
    [date] a date without quotes, such as 2027-01-15, or an instant, such as 2027-01-15T08:00:00+01:00
    [day] a date in quotes, such as "2029-01-01"
    [list] a list in square brackets
    [table] a table
    [socket-address] an IP address and a port, such as 127.0.0.1:8080
    [network] an IP address or a network, such as 127.0.0.1 or 10.0.0.0/8
    [web-address] a web address, such as https://mikrocertifikat.example/
    [secret] the name of a file with the secret, { "{" } env = "NAME" { "}" } or { "{" } credential = "name" { "}" }
   *[other] another value (see the example settings)
}
config-wrong-type = This should be { $expected }, but it is { $found ->
    [text] text
    [integer] a whole number
    [decimal] a decimal number
    [boolean] true or false
    [date] a date
    [list] a list
   *[table] a table
 }.
config-not-that = Correct value: { $expected }.
config-found-not-that = The value “{ $found }” does not belong here. Correct value: { $expected }.
config-not-one-of = The value “{ $found }” does not belong here. Possible values: { $allowed }.

syntax-fault = { $fault ->
    [duplicate] This key or table is already defined. Delete one of them.
    [unquoted] After the equals sign there must be a value. Text must be in quotes.
    [unclosed] A quote or bracket is not closed. Close it.
    [no-value] This should be a key, an equals sign and a value: key = value.
    [comma] There must be exactly one comma between the items of a list.
    [key] A key may contain only letters without diacritics, digits, hyphens and underscores; any other key must be in quotes.
    [number] This is not how a number is written. Use digits only, without leading zeros.
    [too-deep] Tables or lists are nested too deeply.
    [shape] The file should contain a list of objects, one for each person: [ { "{" } … { "}" }, { "{" } … { "}" } ].
    [json] This is not valid JSON. Check quotes, commas and brackets.
    [csv] This is not valid CSV. Check quotes and separators.
   *[other] This is not valid TOML. Each line has the form key = value or [table]; texts are in quotes.
}

app-store-problem = { $kind ->
    [unavailable] The database does not respond or is busy. Check that it is running, and try again.
    [newer] The database was used by a newer version of Signet. Run that version, or restore an older backup.
    [changed] The tables in the database do not belong to Signet, or they were changed. Set another database in store.database.
   *[other] The database refused the request. Check the settings store.database and store.artefacts and the permissions of the account that Signet runs under.
}
app-disk-full = The disk is full. Free up space and run the command again: what was written has been kept, and work continues from there.
app-system = Reading or writing failed: { $problem }.
app-fault = Unexpected error. Please report it together with the technical detail. Technical detail: { $detail }

key-problem = { $kind ->
    [pem] it is not valid PEM. Save the key as PEM or PKCS#12
    [pkcs12] the PKCS#12 file cannot be opened: it is damaged, or its password is different. The password comes from the setting password
    [no-key] it contains no private key. The setting key must name the file with the key
    [encrypted] the private key is encrypted. Save it as PKCS#12, or without a password
    [malformed] the private key is damaged or of an unknown kind
    [no-certificate] none of the certificates belongs to the private key. The setting chain must name the file with the certificate of exactly this key
    [unsuitable] a key of the kind { $detail } cannot be used for sealing. Use P-256, P-384 or RSA with at least 2048 bits
    [mismatch] the key and the algorithm do not match ({ $detail }). Correct the setting algorithm, or leave it out
   *[signing] signing with the key failed
}
key-certificate-problem = { $kind ->
    [none] it contains no certificate
    [pem] it is not valid PEM
    [too-large] it is too large
   *[broken] the certificate is damaged
}
key-not-stated = { $what ->
    [organization] The seal certificate does not state the organisation (O). Nothing can be imported or issued without it: request a certificate for electronic seals of a legal person.
    [identifier] The seal certificate does not state the organizationIdentifier (2.5.4.97), such as NTRCZ-12345679. Nothing can be imported or issued without it: request a certificate for electronic seals according to ETSI EN 319 412-3.
   *[country] The seal certificate does not state the country (C). Nothing can be imported or issued without it: request a certificate for electronic seals of a legal person.
}
key-exposed = Other accounts can read { $file } (permissions { $mode }). Run: chmod 600 { $file }

doctor-room = There is enough space on the disk ({ $folder }: { $megabytes } MB).
doctor-little-room = Only { $megabytes } MB are left on the disk with the folder { $folder }. Free up space before issuing stops.
doctor-port = The address { $address } can be used.
doctor-port-taken = A program is already using the address { $address }. If it is Signet, all is well; otherwise choose another address in server.listen.
doctor-clock = The clock shows { $now }. This cannot be right, and seals would state a wrong time. Set the clock.
doctor-clock-apart = The clock differs from that of the time-stamping authority by { $seconds } s. Set the clock, or seals will state a wrong time.

# What is wrong with settings or files, and what to do.

file-problem = { $kind ->
    [missing] there is no such file. Correct the path, or make the file
    [denied] the account that Signet runs as has no right to it. Change its owner or its mode
    [folder] it is a folder, not a file
    [no-folder] a part of the path is not a folder
    [exists] the file exists already
    [full] the disk is full. Make room and run the command again
    [read-only] the disk can only be read
    [taken] another program uses the address
    [not-here] this machine has no such address
    [content] it does not hold what it should
    [silent] the other side does not answer
   *[other] the system reports error { $code }
}

config-faults = { $count ->
    [one] The settings { $file } have { $count } fault:
   *[other] The settings { $file } have { $count } faults:
}
config-fault-at = line { $line }: { $what }
config-fault-of-key-at = line { $line }, { $key }: { $what }
config-fault-of-key = { $key }: { $what }
config-not-utf8 = The file is not UTF-8. Save it as UTF-8.
config-unknown-key = There is no such setting. Possible here: { $known }.
config-unknown-key-nearest = There is no such setting. Did you mean “{ $nearest }”?
config-missing-key = The setting is missing and has no default. Add it.
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
    [secret] the name of a file that holds the secret, { "{" } env = "NAME" { "}" } or { "{" } credential = "name" { "}" }
   *[other] another value (see the example settings)
}
config-wrong-type = This should be { $expected }, but it is { $found ->
    [text] text
    [integer] a whole number
    [decimal] a decimal number
    [boolean] a truth value
    [date] a date
    [list] a list
   *[table] a table
 }.
config-not-that = This should be { $expected }.
config-found-not-that = “{ $found }” does not belong here. It should be { $expected }.
config-not-one-of = “{ $found }” does not belong here. Possible values: { $allowed }.

syntax-fault = { $fault ->
    [duplicate] This key or table stands here for the second time. Delete one of them.
    [unquoted] After the equals sign there must be a value. Text must be in quotes.
    [unclosed] A quote or bracket has no counterpart. Add it.
    [no-value] This should be a key, an equals sign and a value: key = value.
    [comma] Between the entries of a list there must be exactly one comma.
    [key] A key may have only letters without diacritics, digits, hyphens and underscores; any other must be in quotes.
    [number] Numbers are not written like this. Write digits only, without zeros in front.
    [too-deep] Tables or lists are too deep in each other.
    [shape] The file should be a list of objects, one for each person: [ { "{" } … { "}" }, { "{" } … { "}" } ].
    [json] This is not JSON. Check quotes, commas and brackets.
    [csv] This is not CSV. Check quotes and separators.
   *[other] This is not TOML. Each line is key = value or [table]; texts are in quotes.
}

app-store-problem = { $kind ->
    [unavailable] The database does not answer, or is too busy. See whether it runs, and try again.
    [newer] The database was used by a newer Signet. Run that version, or restore an older backup.
    [changed] The tables of the database are not Signet's, or were changed. Set another database in store.database.
   *[other] The database refused. Check the settings store.database and store.artefacts and the rights of the account that Signet runs as.
}
app-disk-full = The disk is full. Make room and run the command again: what was written has stayed, and it goes on from there.
app-system = Reading or writing failed: { $problem }.
app-fault = An unexpected error. Please report it with these details: { $detail }

key-problem = { $kind ->
    [pem] it is not proper PEM. Save the key as PEM or PKCS#12
    [pkcs12] the PKCS#12 file cannot be opened: it is broken, or its password is another. The setting password says where that is
    [no-key] it holds no private key. The setting key must lead to the file with the key
    [encrypted] the private key is encrypted. Save it as PKCS#12, or without a password
    [malformed] the private key is broken or of an unknown kind
    [no-certificate] none of the certificates belongs to the private key. The setting chain must lead to the certificate of this very key
    [unsuitable] a key of kind { $detail } does not seal. Use P-256, P-384 or RSA of at least 2048 bits
    [mismatch] key and algorithm do not go together ({ $detail }). Correct the setting algorithm, or leave it out
   *[signing] the key did not sign
}
key-certificate-problem = { $kind ->
    [none] it holds no certificate
    [pem] it is not proper PEM
    [too-large] it is too large
   *[broken] the certificate is broken
}
key-not-stated = { $what ->
    [certificate] The seal has no certificate.
    [organization] The seal certificate does not state the organisation (O). Nothing can be imported or issued without it: ask for a certificate for electronic seals of a legal person.
    [identifier] The seal certificate does not state the organizationIdentifier (2.5.4.97), such as NTRCZ-12345679. Nothing can be imported or issued without it: ask for a certificate for electronic seals by ETSI EN 319 412-3.
   *[country] The seal certificate does not state the country (C). Nothing can be imported or issued without it: ask for a certificate for electronic seals of a legal person.
}
key-exposed = Other accounts can read { $file } (mode { $mode }). Run: chmod 600 { $file }

doctor-room = There is room on the disk ({ $folder }: { $megabytes } MB).
doctor-little-room = Only { $megabytes } MB are left on the disk of { $folder }. Make room before issuing stops.
doctor-port = { $address } is free to listen on.
doctor-port-taken = Something listens at { $address } already. If that is Signet, all is well; else choose another address in server.listen.
doctor-clock = The clock shows { $now }. That cannot be right, and seals would state a wrong time. Set it.
doctor-clock-apart = The clock is { $seconds } s apart from that of the time-stamping authority. Set it, or seals will state a wrong time.

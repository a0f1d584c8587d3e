# What is wrong with a seal key and its certificate.

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

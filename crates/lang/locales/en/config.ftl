# What is wrong in the settings.

config-faults = { $count ->
    [one] The settings file { $file } has { $count } error:
   *[other] The settings file { $file } has { $count } errors:
}
config-fault-at = line { $line }: { $what }
config-fault-of-key-at = line { $line }, { $key }: { $what }
config-fault-of-key = { $key }: { $what }
config-not-utf8 = The file is not UTF-8. Save it as UTF-8.
config-unknown-key = There is no such setting. Options: { $known }.
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
# $found: ValueKind
config-wrong-type = This should be { $expected }, but it is { $found ->
    [text] text
    [integer] a whole number
    [decimal] a decimal number
    [boolean] true or false
    [date] a date
    [list] a list
    [table] a table
   *[nothing] an empty value
 }.
config-not-that = Correct value: { $expected }.
config-found-not-that = The value “{ $found }” does not belong here. Correct value: { $expected }.
config-not-one-of = The value “{ $found }” does not belong here. Possible values: { $allowed }.
config-accessibility-missing = The settings have no section [accessibility]: the page on accessibility says that the statement required by Act No. 99/2019 Coll. has not been made yet.
config-accessibility-full = Pages are not fully compliant if content within the scope of the law is among the exceptions. Write conformance = "partial".
config-accessibility-partial = Partial compliance needs at least one [[accessibility.exception]] within the scope of the law.
config-accessibility-days = A statement is reviewed after it was prepared, and today at the latest.
config-accessibility-body = The name of the body that makes the statement is missing.
config-accessibility-exception = An exception has to be described in Czech and in English, and so does the alternative if there is one.
config-accessibility-contact = The accessibility statement lacks an e-mail address: set [server] contact.
config-accessibility-address = The accessibility statement lacks a postal address: set [accessibility] address.
config-accessibility-old = The accessibility statement was last reviewed on { $date }, more than a year ago.

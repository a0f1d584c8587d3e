# What is wrong with a file.

file-problem = { $kind ->
    [missing] the file does not exist. Correct the path, or create the file
    [denied] the account that Signet runs under has no permission. Change the owner or the permissions
    [folder] it is a folder, not a file. Correct the path
    [no-folder] a part of the path is not a folder. Correct the path
    [exists] the file already exists. Choose another name, or delete the file
    [full] the disk is full. Free up space and run the command again
    [read-only] the disk is read-only. Choose another place
    [taken] another program is using it
    [not-here] this machine does not have it
    [content] its content is damaged or of another kind
    [silent] the other side does not answer
   *[other] the system reports error number { $code }
}
file-syntax-fault = { $fault ->
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

# Login providers, on the command line.

login-provider-name = The name of a login provider is 1 to 24 characters long: lower-case letters, digits and hyphens, a letter first.
login-provider-twice = Another login provider has the same name.
login-provider-issuer = The issuer must be an https:// address, exactly as in the provider’s discovery document.
login-provider-algorithm = “{ $algorithm }” is not an algorithm by which sign-ins can be checked. Possible algorithms: RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512.
login-provider-role = The role “{ $role }” cannot be given by a rule. Possible roles: { $roles }.
login-provider-role-scope = The role “{ $role }” cannot be narrowed so. The roles assessor, auditor, guarantor, quality-office and registrar can be, to { $most } units at most.
login-provider-role-both = A rule has either faculty or units, not both.
login-provider-faculty = The rules of the provider { $provider } give a role for the faculty “{ $faculty }”, which no unit states. The name must be the same as the Czech one in the units’ descriptions; otherwise the role covers nothing.
login-provider-level = No [[login.acr]] says which value proves the level “{ $level }”.
login-provider-good = The login provider { $provider } responds and its keys can be used.
login-provider-keys = The login provider { $provider } publishes no key by which a sign-in could be checked.
login-provider-away = The login provider { $provider } could not be asked. Check the setting issuer and whether this computer can reach it. Technical detail: { $detail }
login-provider-other = The discovery document of the login provider { $provider } names another issuer: { $found }. If it is the right provider, write it into the setting issuer exactly like this.
login-provider-lacks = The discovery document of the login provider { $provider } does not state a usable { $member }.
login-provider-algorithms = The login provider { $provider } signs with none of the algorithms that are set. It offers: { $offered }.
login-provider-authentication = The login provider { $provider } does not accept the client authentication that is set. It offers: { $offered }.
login-provider-always-reason = Write how you know that the login provider always asks for this: who says so and since when.
login-provider-always = The settings say that the login provider { $provider } always proves the level “{ $level }”, whatever it answers. Reason: { $reason }
login-provider-one-factor = The login provider { $provider } can prove one factor only, so nobody who signs in there can issue, correct, revoke or approve. Set [[login.acr]] or [login.always].
login-provider-needs-key = Authentication by a key (“private-key-jwt”) needs the setting client_key, and no client_secret.
login-provider-needs-secret = Authentication by a secret (“basic”, “post”) needs the setting client_secret, and no client_key.
login-provider-make-key = This command makes the key: signet login-key make { $file }
login-provider-keys-most = The file may hold { $most } keys at most. “signet login-key prune” removes keys that no longer sign.
login-provider-key-algorithm = The login provider { $provider } does not accept client assertions signed with ES256. It offers: { $offered }.
login-provider-key = Signet authenticates to it with the key { $id }. Public keys at { $path }: { $public }.
login-key-made = The key { $id } is in the file { $file }. In the section [[login]], set client_authentication = "private-key-jwt" and client_key to this file, restart Signet and give the provider the address of the public keys: /.well-known/jwks.json at the address of the service.
login-key-added = The key { $id } was added to the file { $file }. It does not sign yet. Restart Signet, wait until the providers have fetched it (a day, as a rule), and then enter “signet login-key switch”.
login-key-switched = After Signet is restarted, the key { $id } signs. The older key stays public until you enter “signet login-key prune”.
login-key-pruned = Only the key { $id } is left in the file. This takes effect when Signet is restarted.
login-key-single = The file holds one key only. “signet login-key make” makes another.
login-key-help = Keys by which Signet authenticates to login providers
login-key-help-make = Make a key; if the file has one, add another that is public and does not sign yet
login-key-help-switch = Let the newest key sign
login-key-help-prune = Keep only the key that signs
login-key-help-show = Print the public keys for a provider that does not fetch them itself
login-key-help-file = The file named by the setting client_key

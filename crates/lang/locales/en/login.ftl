# Login providers, on the command line.

login-provider-name = The name of a login provider is 1 to 24 characters long: lower-case letters, digits and hyphens, a letter first.
login-provider-twice = Another login provider has the same name.
login-provider-issuer = The issuer must be an https:// address, exactly as in the provider’s discovery document.
login-provider-algorithm = “{ $algorithm }” is not an algorithm by which sign-ins can be checked. Possible algorithms: RS256, RS384, RS512, PS256, PS384, PS512, ES256, ES384, ES512.
login-provider-role = The role “{ $role }” cannot be given by a rule. Possible roles: { $roles }.
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

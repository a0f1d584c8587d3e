# Signing in through a university or with a national identity.

web-sign-in-title = Sign in
web-sign-in-lead = Choose where you have an account. You will sign in there and come back.
web-sign-in-universities = Universities
web-sign-in-national = National identity
web-sign-in-link-title = A link by e-mail
web-sign-in-link-text = If you received a one-time sign-in link, open it. No account is needed.
web-sign-in-none = Sign-in through a university is not set up here. Open the sign-in link you received from your university.
web-sign-in-menu = Sign in
web-sign-in-role-title = In which role do you want to continue?
web-sign-in-role-lead = You have several roles. You can change to another one on the page of your account.
web-sign-in-role-in = { $role }, { $institution }
web-sign-in-role-change = Change role
web-sign-in-refused-title = You are not signed in
web-sign-in-refused-again = The sign-in took too long, was repeated or began in another window. Please sign in again.
web-sign-in-refused-cancelled = The sign-in was cancelled. You can try again or choose another way.
web-sign-in-refused-away = { $provider } is not responding. Try again in a few minutes or choose another way.
web-sign-in-refused-answer = The answer from { $provider } could not be verified, so nobody was signed in. Try again; if it happens again, tell the operator of this service.
web-sign-in-refused-level = { $provider } did not confirm a second factor, which is required here. Set up two-factor sign-in there and sign in again.
web-sign-in-refused-nobody = { $provider } confirmed who you are, but no role and no micro-credential is linked to that identity here. If you should have one, contact your university.
web-sign-in-refused-blocked = Your account is blocked. Contact the operator of this service.
web-sign-in-again = Back to sign-in
web-sign-in-out-title = You are signed out of Signet
web-sign-in-out-text = { $provider } may still have you signed in on this device. On a shared computer, sign out there as well.
web-sign-in-out-link = Sign out of { $provider }

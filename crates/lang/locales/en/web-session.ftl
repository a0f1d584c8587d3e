# The end of a session, and forms that outlast it.

web-session-idle-title = You will soon be signed out
web-session-idle-text = You have not done anything for some time. You will be signed out in less than three minutes, so that nobody else can act for you.
web-session-last-title = Your session ends soon
web-session-last-text = A session lasts 12 hours at most, and this one ends in less than three minutes. Save what you have begun.
web-session-ended-title = You are signed out
web-session-ended-text = What you have written stays here. When you send the form, you can sign in again and nothing is lost.
web-session-stay = Stay signed in
web-session-close = Close
web-session-form-ended-title = Your session has ended
web-session-form-ended-lead = Nothing you wrote is lost, but it has not been sent yet.
web-session-form-ended-first = Sign in in a new tab.
web-session-form-ended-link = Open a sign-in link in a new tab.
web-session-form-weak-first = Confirm in a new tab that it is you.
web-session-form-second = Come back here and continue.
web-session-form-again-title = The form has not been sent yet
web-session-form-again-lead = A new session has begun since it was opened: { $name }. Nothing you wrote is lost.
web-session-form-continue = Continue with my text
web-session-form-send = Send the form
web-session-form-text = What you wrote

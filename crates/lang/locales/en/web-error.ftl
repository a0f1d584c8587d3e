# Errors.

web-error-not-found-title = Page not found
web-error-not-found-text = There is no page at this address. It may have been moved, or the address may be mistyped.
web-error-fault-title = Something went wrong on our side
web-error-fault-text = We know about it. Please try again in a while; nothing that was saved has been lost.
web-error-forbidden-title = You do not have access
web-error-forbidden-text = Your account cannot open this page. If you need it, contact the operator.
web-error-denied-title = A colleague has to do this
web-error-denied-own-role = You can neither give yourself a role nor end one of your own. Ask another administrator.
web-error-denied-themselves = You cannot issue, correct or revoke your own micro-credential. Please ask a colleague.
web-error-denied-unidentified = Your account does not say which person you are in the institution’s records, so it cannot be ruled out that you would be deciding about yourself. Ask the operator to add your number.
web-error-denied-emergency = You signed in by an emergency link. That is never enough for something that takes two people. Sign in through your institution as soon as its sign-in responds.
web-error-denied-scope = Your role covers only some faculties or units, and this does not belong to them. Ask a colleague who looks after it.
web-error-forged-title = The form has expired
web-error-forged-text = The form was sent from another site or from a page opened long ago. Go back, reload the page and try again.
web-error-hasty-title = Too many attempts
web-error-hasty-text = Many attempts came from your address. Please try again in a minute.
web-error-busy-title = The service is busy right now
web-error-busy-text = Too many requests are being processed at once. Please try again in a while; nothing that was saved has been lost.
web-error-bad-request-title = We do not understand the request
web-error-bad-request-text = The data sent are not in the right form. Go back and try again.

# Unsealed European Digital Credentials as proposed awards.

edc-help = Propose awards from unsealed European Digital Credentials in the form in which they are uploaded to the EU’s software
edc-help-files = Unsealed credentials (JSON), alone or with delivery details
edc-help-unit = The unit in the register; by default the one the credential names, or a new one made from it
edc-help-run = The run; by default the one in the same period
edc-help-person = The person’s number; by default the person’s first identifier in the credential
edc-help-check = Only list what would be proposed

edc-sealed = The credential is already sealed. What has been issued is not issued again; verify it with “signet verify”.
edc-unit-unknown = The unit { $unit } is not in the register. Add it with “signet import”.
edc-nothing = The register did not answer the proposal. Try running the command again.
edc-new-unit = the unit { $unit } is new in the register, made from the credential; the credential does not say which grades are a fail, so only the grade achieved and better ones count as a pass
edc-would-propose = a micro-credential of the unit { $unit }, run { $run }, would be proposed
edc-proposed = the micro-credential { $credential } has been proposed and is waiting for its seal
edc-known = the micro-credential { $credential } is already in the register, with the same data
edc-differs = the micro-credential { $credential } is already in the register, but with different data; correct it with “signet correct”, it is not issued twice
edc-delivery = delivery details are not imported; delivery follows the rules of the register
edc-left-out = { $count ->
    [one] { $count } value is not imported, because the record has no place for it:
   *[other] { $count } values are not imported, because the record has no place for them:
}
edc-gap = { $path }: { $problem }
edc-gap-of-item = { $path } (item { $number } of the supplement, { $item }): { $problem }

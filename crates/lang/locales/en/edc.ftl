# Unsealed European Digital Credentials as proposed awards.

edc-help = Propose the awards of unsealed European Digital Credentials, as they are uploaded to the EU's software
edc-help-files = Unsealed credentials (JSON), bare or with delivery details around them
edc-help-unit = The unit in the register; by default the one that the credential names, else a new one made from it
edc-help-run = The run; by default the one of the same period
edc-help-person = The person's id at the institution; by default the person's first identifier in the credential
edc-help-check = Only tell what would be proposed

edc-sealed = The credential is sealed already. What was issued is not issued again; “signet verify” verifies it.
edc-unit-unknown = The register has no unit { $unit }. Bring it in with “signet import”.
edc-nothing = The register gave no answer to the proposal.
edc-new-unit = the unit { $unit } is new in the register, made from the credential; which grades are a fail a credential does not say, so only the one reached and those above it count as a pass
edc-would-propose = a micro-credential of the unit { $unit }, run { $run }, would be proposed
edc-proposed = micro-credential { $credential } is proposed, and waits for its seal
edc-known = the register has the micro-credential { $credential } already, and it says the same
edc-differs = the register has the micro-credential { $credential } already, and it says something else; it needs a correction (“signet correct”), not a second issue
edc-delivery = the delivery details are not taken over; delivery follows the register's rules
edc-left-out = { $count ->
    [one] { $count } element has no place in the record and is not taken over:
   *[other] { $count } elements have no place in the record and are not taken over:
}
edc-gap = { $path }: { $problem }
edc-gap-of-item = { $path } (item { $number } of the supplement, { $item }): { $problem }

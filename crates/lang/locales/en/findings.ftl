# What is found about a seal, one sentence for each finding, and what the law calls it.

finding-aspect = { $aspect ->
    [integrity] Integrity
    [signer] Who sealed
    [revocation] Revocation of the certificate
    [time] Time
    [algorithms] Algorithms
    [level] How long it can be proved
    [qualification] Standing in law
   *[issuer] Issuer and certificate
}

finding-seal-number = seal { $number }

finding-structure = { $kind ->
    [holds] The seal is written as the standard says.
    [fails] The seal is not written as the standard says.
    [expired] The seal says of itself that it is not to be accepted any more since { $when }.
   *[open] The form of the seal cannot be judged.
}
finding-byte-range = { $outcome ->
    [holds] The seal covers the whole document.
    [fails] The seal does not cover the whole document.
   *[open] What the seal covers cannot be told.
}
finding-integrity = { $kind ->
    [holds] { $part ->
        [document] The PDF was not changed since it was sealed.
        [embedded] The data file inside the PDF was not changed since it was sealed.
       *[credential] The data file was not changed since it was sealed.
    }
    [fails] { $part ->
        [document] The content of the PDF does not match the seal: it may have been changed.
        [embedded] The content of the data file inside the PDF does not match the seal: it may have been changed.
       *[credential] The content of the data file does not match the seal: it may have been changed.
    }
    [algorithm] Whether anything was changed cannot be told: the seal is made with an algorithm that is not verified here.
    [certificate] Whether anything was changed cannot be told: the certificate to verify the seal with is missing.
   *[open] Whether anything was changed cannot be told.
}
finding-changes-after = { $kind ->
    [none] Nothing was added after sealing.
    [evidence] Nothing but time stamps and evidence for the seal was added after sealing.
    [seals] Nothing but further seals, time stamps and evidence was added after sealing.
    [shown] After sealing something that shows was added in a way that PDF permits, such as a filled-in field or a visible signature. The seal does not vouch for it.
    [content] Other content was added to the document after sealing.
   *[metadata] After sealing something was added to the document that does not show on its pages; whether it matters cannot be told.
}
finding-signer = { $outcome ->
    [holds] The seal names the certificate it was made with: “{ $name }”.
    [unvouched] The seal names the certificate it was made with. For the names in that certificate no trusted authority vouches.
   *[open] The certificate that the seal was made with cannot be determined without doubt.
}
finding-chain = { $kind ->
    [trusted] The certificate leads to the authority “{ $anchor }”, which this verifier trusts.
    [listed] The certificate leads to the authority “{ $anchor }”, which stands on the trusted list of { $list }.
    [test] The certificate leads to the test root “{ $anchor }”, a root such as anyone can make.
    [expired] The certificate of the authority “{ $certificate }” had expired.
    [early] The certificate of the authority “{ $certificate }” was not valid yet.
    [rule] The certificate “{ $certificate }” breaks a rule of its authorities, so it does not count as one for sealing.
    [algorithm] The certificate “{ $certificate }” is signed with an algorithm that is not verified here.
    [certificate] Without the certificate of the seal it cannot be told which authority issued it.
   *[nobody] The certificate leads to no authority that this verifier trusts.
}
finding-certificate-validity = { $kind ->
    [proved] The certificate was valid ({ $from } to { $until }) at the time that is proved for the seal: { $at }.
    [now] The certificate is valid from { $from } to { $until }. No time stamp proves when the seal was made, so the moment of verification counts.
    [early] At the relevant time the certificate was not valid yet: it is from { $from } on.
    [late] The certificate had ended ({ $until }) before the content got its time stamp: the seal was made too late.
    [ended] The certificate ended on { $until }, and no time stamp proves that the seal is older.
   *[unknown] Without the certificate of the seal its validity cannot be judged.
}

finding-source = { $source ->
    [ocsp] { $origin ->
        [embedded] by the authority's answer (OCSP) that the file carries
       *[fetched] by the authority's answer (OCSP) got for this verification
    }
   *[crl] { $origin ->
        [embedded] by the authority's revocation list that the file carries
       *[fetched] by the authority's revocation list got for this verification
    }
}
finding-reason = { $reason ->
    [keyCompromise] its key got into other hands
    [cACompromise] the authority's key got into other hands
    [affiliationChanged] the organisation's particulars changed
    [superseded] another certificate took its place
    [cessationOfOperation] it is no longer used
    [privilegeWithdrawn] the right to it was withdrawn
    [certificateHold] suspended
   *[unspecified] no reason given
}
finding-revocation = { $kind ->
    [good] The certificate was not revoked: state of { $as_of }, { $source }.
    [later] The certificate is revoked since { $since } ({ $reason }), but a time stamp proves that the seal is older. So it holds.
    [never] The certificate says of itself that it is never revoked, and its authority answers for that.
    [anchor] This verifier trusts the certificate itself, so no authority is asked about it.
    [too-late] The certificate was revoked before the content got its time stamp: the seal was made too late.
    [before] The certificate is revoked since { $since } ({ $reason }), and nothing proves that the seal is older.
    [authority] The certificate of the authority “{ $certificate }” is revoked since { $since } ({ $reason }), and nothing proves that the seal is older.
    [hold] The certificate “{ $certificate }” is suspended since { $since }. Its authority may restore it or revoke it; please try again later.
    [old] What is known about the certificate “{ $certificate }” is too old: state of { $as_of }, { $source }.
    [stranger] The authority that was asked does not know the certificate “{ $certificate }”.
    [nobody] Whether the certificate “{ $certificate }” was revoked is not known: the file does not say, and nobody was asked.
    [unanswered] Whether the certificate “{ $certificate }” was revoked is not known: its authority could not be reached, or its answer is of no use. Please try again later.
    [nowhere] Whether the certificate “{ $certificate }” was revoked is not known: the file does not say, and the certificate does not say whom to ask.
    [unusable] Whether the certificate “{ $certificate }” was revoked is not known: the answer at hand is not one of its authority, or of a kind that is not understood.
    [unproved] Whether the certificate “{ $certificate }” was revoked cannot be proved: the answer at hand counts only for another time, or had lost its strength before a time stamp protected it.
   *[unknown] Whether the certificate was revoked cannot be asked as long as it is not known which trusted authority issued it.
}

finding-algorithms = { $kind ->
    [lasting] The algorithms are secure ({ $algorithm }, { $key }); no end of that is known.
    [until] The algorithms are secure ({ $algorithm }, { $key }); by today's rules until { $until }.
    [ended] { $algorithm } was no longer accepted as secure at the time that is proved for the seal: its end was { $until }.
    [unproved] { $algorithm } is accepted as secure only until { $until }, and no time stamp proves that the seal is older.
    [never] { $algorithm } is not accepted as secure.
   *[unknown] The algorithms cannot be judged: one is not known, or the certificate is missing.
}

finding-time = { $kind ->
    [proved] A time stamp proves that the seal existed on { $when }.
    [claimed] No time stamp proves when the seal was made. The sealing organisation says { $when }.
   *[unknown] Nothing says when the seal was made.
}
finding-stamp = { $check ->
    [signature] { $outcome ->
        [holds] The time stamp of “{ $authority }” proves that the seal existed on { $when }.
        [fails] The time stamp of the seal does not hold.
       *[open] The time stamp of the seal cannot be verified.
    }
    [content] { $outcome ->
        [holds] The time stamp of “{ $authority }” proves that the content existed on { $when }, before it was sealed.
        [fails] The time stamp of the content does not hold.
       *[open] The time stamp of the content cannot be verified.
    }
   *[archive] { $outcome ->
        [holds] The archive time stamp of “{ $authority }” of { $when } protects seal and evidence from then on.
        [fails] The archive time stamp does not hold.
       *[open] The archive time stamp cannot be verified.
    }
}
finding-stamp-cause = { $cause ->
    [integrity] It is about other content, or it was changed.
    [signer] Whose it is cannot be determined without doubt.
    [chain] It leads to no time-stamping authority that this verifier trusts.
    [validity] Its time does not fit the validity of its authority's certificate, or the other time stamps.
    [revoked] The certificate of its authority was revoked.
    [revocation] Whether the certificate of its authority was revoked is not known.
    [algorithms] Its algorithms are not accepted as secure.
    [order] Its time does not fit the other time stamps.
    [changed] What came after it changes the document.
   *[structure] It cannot be read as a time stamp.
}
finding-stamp-left-out = It is left out: it proves nothing, and takes nothing from the seal.
finding-stamp-qualified = { $qualified ->
    [yes] By the trusted lists of the EU it is a qualified one.
    [no] By the trusted lists of the EU it is not a qualified one.
   *[unknown] Whether it is a qualified one cannot be told: the trusted list it would stand on is not at hand.
}

finding-level = { $level ->
    [B-LTA] Level B-LTA: the seal carries everything needed to prove it for decades, as long as its archive time stamps are renewed in time. Nobody has to be asked.
    [B-LT] Level B-LT: the seal carries everything needed to judge it without asking anybody, until its time stamp ages.
    [B-T] Level B-T: the seal carries a proof of time. Whether its certificate was revoked must be asked of the authority, as long as that answers.
    [B-B] Level B-B: the seal carries nothing but itself. When its certificate ends, it can no longer be proved.
   *[not_baseline] The seal carries too little for any level of the standard.
}
finding-level-carried = The file carries what level { $carried } asks for. Not all of it could be checked here: this verifier does not trust one of the authorities, or word on the revocation of a certificate is missing. What could be checked is level { $reach }.
finding-baseline = { $kind ->
    [sigT] The time of sealing is written in the older way (sigT), which the newer edition of the standard no longer uses. That is a matter of form; what the seal proves is the same.
    [certificate] The seal does not name its certificate as the European standard wants it.
    [plain] It is a plain signature over the content (CMS, RFC 5652): neither its certificate nor its time is sealed, so it is no advanced seal of the European standard.
   *[form] In form the seal departs from the profile of the European standard ({ $deviations }). What it proves is told by the other findings.
}

finding-qualification = { $class ->
    [QESeal] It is a qualified electronic seal (Article 3(27) of the eIDAS Regulation): origin and integrity are presumed by law throughout the EU.
    [AdESeal-QC] It is an advanced electronic seal based on a qualified certificate (Article 37 of the eIDAS Regulation); that the key was in a qualified device is not stated.
    [AdESeal] It is an advanced electronic seal; its certificate is not a qualified one.
    [QESig] It is a qualified electronic signature of a person, not a seal of an organisation.
    [AdESig-QC] It is an advanced electronic signature of a person based on a qualified certificate, not a seal of an organisation.
    [AdESig] It is an electronic signature of a person, not a seal of an organisation; its certificate is not a qualified one.
   *[none] Whether it is a qualified seal cannot be said.
}
finding-qualification-open = { $class ->
    [QESeal] By the trusted lists it would be a qualified electronic seal; that cannot be said as long as other findings are open.
    [AdESeal-QC] By the trusted lists it would be an advanced electronic seal based on a qualified certificate; that cannot be said as long as other findings are open.
    [AdESeal] By the trusted lists its certificate is not a qualified one.
    [QESig] By the trusted lists it would be a qualified electronic signature of a person, not a seal; that cannot be said as long as other findings are open.
    [AdESig-QC] By the trusted lists it would be an electronic signature of a person based on a qualified certificate, not a seal.
    [AdESig] By the trusted lists it would be an electronic signature of a person, not a seal.
   *[none] Whether it is a qualified seal cannot be said.
}
finding-qualification-reason = { $reason ->
    [trial] In law a trial seal is no seal.
    [not_consulted] The trusted lists of the EU were not consulted, so nothing is said about whether the seal is a qualified one.
    [no_path] As long as no trusted authority of the certificate is known, nothing can be said about whether the seal is a qualified one.
    [no_lists] The EU's list of trusted lists is not at hand.
    [list_unavailable] The trusted list of { $detail } is not at hand, or does not count.
    [not_listed] The authority stands on no trusted list of the EU.
    [not_listed_then] The authority stood on no trusted list at that time.
    [not_that_service] The listed service was not one that issues qualified certificates.
    [not_for_this_type] The listed service did not issue certificates of this type.
    [not_granted] The status of the listed service was then “{ $detail }”.
    [overruled] The trusted list says that certificates like this one are not qualified.
    [unclear] What the trusted list says about certificates like this one is not clear.
    [conflict] Entries of the trusted lists contradict each other.
    [not_claimed] The certificate does not call itself a qualified one.
    [other_law] The certificate is a qualified one by the law of another country.
    [type_unclear] What the certificate is for is not clear.
   *[for_websites] The certificate is one for websites.
}
finding-qualification-by = By the trusted list of { $list } no. { $sequence }: { $provider }, service “{ $service }”.
finding-qualification-times = { $issuance ->
    [yes] { $sealing ->
        [yes] The certificate was a qualified one both when it was issued and at the time of sealing.
       *[no] The certificate was a qualified one when it was issued, but not at the time of sealing.
    }
   *[no] { $sealing ->
        [yes] The certificate was not a qualified one when it was issued; at the time of sealing it would have been.
       *[no] The certificate was not a qualified one when it was issued, nor at the time of sealing.
    }
}
finding-qualification-stale = The list that this rests on is overdue: a newer one should have been there since { $since }.

finding-issuer = { $outcome ->
    [holds] The issuer named in the data is the organisation in the certificate: { $certificate }.
    [unvouched] The data name the organisation in the certificate as issuer; for that name no trusted authority vouches.
    [fails] The issuer named in the data ({ $issuer }) is not the organisation in the certificate ({ $certificate }).
   *[open] Whether the issuer named in the data is the organisation in the certificate cannot be told.
}
finding-issuer-differs = { $what ->
    [name] The name differs: “{ $issuer }” in the data, “{ $certificate }” in the certificate.
    [identifier] The identifier differs: { $issuer } in the data, { $certificate } in the certificate.
    [scheme] The identifiers are of different kinds and cannot be compared: { $issuer } in the data, { $certificate } in the certificate.
    [country] The country differs: { $issuer } in the data, { $certificate } in the certificate.
    [tax] The tax number in the data is another body's.
    [language] The data do not name the issuer in the language of the certificate: “{ $issuer }” in the data, “{ $certificate }” in the certificate.
    [no-name] The data have no name that could be compared with the certificate's.
    [no-country] Data and certificate do not both name the country.
    [no-identifier] The certificate names no identifier of an organisation.
   *[no-issuer] The data name no identifier of the issuer.
}

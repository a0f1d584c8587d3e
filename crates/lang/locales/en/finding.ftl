# What is found about a seal, one sentence for each finding, and what the law calls it.

finding-aspect = { $aspect ->
    [integrity] Integrity
    [signer] Who sealed it
    [revocation] Revocation of the certificate
    [time] Time
    [algorithms] Algorithms
    [level] Long-term validity
    [qualification] Legal status
   *[issuer] Issuer and certificate
}

finding-seal-number = seal { $number }

finding-structure = { $kind ->
    [holds] The seal is written according to the standard.
    [fails] The seal is not written according to the standard.
    [expired] The seal states that it should not be accepted after { $when }.
   *[open] The form of the seal cannot be assessed.
}
# $outcome: Outcome
finding-byte-range = { $outcome ->
    [holds] The seal covers the whole document.
    [fails] The seal does not cover the whole document.
   *[open] It cannot be determined what the seal covers.
}
# $part: SealedPart
finding-integrity = { $kind ->
    [holds] { $part ->
        [document] The PDF has not been changed since it was sealed.
        [embedded] The data file inside the PDF has not been changed since it was sealed.
       *[credential] The data file has not been changed since it was sealed.
    }
    [fails] { $part ->
        [document] The content of the PDF does not match the seal: the file has probably been changed.
        [embedded] The content of the data file inside the PDF does not match the seal: the file has probably been changed.
       *[credential] The content of the data file does not match the seal: the file has probably been changed.
    }
    [algorithm] It cannot be determined whether anything was changed: the seal uses an algorithm that is not verified here.
    [certificate] It cannot be determined whether anything was changed: the certificate needed to verify the seal is missing.
   *[open] It cannot be determined whether anything was changed.
}
finding-changes-after = { $kind ->
    [none] Nothing was added after sealing.
    [evidence] Only time stamps and evidence for the seal were added after sealing.
    [seals] Only further seals, time stamps and evidence for them were added after sealing.
    [shown] Visible content that PDF permits was added after sealing, such as a filled-in field or a visible signature. The seal does not cover it.
    [content] Other content was added to the document after sealing.
   *[metadata] Something that is not visible on its pages was added to the document after sealing; it cannot be determined whether it matters.
}
finding-signer = { $outcome ->
    [holds] The seal clearly identifies the certificate it was made with: “{ $name }”.
    [unvouched] The seal clearly identifies the certificate it was made with. No trusted authority confirms the names in it.
   *[open] The certificate that the seal was made with cannot be clearly identified.
}
finding-chain = { $kind ->
    [trusted] The certificate leads to the authority “{ $anchor }”, which this verifier trusts.
    [listed] The certificate leads to the authority “{ $anchor }”, which is on the trusted list of { $list }.
    [test] The certificate leads to the test root “{ $anchor }”, which anyone could have made.
    [expired] The certificate of the authority “{ $certificate }” had expired.
    [early] The certificate of the authority “{ $certificate }” was not valid yet.
    [rule] The certificate “{ $certificate }” breaks a rule of its authorities, so it is not accepted as a seal certificate.
    [algorithm] The certificate “{ $certificate }” is signed with an algorithm that is not verified here.
    [certificate] Without the seal certificate it cannot be determined which authority issued it.
   *[nobody] The certificate does not lead to any authority that this verifier trusts.
}
finding-certificate-validity = { $kind ->
    [proved] The certificate was valid ({ $from } to { $until }) at the proven time of the seal: { $at }.
    [now] The certificate is valid from { $from } to { $until }. No time stamp proves when the seal was made, so the time of verification decides.
    [early] The certificate was not valid yet at the relevant time: it is valid only from { $from }.
    [late] The certificate had expired ({ $until }) before the content received its time stamp: the seal was made too late.
    [ended] The certificate expired on { $until }, and no time stamp proves that the seal is older.
   *[unknown] Without the seal certificate, its validity cannot be assessed.
}

# $origin: RevocationOrigin
# $source: RevocationForm
finding-source = { $source ->
    [ocsp] { $origin ->
        [embedded] according to the authority’s answer (OCSP) in the file
       *[fetched] according to the authority’s answer (OCSP) obtained for this verification
    }
   *[crl] { $origin ->
        [embedded] according to the authority’s revocation list in the file
       *[fetched] according to the authority’s revocation list downloaded for this verification
    }
}
finding-reason = { $reason ->
    [keyCompromise] its key fell into other hands
    [cACompromise] the authority’s key fell into other hands
    [affiliationChanged] the organisation’s details changed
    [superseded] another certificate replaced it
    [cessationOfOperation] it is no longer used
    [privilegeWithdrawn] the right to it was withdrawn
    [certificateHold] it is suspended
    [aACompromise] the key of an attribute authority fell into other hands
    [unknown] a reason that is not known here
   *[unspecified] no reason given
}
finding-revocation = { $kind ->
    [good] The certificate has not been revoked: status as of { $as_of }, { $source }.
    [later] The certificate has been revoked since { $since } ({ $reason }), but a time stamp proves that the seal is older. The seal is therefore valid.
    [never] The certificate states that it is never revoked, and its authority guarantees this.
    [anchor] This verifier trusts the certificate directly, so no authority is asked about it.
    [too-late] The certificate was revoked before the content received its time stamp: the seal was made too late.
    [before] The certificate has been revoked since { $since } ({ $reason }), and nothing proves that the seal is older.
    [authority] The certificate of the authority “{ $certificate }” has been revoked since { $since } ({ $reason }), and nothing proves that the seal is older.
    [hold] The certificate “{ $certificate }” has been suspended since { $since }. Its authority may restore or revoke it.
    [old] The information about the certificate “{ $certificate }” is too old: status as of { $as_of }, { $source }.
    [stranger] The authority that was asked does not know the certificate “{ $certificate }”.
    [nobody] It is not known whether the certificate “{ $certificate }” was revoked: the file does not say, and no authority was asked.
    [unanswered] It is not known whether the certificate “{ $certificate }” was revoked: its authority did not answer, or its answer cannot be used.
    [nowhere] It is not known whether the certificate “{ $certificate }” was revoked: the file does not say, and the certificate does not say whom to ask.
    [unusable] It is not known whether the certificate “{ $certificate }” was revoked: the available answer is not from its authority, or it cannot be read.
    [unproved] It cannot be proven whether the certificate “{ $certificate }” was revoked: the available answer applies only to another time, or it lost its evidential value before a time stamp protected it.
   *[unknown] Revocation of the certificate cannot be determined until it is known which trusted authority issued it.
}

finding-algorithms = { $kind ->
    [lasting] The algorithms are secure ({ $algorithm }, { $key }); no end date is set.
    [until] The algorithms are secure ({ $algorithm }, { $key }), under today’s rules until { $until }.
    [ended] { $algorithm } was no longer considered secure at the proven time of the seal, only until { $until }.
    [unproved] { $algorithm } is considered secure only until { $until }, and no time stamp proves that the seal is older.
    [never] { $algorithm } is not considered secure.
   *[unknown] The algorithms cannot be assessed: one is not known, or the certificate is missing.
}

finding-time = { $kind ->
    [proved] A time stamp proves that the seal existed on { $when }.
    [claimed] No time stamp proves when the seal was made. The sealing organisation states { $when }.
   *[unknown] The time when the seal was made is not stated anywhere.
}
# $outcome: Outcome
finding-stamp = { $check ->
    [signature] { $outcome ->
        [holds] The time stamp of “{ $authority }” proves that the seal existed on { $when }.
        [fails] The time stamp of the seal is not valid.
       *[open] The time stamp of the seal cannot be verified.
    }
    [content] { $outcome ->
        [holds] The time stamp of “{ $authority }” proves that the content existed on { $when }, before it was sealed.
        [fails] The time stamp of the content is not valid.
       *[open] The time stamp of the content cannot be verified.
    }
   *[archive] { $outcome ->
        [holds] The archive time stamp of “{ $authority }” has protected the seal and its evidence since { $when }.
        [fails] The archive time stamp is not valid.
       *[open] The archive time stamp cannot be verified.
    }
}
finding-stamp-cause = { $cause ->
    [integrity] It concerns other content, or it was changed.
    [signer] It cannot be clearly determined who issued it.
    [chain] It does not lead to any time-stamping authority that this verifier trusts.
    [validity] Its time does not match the validity of its authority’s certificate, or the other time stamps.
    [revoked] The certificate of its authority has been revoked.
    [revocation] It is not known whether the certificate of its authority has been revoked.
    [algorithms] Its algorithms are not considered secure.
    [order] Its time does not match the other time stamps.
    [changed] What was added after it changes the document.
   *[structure] It cannot be read as a time stamp.
}
finding-stamp-left-out = It is ignored: it proves nothing, but does not harm the seal.
finding-stamp-qualified = { $qualified ->
    [yes] According to the EU trusted lists, it is qualified.
    [no] According to the EU trusted lists, it is not qualified.
   *[unknown] It cannot be determined whether it is qualified: the trusted list needed for this is not available.
}

finding-level = { $level ->
    [B-LTA] Level B-LTA: the seal contains everything needed to prove it for decades, as long as its archive time stamps are renewed in time. It can be verified offline.
    [B-LT] Level B-LT: the seal contains everything needed to verify it offline, until its time stamp loses its evidential value.
    [B-T] Level B-T: the seal has a time stamp. Whether its certificate was revoked must be checked with its authority, while that still answers.
    [B-B] Level B-B: no time stamp or evidence attached; once the certificate expires, the seal can no longer be proven.
   *[not_baseline] The seal does not contain enough for any level of the standard.
}
finding-level-carried = The file contains everything that level { $carried } requires. Not all of it could be checked here: this verifier does not trust one of the authorities, or information on the revocation of a certificate is missing. The level that could be checked is { $reach }.
finding-baseline = { $kind ->
    [sigT] The time of sealing is written in the older way (sigT), which the newer edition of the standard no longer uses. This is only a matter of form; what the seal proves is the same.
    [certificate] The seal does not name its certificate as the European standard requires.
    [plain] This is a plain signature over the content (CMS, RFC 5652): it does not cover its certificate or its time, so it is not an advanced seal according to the European standard.
   *[form] The form of the seal departs from the profile of the European standard ({ $deviations }). What it proves is described by the other findings.
}

# $class: SealClass
finding-qualification = { $class ->
    [QESeal] This is a qualified electronic seal (Article 3(27) of the eIDAS Regulation): its origin and integrity are presumed throughout the EU.
    [AdESeal-QC] This is an advanced electronic seal based on a qualified certificate (Article 37 of the eIDAS Regulation); it is not stated that the key is in a qualified device.
    [AdESeal] This is an advanced electronic seal; its certificate is not qualified.
    [QESig] This is a qualified electronic signature of a person, not a seal of an organisation.
    [AdESig-QC] This is an advanced electronic signature of a person based on a qualified certificate, not a seal of an organisation.
    [AdESig] This is an electronic signature of a person, not a seal of an organisation; its certificate is not qualified.
   *[none] It cannot be determined whether the seal is qualified.
}
# $class: SealClass
finding-qualification-open = { $class ->
    [QESeal] According to the trusted lists it would be a qualified electronic seal; this cannot be confirmed until all checks are completed.
    [AdESeal-QC] According to the trusted lists it would be an advanced electronic seal based on a qualified certificate; this cannot be confirmed until all checks are completed.
    [AdESeal] According to the trusted lists, its certificate is not qualified.
    [QESig] According to the trusted lists it would be a qualified electronic signature of a person, not a seal; this cannot be confirmed until all checks are completed.
    [AdESig-QC] According to the trusted lists it would be an electronic signature of a person based on a qualified certificate, not a seal.
    [AdESig] According to the trusted lists it would be an electronic signature of a person, not a seal.
   *[none] It cannot be determined whether the seal is qualified.
}
# $reason: QualificationReason
finding-qualification-reason = { $reason ->
    [test] A test seal has no legal effect.
    [not_consulted] The EU trusted lists were not consulted, so nothing is stated about whether the seal is qualified.
    [no_path] Until a trusted authority of the certificate is known, it cannot be determined whether the seal is qualified.
    [no_lists] The EU list of trusted lists is not available.
    [list_unavailable] The trusted list of { $detail } is not available, or not acceptable.
    [not_listed] The authority is not on any EU trusted list.
    [not_listed_then] The authority was not on any trusted list at that time.
    [not_that_service] The listed service did not issue qualified certificates.
    [not_for_this_type] The listed service did not issue certificates of this type.
    [not_granted] The status of the listed service was then “{ $detail }”.
    [overruled] According to the trusted list, such certificates are not qualified.
    [unclear] It is not clear what the trusted list says about such certificates.
    [conflict] Entries of the trusted lists contradict each other.
    [not_claimed] The certificate does not claim to be qualified.
    [other_law] The certificate is qualified under the law of another country.
    [type_unclear] It is not clear what the certificate is for.
   *[for_websites] The certificate is for websites.
}
finding-qualification-by = According to the trusted list of { $list } no. { $sequence }: { $provider }, service “{ $service }”.
finding-qualification-times = { $issuance ->
    [yes] { $sealing ->
        [yes] The certificate was qualified both when it was issued and at the time of sealing.
       *[no] The certificate was qualified when it was issued, but not at the time of sealing.
    }
   *[no] { $sealing ->
        [yes] The certificate was not qualified when it was issued; at the time of sealing it would have been.
       *[no] The certificate was not qualified either when it was issued or at the time of sealing.
    }
}
finding-qualification-stale = The list this is based on is out of date: a newer one should have been available since { $since }.

finding-issuer = { $outcome ->
    [holds] The issuer named in the data is the organisation in the certificate: { $certificate }.
    [unvouched] The data name the organisation in the certificate as issuer; no trusted authority confirms its name.
    [fails] The issuer named in the data ({ $issuer }) is not the organisation in the certificate ({ $certificate }).
   *[open] It cannot be determined whether the issuer named in the data is the organisation in the certificate.
}
finding-issuer-differs = { $what ->
    [name] The name differs: “{ $issuer }” in the data, “{ $certificate }” in the certificate.
    [identifier] The identifier differs: { $issuer } in the data, { $certificate } in the certificate.
    [scheme] The identifiers are of different kinds and cannot be compared: { $issuer } in the data, { $certificate } in the certificate.
    [country] The country differs: { $issuer } in the data, { $certificate } in the certificate.
    [tax] The tax number in the data belongs to someone else.
    [language] The data do not name the issuer in the language of the certificate: “{ $issuer }” in the data, “{ $certificate }” in the certificate.
    [no-name] The data contain no name that could be compared with the certificate.
    [no-country] The data or the certificate do not state the country.
    [no-identifier] The certificate does not state an identifier of the organisation.
   *[no-issuer] The data do not state an identifier of the issuer.
}

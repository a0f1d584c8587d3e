//! Signatures that count, and everything that must not.

use crate::trusted_list::{ListError, SignatureFault, Signers, TrustedList};
use signet_testing::trusted_list::{Draft, Operator, Points};

fn draft() -> Draft {
    Draft::national("CZ", Vec::new())
}

/// A signed list after a change, opened with the signer pinned.
fn changed(change: impl Fn(String) -> String) -> Result<TrustedList, ListError> {
    let operator = Operator::new("Operator");
    let text = String::from_utf8(operator.sign(&draft().xml())).unwrap();
    let changed = change(text.clone());
    assert_ne!(changed, text, "the change changes something");
    TrustedList::open(changed.as_bytes(), &Signers::new([operator.sha256()]))
}

fn fault(change: impl Fn(String) -> String) -> SignatureFault {
    match changed(change) {
        Err(ListError::Signature(fault)) => fault,
        other => panic!("{other:?}"),
    }
}

/// The signature element of a signed list.
fn signature(text: &str) -> &str {
    let start = text.find("<ds:Signature ").unwrap();
    let end = text.find("</ds:Signature>").unwrap() + "</ds:Signature>".len();
    &text[start..end]
}

#[test]
fn a_signed_list_is_opened_by_the_pinned_certificate_only() {
    let (operator, other) = (Operator::new("Operator"), Operator::new("Other"));
    let bytes = operator.sign(&draft().xml());
    let opened = TrustedList::open(&bytes, &Signers::new([other.sha256(), operator.sha256()])).unwrap();
    assert_eq!((opened.scheme.territory.as_str(), opened.signer), ("CZ", operator.sha256()));
    for signers in [Signers::new([other.sha256()]), Signers::default(), Signers::official_journal()] {
        let refused = TrustedList::open(&bytes, &signers).unwrap_err();
        assert_eq!(refused, ListError::Signature(SignatureFault::UnknownSigner));
    }
}

#[test]
fn naming_a_pinned_certificate_is_not_enough() {
    let (operator, thief) = (Operator::new("Operator"), Operator::new("Thief"));
    let bytes = thief.sign_claiming(&draft().xml(), &operator.der);
    let refused = TrustedList::open(&bytes, &Signers::new([operator.sha256()])).unwrap_err();
    assert_eq!(refused, ListError::Signature(SignatureFault::Wrong));
}

#[test]
fn what_canonicalization_levels_may_change() {
    let prolog = |text: String| format!("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!-- list -->\n{text}\n");
    assert!(changed(prolog).is_ok());
    let spelt = |text: String| {
        text.replace("xml:lang=\"en\"", "xml:lang='en'").replace("Test operator", "Te<!-- x -->st operator")
    };
    assert!(changed(spelt).is_ok());
}

#[test]
fn byte_order_marks_and_line_ends_of_other_systems_are_no_change() {
    let operator = Operator::new("Operator");
    let text = draft().xml().replace("<SchemeInformation>", "\n<SchemeInformation>\n");
    let signed = String::from_utf8(operator.sign(&text)).unwrap();
    let other = format!("\u{feff}{}", signed.replace('\n', "\r\n"));
    assert!(TrustedList::open(other.as_bytes(), &Signers::new([operator.sha256()])).is_ok());
}

#[test]
fn any_other_change_is_found() {
    assert_eq!(fault(|text| text.replace("Test operator", "Test operators")), SignatureFault::Changed);
    assert_eq!(fault(|text| text.replace("<SchemeTerritory>CZ", "<SchemeTerritory>SK")), SignatureFault::Changed);
    assert_eq!(fault(|text| text.replace("</SchemeInformation>", "</SchemeInformation> ")), SignatureFault::Changed);
    assert_eq!(fault(|text| format!("<?more?>{text}")), SignatureFault::Changed);
    assert_eq!(
        fault(|text| text.replace("2026-01-01T00:00:00Z</xades", "2027-01-01T00:00:00Z</xades")),
        SignatureFault::Changed
    );
    // The digests made to fit again, the signature cannot be.
    assert_eq!(fault(|text| text.replacen("<ds:DigestValue>", "<ds:DigestValue> ", 1)), SignatureFault::Wrong);
}

#[test]
fn exactly_one_signature_of_the_list_itself_is_accepted() {
    let without = |text: String| text.replace(signature(&text), "");
    assert_eq!(fault(without), SignatureFault::None);
    let twice = |text: String| text.replace(signature(&text), &signature(&text).repeat(2));
    assert_eq!(fault(twice), SignatureFault::NotOne);
    let moved = |text: String| {
        let signature = signature(&text).to_owned();
        text.replace(&signature, "").replace("</SchemeInformation>", &format!("{signature}</SchemeInformation>"))
    };
    assert_eq!(fault(moved), SignatureFault::NotOne);
    let second_inside = |text: String| {
        text.replace("</ds:Object>", r#"</ds:Object><ds:Object><ds:Signature></ds:Signature></ds:Object>"#)
    };
    assert_eq!(fault(second_inside), SignatureFault::NotOne);
}

/// The signed list hidden inside another: the signature is the inner list's, and the outer one would be read.
#[test]
fn a_wrapped_list_is_refused() {
    let wrapped = |text: String| {
        let other = draft().xml().replace(">CZ<", ">SK<").replace("Id=\"list\"", "Id=\"other\"");
        other.replace("</TrustServiceStatusList>", &format!("{text}</TrustServiceStatusList>"))
    };
    assert_eq!(fault(wrapped), SignatureFault::NotOne);
    let lifted = |text: String| {
        let signature = signature(&text).to_owned();
        let inner = text.replace(&signature, "");
        let other = draft().xml().replace(">CZ<", ">SK<").replace("Id=\"list\"", "Id=\"other\"");
        other.replace(
            "</TrustServiceStatusList>",
            &format!("<Extra>{inner}</Extra>{signature}</TrustServiceStatusList>"),
        )
    };
    assert_eq!(fault(lifted), SignatureFault::Changed);
}

#[test]
fn an_id_that_stands_twice_is_refused() {
    for (from, to) in [
        ("<SchemeInformation>", r#"<SchemeInformation Id="properties">"#),
        ("<SchemeInformation>", r#"<SchemeInformation ID="list">"#),
        ("<SchemeInformation>", r#"<SchemeInformation xml:id="signature">"#),
    ] {
        assert!(matches!(fault(|text| text.replace(from, to)), SignatureFault::IdTwice(_)), "{to}");
    }
}

#[test]
fn other_shapes_are_refused() {
    let shape = |from: &str, to: &str| fault(|text| text.replacen(from, to, 1));
    let enveloped =
        r#"<ds:Transform Algorithm="http://www.w3.org/2000/09/xmldsig#enveloped-signature"></ds:Transform>"#;
    assert_eq!(shape(enveloped, ""), SignatureFault::Shape("transforms"));
    assert_eq!(shape(enveloped, &enveloped.repeat(2)), SignatureFault::Shape("transforms"));
    let xpath = "<ds:Transform Algorithm=\"http://www.w3.org/TR/1999/REC-xpath-19991116\"><ds:XPath>true()</ds:XPath></ds:Transform>";
    assert_eq!(shape(enveloped, &format!("{enveloped}{xpath}")), SignatureFault::Shape("transforms"));
    let narrowed = r#"c14n#"><InclusiveNamespaces PrefixList="a"></InclusiveNamespaces></ds:Transform>"#;
    assert_eq!(shape("c14n#\"></ds:Transform>", narrowed), SignatureFault::Shape("transforms"));
    assert_eq!(shape(r#"URI="""#, r##"URI="#list""##), SignatureFault::Shape("references"));
    assert_eq!(shape("URI=\"#properties\"", "URI=\"#list\""), SignatureFault::Shape("properties"));
    assert_eq!(shape("#SignedProperties\"", "#Other\""), SignatureFault::Shape("properties"));
    assert_eq!(shape("xml-exc-c14n#", "xml-c14n#"), SignatureFault::Shape("canonicalization"));
    // A parameter of the right name changes what is signed.
    let listed = r#"c14n#"><e:InclusiveNamespaces xmlns:e="http://www.w3.org/2001/10/xml-exc-c14n#" PrefixList="a"></e:InclusiveNamespaces></ds:Transform>"#;
    assert_eq!(shape("c14n#\"></ds:Transform>", listed), SignatureFault::Wrong);
    let third = |text: String| text.replacen("</ds:SignedInfo>", "<ds:Reference></ds:Reference></ds:SignedInfo>", 1);
    assert_eq!(fault(third), SignatureFault::Shape("references"));
}

/// As several Member States sign: nothing says how the properties become bytes, so the default does (XMLDSig, 4.3.3.2).
#[test]
fn properties_without_transforms_are_canonical_by_default() {
    let operator = Operator::new("Operator").plain();
    let signed = String::from_utf8(operator.sign(&draft().xml())).unwrap();
    let open = |text: &str| TrustedList::open(text.as_bytes(), &Signers::new([operator.sha256()]));
    assert_eq!(signed.matches("<ds:Transforms>").count(), 1);
    assert!(open(&signed).is_ok());
    let refused = |from: &str, to: &str| {
        let changed = signed.replace(from, to);
        assert_ne!(changed, signed, "{from}");
        match open(&changed) {
            Err(ListError::Signature(fault)) => fault,
            other => panic!("{other:?}"),
        }
    };
    // Every namespace in scope and every xml: attribute above is signed with them, and so is what stands in them.
    assert_eq!(
        refused("TrustServiceStatusList xmlns", "TrustServiceStatusList xml:lang=\"cs\" xmlns"),
        SignatureFault::Changed
    );
    assert_eq!(refused("<ds:Object>", "<ds:Object xmlns:more=\"urn:x\">"), SignatureFault::Changed);
    assert_eq!(refused("00:00:00Z</xades", "00:00:01Z</xades"), SignatureFault::Changed);
    assert_eq!(refused("Test operator", "Test operators"), SignatureFault::Changed);
    // The list itself has its two transforms; an empty list of them is none of the standard's.
    let without = refused(
        "<ds:Transforms><ds:Transform Algorithm=\"http://www.w3.org/2000/09/xmldsig#enveloped-signature\"></ds:Transform><ds:Transform Algorithm=\"http://www.w3.org/2001/10/xml-exc-c14n#\"></ds:Transform></ds:Transforms>",
        "",
    );
    assert_eq!(without, SignatureFault::Shape("transforms"));
    let empty = refused("URI=\"#properties\">", "URI=\"#properties\"><ds:Transforms></ds:Transforms>");
    assert_eq!(empty, SignatureFault::Shape("transforms"));
    // Wrapped: the signed properties lie elsewhere, others stand in their place.
    let properties = &signed[signed.find("<xades:SignedProperties").unwrap()..];
    let properties =
        &properties[..properties.find("</xades:SignedProperties>").unwrap() + "</xades:SignedProperties>".len()];
    let forged = properties.replace("2026-01-01", "2027-01-01").replace("\"properties\"", "\"others\"");
    let wrapped = refused(properties, &format!("{forged}<Moved>{properties}</Moved>"));
    assert_eq!(wrapped, SignatureFault::Shape("properties"));
    let twice = refused(properties, &format!("{}{properties}", forged.replace("\"others\"", "\"properties\"")));
    assert!(matches!(twice, SignatureFault::IdTwice(_)), "{twice:?}");
}

/// An RSA value is a number; software that keeps it as one writes it without leading zeros, once in 256 lists.
#[test]
fn a_value_without_its_leading_zero_is_the_same_number() {
    let operator = Operator::rsa("Operator");
    let signers = Signers::new([operator.sha256()]);
    let short = (0..20_000).find_map(|sequence| {
        let text = String::from_utf8(operator.sign(&Draft { sequence, ..draft() }.xml())).unwrap();
        let value = text.split("<ds:SignatureValue>").nth(1)?.split('<').next()?;
        let bytes = data_encoding::BASE64.decode(value.as_bytes()).unwrap();
        (bytes.len() < 256).then(|| (text.clone(), value.to_owned(), bytes))
    });
    let (text, value, bytes) = short.unwrap();
    assert!(TrustedList::open(text.as_bytes(), &signers).is_ok());
    // Other numbers do not match, and no more bytes than the modulus has are read.
    for other in [
        bytes[..bytes.len() - 1].to_vec(),
        [bytes.as_slice(), &[0]].concat(),
        [&[0; 3], bytes.as_slice()].concat(),
        Vec::new(),
    ] {
        let changed = text.replace(&value, &data_encoding::BASE64.encode(&other));
        let refused = TrustedList::open(changed.as_bytes(), &signers).unwrap_err();
        assert!(
            matches!(refused, ListError::Signature(SignatureFault::Wrong | SignatureFault::Shape(_))),
            "{refused:?}"
        );
    }
}

#[test]
fn weak_or_unknown_algorithms_are_refused() {
    for (from, to) in [("ecdsa-sha256", "rsa-sha1"), ("ecdsa-sha256", "hmac-sha256"), ("xmlenc#sha256", "xmlenc#sha1")]
    {
        assert!(matches!(fault(|text| text.replacen(from, to, 1)), SignatureFault::Algorithm(_)), "{to}");
    }
    // An algorithm of another family than the key's.
    assert_eq!(fault(|text| text.replacen("ecdsa-sha256", "rsa-sha256", 1)), SignatureFault::Wrong);
}

#[test]
fn a_pointer_accepts_its_own_territory_only() {
    let operator = Operator::new("Operator");
    let bytes = operator.sign(&draft().xml());
    let lotl = Draft::lists(vec![
        Points::national("CZ", "https://cz.example/", &[&operator]),
        Points::national("SK", "https://sk.example/", &[&operator]),
    ]);
    let lotl = TrustedList::open(&operator.sign(&lotl.xml()), &Signers::new([operator.sha256()])).unwrap();
    let [cz, sk] = lotl.scheme.pointers.as_slice() else { panic!("two pointers") };
    assert!(cz.accept(&bytes).is_ok());
    let expected = ListError::Another { expected: "SK".to_owned(), found: "CZ".to_owned() };
    assert_eq!(sk.accept(&bytes).unwrap_err(), expected);
}

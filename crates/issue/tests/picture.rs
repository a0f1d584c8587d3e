//! The picture that goes into a credential is page 1 of the PDF around it, and a verifier sees whether it is.
#![allow(clippy::unwrap_used, clippy::panic, missing_docs)]

use std::sync::{Arc, LazyLock};

use data_encoding::BASE64URL_NOPAD;
use jpeg_encoder::{ColorType, Encoder, SamplingFactor};
use signet_credential::{Picture, SealIdentity, compose};
use signet_document::{DocumentInput, LaidOut, Renderer};
use signet_record::{
    Award, AwardFields, Bilingual, Date, Ects, EqfLevel, Holder, HolderFields, Image, Institution, InstitutionFields,
    Language, Line, Unit, UnitFields, specimen,
};
use signet_verify::PictureMatch;
use zune_jpeg::{
    JpegDecoder,
    zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions},
};

const ISSUED: &str = "2026-06-30T22:30:00Z";
const SEALER: &str = "Vzorová univerzita v Lhotě";

static RENDERER: LazyLock<Renderer> = LazyLock::new(Renderer::new);

fn award(change: impl FnOnce(&mut AwardFields)) -> Award {
    let mut fields = specimen::fields().unwrap();
    change(&mut fields);
    Award::new(fields, specimen::TODAY).unwrap()
}

fn of_holder(change: impl FnOnce(&mut HolderFields)) -> Award {
    award(|fields| {
        let mut holder: HolderFields = fields.holder.clone().into();
        change(&mut holder);
        fields.holder = Holder::new(holder).unwrap();
    })
}

fn of_unit(change: impl FnOnce(&mut UnitFields)) -> Award {
    award(|fields| {
        let mut unit: UnitFields = Unit::clone(&fields.unit).into();
        change(&mut unit);
        fields.unit = Arc::new(Unit::new(unit).unwrap());
    })
}

fn with_logo(logo: &str) -> Award {
    award(|fields| {
        let mut institution: InstitutionFields = Institution::clone(&fields.institution).into();
        institution.logo = Some(Image::new(logo.into(), Bilingual::new("Logo", "Logo").unwrap()).unwrap());
        fields.institution = Arc::new(Institution::new(institution).unwrap());
    })
}

fn laid_out(award: &Award, issued: &str, sealed_by: &str) -> LaidOut {
    let sheet = DocumentInput {
        award,
        issued: issued.parse().unwrap(),
        sealed_by: sealed_by.to_owned(),
        time_stamped: true,
        test: false,
        link: "https://mikrocertifikaty.example/s/Zk3vQ0x1lI0O9sT2uWbX7A",
        record: None,
    };
    RENDERER.lay_out(&sheet).unwrap()
}

/// What is found when a PDF of that layout carries a credential with that picture. The seal is not looked at here.
fn found(page: &LaidOut, jpeg: &[u8]) -> PictureMatch {
    let award = specimen::award().unwrap();
    let identity = SealIdentity {
        legal_name: SEALER.into(),
        common_name: "Pečeť".into(),
        organization_identifier: "NTRCZ-99999994".into(),
        country: "CZ".into(),
    };
    let pictures = Language::ALL.map(|language| Picture { language, jpeg: jpeg.to_vec() });
    let payload = compose(&award, &identity, &pictures, ISSUED.parse().unwrap(), None).unwrap();
    let protected = BASE64URL_NOPAD.encode(br#"{"alg":"ES256","b64":false,"crit":["b64"]}"#);
    let sealed = serde_json::json!({
        "payload": payload, "signatures": [{ "protected": protected, "signature": "AAAA" }]
    });
    let pdf = page.certificate(sealed.to_string().as_bytes(), "a.jsonld").unwrap();
    signet_verify::read(pdf).unwrap().picture().unwrap()
}

/// The picture, opened and written anew.
fn again(jpeg: &[u8], quality: u8, sampling: SamplingFactor) -> Vec<u8> {
    let options = DecoderOptions::default().jpeg_set_out_colorspace(ColorSpace::RGB);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(jpeg), options);
    let points = decoder.decode().unwrap();
    let mut written = Vec::new();
    let mut encoder = Encoder::new(&mut written, quality);
    encoder.set_sampling_factor(sampling);
    encoder.encode(&points, 794, 1123, ColorType::Rgb).unwrap();
    written
}

#[test]
fn the_picture_is_page_1_however_it_is_written() {
    let page = laid_out(&specimen::award().unwrap(), ISSUED, SEALER);
    let picture = page.picture().unwrap();
    assert_eq!(found(&page, &picture), PictureMatch::PageOne);
    for (quality, sampling) in [(50, SamplingFactor::F_2_2), (64, SamplingFactor::F_2_2), (90, SamplingFactor::F_1_1)] {
        assert_eq!(found(&page, &again(&picture, quality, sampling)), PictureMatch::PageOne, "{quality}");
    }
}

/// One digit or letter each, from the largest to the smallest that says who, what, how much, and when.
#[test]
fn a_picture_that_says_something_else_is_seen() {
    let page = laid_out(&specimen::award().unwrap(), ISSUED, SEALER);
    let picture = |award: &Award, issued, sealed_by| laid_out(award, issued, sealed_by).picture().unwrap();
    let award = specimen::award().unwrap();
    let other = [
        ("name", picture(&of_holder(|one| one.given_name = Some(Line::new("Zofie").unwrap())), ISSUED, SEALER)),
        (
            "family name",
            picture(&of_holder(|one| one.family_name = Some(Line::new("Přikladná").unwrap())), ISSUED, SEALER),
        ),
        ("day of birth", picture(&of_holder(|one| one.born = Date::constant(1996, 2, 28)), ISSUED, SEALER)),
        (
            "place of birth",
            picture(&of_holder(|one| one.birth_place = Some(Line::new("Lhóta").unwrap())), ISSUED, SEALER),
        ),
        ("volume", picture(&of_unit(|one| one.ects = Ects::new("3.3").unwrap()), ISSUED, SEALER)),
        ("level", picture(&of_unit(|one| one.eqf = EqfLevel::new(5).unwrap()), ISSUED, SEALER)),
        ("day of issue", picture(&award, "2026-07-07T10:00:00Z", SEALER)),
        ("year of issue", picture(&award, "2028-07-01T10:00:00Z", SEALER)),
        ("sealer", picture(&award, ISSUED, "Vzorova univerzita v Lhotě")),
    ];
    for (what, picture) in &other {
        assert_eq!(found(&page, picture), PictureMatch::SomethingElse, "{what}");
    }
    // Nor does it help to write it more coarsely.
    for (what, picture) in other.iter().rev().take(3) {
        assert_eq!(found(&page, &again(picture, 50, SamplingFactor::F_2_2)), PictureMatch::SomethingElse, "{what}");
    }
}

/// Two renderers draw a logo more differently than anything else on the page.
#[test]
fn whatever_logo_an_institution_has_its_picture_is_page_1() {
    let svg = |view: &str, inside: &str| {
        format!(r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="{view}">{inside}</svg>"##)
    };
    let stripes: String =
        (0..24).map(|at| format!(r##"<rect x="{}" y="0" width="2.3" height="97" fill="#000"/>"##, at * 4)).collect();
    let logos = [
        svg("0 0 97 97", &stripes),
        svg("0 0 301 90", r##"<path d="M0 0h301v90h-301z M20 20h40v50h-40z" fill="#c00" fill-rule="evenodd"/>"##),
        svg(
            "0 0 40 40",
            r##"<defs><linearGradient id="g"><stop offset="0" stop-color="#fff"/><stop offset="1" stop-color="#024"/></linearGradient></defs><rect width="40" height="40" fill="url(#g)"/>"##,
        ),
        svg(
            "0 0 50 61",
            r##"<path d="M5 5L45 56M45 5L5 56" stroke="#070" stroke-width="3.3"/><circle cx="25" cy="30" r="18" fill="#ff0" fill-opacity="0.5"/>"##,
        ),
    ];
    for logo in logos {
        let page = laid_out(&with_logo(&logo), ISSUED, SEALER);
        assert_eq!(found(&page, &page.picture().unwrap()), PictureMatch::PageOne, "{logo}");
        // And it hides nothing beside it.
        let other = laid_out(&specimen::award().unwrap(), ISSUED, SEALER);
        assert_eq!(found(&page, &other.picture().unwrap()), PictureMatch::SomethingElse, "{logo}");
    }
}

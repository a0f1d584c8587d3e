//! The picture drawn by strips is the one drawn at once.
#![allow(clippy::unwrap_used)]

use std::sync::Arc;

use signet_record::{Award, AwardFields, Language, Line, specimen};

use super::*;
use crate::{DocumentInput, Renderer};

fn sheet(award: &Award, test: bool) -> DocumentInput<'_> {
    DocumentInput {
        award,
        issued: "2026-06-30T22:30:00Z".parse().unwrap(),
        sealed_by: award.institution().legal_name.text(Language::Cs).to_owned(),
        time_stamped: true,
        test,
        link: "https://mikrocertifikaty.example/s/Zk3vQ0x1lI0O9sT2uWbX7A",
        record: None,
    }
}

fn named(family_name: &str) -> Award {
    let fields = specimen::fields().unwrap();
    let mut holder: signet_record::HolderFields = fields.holder.clone().into();
    holder.family_name = Some(Line::new(family_name).unwrap());
    let holder = signet_record::Holder::new(holder).unwrap();
    Award::new(AwardFields { holder, ..fields }, specimen::TODAY).unwrap()
}

fn rendered(page: &Page) -> Vec<u8> {
    let pixel_per_pt = (f64::from(PICTURE_SIZE.0) / page.frame.width().to_pt()).into();
    typst_render::render(page, &RenderOptions { pixel_per_pt, render_bleed: false }).take()
}

fn awards() -> [(Award, bool); 4] {
    let long = named("Konstantinopolská-Nejneobhospodařovávatelnějšíová z Červeného Újezdu Horního i Dolního");
    [
        (specimen::award().unwrap(), false),
        (specimen::award().unwrap(), true),
        (specimen::rich::award().unwrap(), false),
        (long, true),
    ]
}

#[test]
fn joined_strips_are_the_picture_encoded_whole() {
    let renderer = Renderer::new();
    for (award, test) in awards() {
        let laid_out = renderer.lay_out(&sheet(&award, test)).unwrap();
        let whole = jpeg::whole(&rendered(laid_out.first_page().unwrap()), WIDTH);
        assert!(laid_out.picture().unwrap() == whole, "test: {test}");
    }
}

/// Each strip is drawn alone, so that a part which reaches farther than it was measured would be missed.
#[test]
fn a_strip_drawn_alone_is_the_strip_of_the_whole_page() {
    let renderer = Renderer::new();
    for (award, test) in awards() {
        let laid_out = renderer.lay_out(&sheet(&award, test)).unwrap();
        let page = laid_out.first_page().unwrap();
        let whole = rendered(page);
        let pixels_per_point = f64::from(PICTURE_SIZE.0) / page.frame.width().to_pt();
        let parts = Raster { pixels_per_point, pixels: jpeg::STRIP_HEIGHT, strips: STRIPS }.parts(page);
        for strip in 0..STRIPS {
            let alone = draw(page, &parts, &[strip], pixels_per_point).unwrap();
            assert!(rows(&alone, strip) == rows(&whole, strip), "strip {strip}, test: {test}");
        }
    }
}

#[test]
fn what_sheets_share_is_drawn_once_and_what_differs_anew() {
    let renderer = Renderer::new();
    let made = || renderer.strips().inner.lock().unwrap().made.len();
    let picture = |name: &str| renderer.picture(&sheet(&named(name), false)).unwrap();
    let first = picture("Příkladná");
    let after_one = made();
    assert!(after_one > STRIPS / 2);
    let second = picture("Ukázková");
    assert_ne!(first, second);
    let new = made() - after_one;
    assert!((1..=8).contains(&new), "a name is a few strips, not {new}");
    assert_eq!(picture("Příkladná"), first);
    assert_eq!(made(), after_one + new);
    assert_eq!(Renderer::new().picture(&sheet(&named("Ukázková"), false)).unwrap(), second);
}

#[test]
fn strips_that_no_picture_uses_are_forgotten() {
    let cache = StripCache::default();
    cache.known(&[]);
    drop(cache.keep(1, vec![1]));
    drop(cache.keep(2, vec![2]));
    for _ in 0..REMEMBERED_PICTURES {
        assert_eq!(cache.known(&[1]), [Some(Arc::from([1]))]);
    }
    assert_eq!(cache.known(&[2]), [None]);
}

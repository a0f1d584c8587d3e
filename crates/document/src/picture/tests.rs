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

/// Strips without the edges of the page, and columns, are drawn alone, so that a part which reaches farther than it was measured would be
/// missed.
#[test]
fn tiles_drawn_alone_are_those_of_the_whole_page() {
    let renderer = Renderer::new();
    let strips = (0..STRIPS).map(|strip| (1..COLUMNS - 1).map(|column| (strip, column)).collect());
    let columns = (0..COLUMNS).map(|column| (0..STRIPS).map(|strip| (strip, column)).collect());
    let groups: Vec<Vec<(usize, usize)>> = strips.chain(columns).collect();
    for (award, test) in awards() {
        let laid_out = renderer.lay_out(&sheet(&award, test)).unwrap();
        let page = laid_out.first_page().unwrap();
        let whole = rendered(page);
        let raster = raster(page);
        let parts = raster.parts(page);
        for group in &groups {
            let alone = draw(page, &parts, group, raster.pixels_per_point).unwrap();
            for &(strip, column) in group {
                let tile = |pixels: &[u8]| tiles::cut(pixels, WIDTH, strip, column);
                assert!(tile(&alone) == tile(&whole), "strip {strip}, column {column}, test: {test}");
            }
        }
    }
}

#[test]
fn what_sheets_share_is_drawn_once_and_what_differs_anew() {
    let renderer = Renderer::new();
    let made = || renderer.strips().scans.lock().unwrap().count();
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

/// The frame at the sides of a name is taken from the sheet before: nothing but text is drawn.
#[test]
fn a_name_does_not_bring_the_frame_with_it() {
    let renderer = Renderer::new();
    let keys = |name: &str| {
        let award = named(name);
        let laid_out = renderer.lay_out(&sheet(&award, false)).unwrap();
        let page = laid_out.first_page().unwrap();
        let raster = raster(page);
        TileKeys::of(&raster.parts(page), hash128(&page.fill), raster.count)
    };
    let (one, other) = (keys("Příkladná"), keys("Ukázková"));
    let differ = |column: usize| (0..STRIPS).any(|strip| one.tile(strip, column) != other.tile(strip, column));
    assert!(!differ(0) && !differ(COLUMNS - 1) && differ(COLUMNS / 2));
}

#[test]
fn what_no_picture_uses_is_forgotten() {
    let mut memory = Memory::of(3);
    memory.known(&[]);
    drop(memory.keep(1, vec![1]));
    drop(memory.keep(2, vec![2]));
    for _ in 0..3 {
        assert_eq!(memory.known(&[1]), [Some(Arc::from([1]))]);
    }
    assert_eq!(memory.known(&[2]), [None]);
}

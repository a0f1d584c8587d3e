//! The picture of page 1: drawn and encoded by strips, each of which is made once for all sheets that share it.
//!
//! Most of a certificate is the same for everybody who completes a unit: frame, rosette, titles, legal basis. The picture is a row of strips
//! as high as one block of the JPEG, each encoded for itself (restart intervals, ITU-T T.81, B.2.4.4 and E.1.4). A strip is known by the
//! marks of all that is drawn in it; one that was made for an earlier sheet is taken from there. The bytes are the same either way.

mod drawing;
mod jpeg;

use std::collections::HashMap;
use std::ops::Range;
use std::sync::{Arc, Mutex, PoisonError};

use typst::utils::hash128;
use typst_layout::Page;
use typst_render::RenderOptions;

use self::drawing::{Part, Raster};
use crate::input::DocumentError;

/// Width and height of the picture in pixels: A4 at 96 to the inch, as the EDC viewer shows it.
pub const PICTURE_SIZE: (u32, u32) = (794, 1123);

/// The picture's width and height as the encoder counts them.
const WIDTH: usize = PICTURE_SIZE.0 as usize;
const HEIGHT: usize = PICTURE_SIZE.1 as usize;
const STRIPS: usize = HEIGHT.div_ceil(jpeg::STRIP_HEIGHT);

/// Pictures after which a strip that none of them used is forgotten. A strip is about a kilobyte.
const REMEMBERED_PICTURES: u64 = 64;

/// The strips made lately. Shared by all threads that draw with one renderer.
#[derive(Default)]
pub(crate) struct StripCache {
    inner: Mutex<Strips>,
}

#[derive(Default)]
struct Strips {
    pictures: u64,
    made: HashMap<u128, Strip>,
}

struct Strip {
    scan: Arc<[u8]>,
    /// Number of the picture that used it last.
    used: u64,
}

impl StripCache {
    /// Page 1 as a JPEG of [`PICTURE_SIZE`].
    pub fn picture(&self, page: &Page) -> Result<Vec<u8>, DocumentError> {
        let pixels_per_point = f64::from(PICTURE_SIZE.0) / page.frame.width().to_pt();
        let raster = Raster { pixels_per_point, pixels: jpeg::STRIP_HEIGHT, strips: STRIPS };
        let parts = raster.parts(page);
        let keys = keys(&parts);
        let mut strips = self.known(&keys);
        let missing: Vec<usize> = (0..STRIPS).filter(|&at| strips.get(at).is_none_or(Option::is_none)).collect();
        if !missing.is_empty() {
            let pixels = draw(page, &parts, &missing, pixels_per_point)?;
            for at in missing {
                let scan = jpeg::scan(rows(&pixels, at), WIDTH)?;
                if let (Some(place), Some(key)) = (strips.get_mut(at), keys.get(at)) {
                    *place = Some(self.keep(*key, scan));
                }
            }
        }
        let scans: Vec<&[u8]> = strips.iter().flatten().map(AsRef::as_ref).collect();
        jpeg::join(&scans, WIDTH, HEIGHT)
    }

    /// What is known of a picture's strips, in their order. Forgets what no picture has used for long.
    fn known(&self, keys: &[u128]) -> Vec<Option<Arc<[u8]>>> {
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        inner.pictures += 1;
        let now = inner.pictures;
        inner.made.retain(|_, strip| strip.used + REMEMBERED_PICTURES > now);
        let mut take = |key| {
            let strip = inner.made.get_mut(key)?;
            strip.used = now;
            Some(Arc::clone(&strip.scan))
        };
        keys.iter().map(&mut take).collect()
    }

    fn keep(&self, key: u128, scan: Vec<u8>) -> Arc<[u8]> {
        let scan: Arc<[u8]> = scan.into();
        let mut inner = self.inner.lock().unwrap_or_else(PoisonError::into_inner);
        let used = inner.pictures;
        inner.made.insert(key, Strip { scan: Arc::clone(&scan), used });
        scan
    }
}

/// The key of each strip: its place, and the marks of all parts that touch it, in the order they are drawn.
fn keys(parts: &[Part]) -> Vec<u128> {
    let mut marks: Vec<Vec<u128>> = vec![Vec::new(); STRIPS];
    for part in parts {
        for touched in marks.get_mut(part.strips.clone()).unwrap_or_default() {
            touched.push(part.mark);
        }
    }
    marks.iter().enumerate().map(|strip| hash128(&strip)).collect()
}

/// The page with all that touches the missing strips, four bytes a pixel. What it shows outside of them means nothing.
fn draw(page: &Page, parts: &[Part], missing: &[usize], pixels_per_point: f64) -> Result<Vec<u8>, DocumentError> {
    let mut parts = parts.iter();
    let needed = |strips: &Range<usize>| missing.iter().any(|at| strips.contains(at));
    let page = drawing::only(page, || parts.next().is_some_and(|part| needed(&part.strips)));
    let options = RenderOptions { pixel_per_pt: pixels_per_point.into(), render_bleed: false };
    let picture = typst_render::render(&page, &options);
    if (picture.width(), picture.height()) != PICTURE_SIZE {
        return Err(DocumentError::Picture);
    }
    Ok(picture.take())
}

/// The pixels of one strip; the last one is lower than the others.
fn rows(pixels: &[u8], strip: usize) -> &[u8] {
    let size = jpeg::STRIP_HEIGHT * WIDTH * 4;
    let start = (strip * size).min(pixels.len());
    pixels.get(start..(start + size).min(pixels.len())).unwrap_or_default()
}

#[cfg(test)]
mod tests;

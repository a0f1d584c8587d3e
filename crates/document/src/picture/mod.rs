//! The picture of page 1: drawn and encoded by strips, each of which is made once for all sheets that share it.
//!
//! Most of a certificate is the same for everybody who completes a unit: frame, rosette, titles, legal basis. The picture is a row of strips
//! as high as one block of the JPEG, each encoded for itself (restart intervals, ITU-T T.81, B.2.4.4 and E.1.4). A strip is known by the
//! marks of all that is drawn in it; one that was made for an earlier sheet is taken from there. What is drawn anew is drawn by tiles of a
//! strip, so that a name does not bring the frame at its sides with it. The bytes are the same either way.

mod drawing;
mod jpeg;
mod tiles;

use std::sync::{Arc, Mutex, OnceLock, PoisonError};

use typst::utils::hash128;
use typst_layout::Page;
use typst_render::RenderOptions;

use self::drawing::{Part, Raster};
use self::tiles::{Memory, TILE_WIDTH, TileKeys};
use crate::error::DocumentError;

/// Width and height of the picture in pixels: A4 at 96 to the inch, as the EDC viewer shows it.
pub const PICTURE_SIZE: (u32, u32) = (794, 1123);

/// The picture's width and height as the encoder counts them.
const WIDTH: usize = PICTURE_SIZE.0 as usize;
const HEIGHT: usize = PICTURE_SIZE.1 as usize;
const STRIPS: usize = HEIGHT.div_ceil(jpeg::STRIP_HEIGHT);
const COLUMNS: usize = WIDTH.div_ceil(TILE_WIDTH);

/// Pictures after which a strip that none of them used is forgotten. A strip is about a kilobyte.
const STRIPS_REMEMBERED: u64 = 64;
/// The same for tiles, of four kilobytes each: a sheet leaves some sixty of its own.
const TILES_REMEMBERED: u64 = 8;

/// The strips made lately. Shared by all threads that draw with one renderer.
pub(crate) struct StripCache {
    /// What every picture begins with, once one was made.
    head: OnceLock<Vec<u8>>,
    scans: Mutex<Memory>,
    tiles: Mutex<Memory>,
}

impl Default for StripCache {
    fn default() -> StripCache {
        let memory = |pictures| Mutex::new(Memory::of(pictures));
        StripCache { head: OnceLock::new(), scans: memory(STRIPS_REMEMBERED), tiles: memory(TILES_REMEMBERED) }
    }
}

impl StripCache {
    /// Page 1 as a JPEG of [`PICTURE_SIZE`].
    pub fn picture(&self, page: &Page) -> Result<Vec<u8>, DocumentError> {
        let raster = raster(page);
        let parts = raster.parts(page);
        let tile_keys = TileKeys::of(&parts, hash128(&page.fill), raster.count);
        let keys: Vec<u128> = tile_keys.strips().enumerate().map(|strip| hash128(&strip)).collect();
        let mut strips = known(&self.scans, &keys);
        let missing: Vec<usize> = (0..STRIPS).filter(|&at| strips.get(at).is_none_or(Option::is_none)).collect();
        if !missing.is_empty() {
            let pixels = self.pixels(page, raster, &parts, &tile_keys, &missing)?;
            for (at, pixels) in missing.into_iter().zip(&pixels) {
                let scan = jpeg::scan(pixels, WIDTH)?;
                if let (Some(place), Some(key)) = (strips.get_mut(at), keys.get(at)) {
                    *place = Some(keep(&self.scans, *key, scan));
                }
            }
        }
        let scans: Vec<&[u8]> = strips.iter().flatten().map(AsRef::as_ref).collect();
        let head = match self.head.get() {
            Some(head) => head,
            None => {
                let made = jpeg::head(WIDTH, HEIGHT)?;
                self.head.get_or_init(|| made)
            }
        };
        Ok(jpeg::join(head, &scans))
    }

    /// The pixels of the missing strips, in their order: from tiles that are known, and from one drawing of all that are not.
    fn pixels(
        &self,
        page: &Page,
        raster: Raster,
        parts: &[Part],
        keys: &TileKeys,
        missing: &[usize],
    ) -> Result<Vec<Vec<u8>>, DocumentError> {
        let places: Vec<(usize, usize)> =
            missing.iter().flat_map(|&strip| (0..COLUMNS).map(move |column| (strip, column))).collect();
        let wanted: Vec<u128> = places.iter().filter_map(|&(strip, column)| keys.tile(strip, column)).collect();
        let mut tiles = known(&self.tiles, &wanted);
        let unknown: Vec<(usize, usize)> =
            places.iter().zip(&tiles).filter(|(_, tile)| tile.is_none()).map(|(place, _)| *place).collect();
        if !unknown.is_empty() {
            let drawn = draw(page, parts, &unknown, raster.pixels_per_point)?;
            for ((tile, key), &(strip, column)) in tiles.iter_mut().zip(&wanted).zip(&places) {
                if tile.is_none() {
                    *tile = Some(keep(&self.tiles, *key, tiles::cut(&drawn, WIDTH, strip, column)));
                }
            }
        }
        let tiles: Vec<Arc<[u8]>> = tiles.into_iter().flatten().collect();
        Ok(tiles.chunks(COLUMNS).map(|row| tiles::beside_each_other(row, WIDTH)).collect())
    }
}

/// What is known of these, in their order. Counts as one picture, and forgets what no picture has used for long.
fn known(memory: &Mutex<Memory>, keys: &[u128]) -> Vec<Option<Arc<[u8]>>> {
    memory.lock().unwrap_or_else(PoisonError::into_inner).known(keys)
}

fn keep(memory: &Mutex<Memory>, key: u128, made: Vec<u8>) -> Arc<[u8]> {
    memory.lock().unwrap_or_else(PoisonError::into_inner).keep(key, made)
}

fn raster(page: &Page) -> Raster {
    Raster {
        pixels_per_point: f64::from(PICTURE_SIZE.0) / page.frame.width().to_pt(),
        tile: (TILE_WIDTH, jpeg::STRIP_HEIGHT),
        count: (COLUMNS, STRIPS),
    }
}

/// The page with all that touches these tiles, four bytes a pixel. What it shows outside of them means nothing.
fn draw(
    page: &Page,
    parts: &[Part],
    tiles: &[(usize, usize)],
    pixels_per_point: f64,
) -> Result<Vec<u8>, DocumentError> {
    let needed =
        |part: &Part| part.areas.iter().any(|area| tiles.iter().any(|&(strip, column)| area.contains(strip, column)));
    let mut parts = parts.iter();
    let page = drawing::only(page, || parts.next().is_some_and(needed));
    let options = RenderOptions { pixel_per_pt: pixels_per_point.into(), render_bleed: false };
    let picture = typst_render::render(&page, &options);
    if (picture.width(), picture.height()) != PICTURE_SIZE {
        return Err(DocumentError::Picture);
    }
    Ok(picture.take())
}

#[cfg(test)]
mod tests;

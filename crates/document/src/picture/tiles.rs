//! Tiles: what a strip of the picture is drawn by, and the memory for what was drawn lately.

use std::collections::HashMap;
use std::sync::Arc;

use typst::utils::hash128;

use super::drawing::Part;
use super::jpeg::STRIP_HEIGHT;

/// Pixels of a tile: the frame at the edge of the page lies within one, the text begins in the next.
pub(crate) const TILE_WIDTH: usize = 64;

/// Bytes of a pixel as it is drawn: red, green, blue and how opaque it is.
const PIXEL: usize = 4;

/// The key of each tile: its place, and the marks of all parts that touch it, in the order they are drawn. Tiles of one size that nothing
/// touches have one key.
pub(crate) struct TileKeys {
    keys: Vec<u128>,
    columns: usize,
}

impl TileKeys {
    /// `ground` stands for the empty page; `count` is the number of tiles of a strip, and of strips.
    pub fn of(parts: &[Part], ground: u128, count: (usize, usize)) -> TileKeys {
        let (columns, strips) = count;
        let empty = |place: usize| hash128(&(ground, place % columns + 1 == columns, place / columns + 1 == strips));
        let mut keys: Vec<u128> = (0..columns * strips).map(empty).collect();
        for part in parts {
            for area in &part.areas {
                let row = |strip: usize| area.columns.clone().map(move |column| strip * columns + column);
                for place in area.strips.clone().flat_map(row) {
                    if let Some(key) = keys.get_mut(place) {
                        *key = hash128(&(*key, place, part.mark));
                    }
                }
            }
        }
        TileKeys { keys, columns }
    }

    /// The key of one tile of the page.
    pub fn tile(&self, strip: usize, column: usize) -> Option<u128> {
        self.keys.get(strip * self.columns + column).copied()
    }

    /// The keys of each strip's tiles, from the top.
    pub fn strips(&self) -> impl Iterator<Item = &[u128]> {
        self.keys.chunks(self.columns)
    }
}

/// A tile of the picture. The one at an edge is smaller than the others.
pub(crate) fn cut(pixels: &[u8], width: usize, strip: usize, column: usize) -> Vec<u8> {
    let left = column * TILE_WIDTH;
    let range = left * PIXEL..(left + TILE_WIDTH).min(width) * PIXEL;
    let mut tile = Vec::with_capacity(range.len() * STRIP_HEIGHT);
    for row in pixels.chunks_exact(width * PIXEL).skip(strip * STRIP_HEIGHT).take(STRIP_HEIGHT) {
        if let Some(pixels) = row.get(range.clone()) {
            tile.extend_from_slice(pixels);
        }
    }
    tile
}

/// The strip that all its tiles make.
pub(crate) fn beside_each_other(tiles: &[Arc<[u8]>], width: usize) -> Vec<u8> {
    let pixels = |column: usize| TILE_WIDTH.min(width - column * TILE_WIDTH);
    let mut rows: Vec<_> =
        tiles.iter().enumerate().map(|(column, tile)| tile.chunks_exact(pixels(column) * PIXEL)).collect();
    let mut strip = Vec::with_capacity(tiles.iter().map(|tile| tile.len()).sum());
    while rows.iter().any(|rows| rows.len() > 0) {
        for pixels in rows.iter_mut().filter_map(Iterator::next) {
            strip.extend_from_slice(pixels);
        }
    }
    strip
}

/// What was made for pictures lately, by key.
pub(crate) struct Memory {
    /// Pictures after which what none of them used is forgotten.
    remembered: u64,
    pictures: u64,
    made: HashMap<u128, Made>,
}

struct Made {
    bytes: Arc<[u8]>,
    /// Number of the picture that used it last.
    used: u64,
}

impl Memory {
    pub fn of(remembered: u64) -> Memory {
        Memory { remembered, pictures: 0, made: HashMap::new() }
    }

    /// What is known of these, in their order. Counts as one picture.
    pub fn known(&mut self, keys: &[u128]) -> Vec<Option<Arc<[u8]>>> {
        self.pictures += 1;
        let (now, remembered) = (self.pictures, self.remembered);
        self.made.retain(|_, made| made.used + remembered > now);
        let mut take = |key| {
            let made = self.made.get_mut(key)?;
            made.used = now;
            Some(Arc::clone(&made.bytes))
        };
        keys.iter().map(&mut take).collect()
    }

    pub fn keep(&mut self, key: u128, made: Vec<u8>) -> Arc<[u8]> {
        let bytes: Arc<[u8]> = made.into();
        self.made.insert(key, Made { bytes: Arc::clone(&bytes), used: self.pictures });
        bytes
    }

    #[cfg(test)]
    pub fn count(&self) -> usize {
        self.made.len()
    }
}

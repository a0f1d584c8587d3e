//! Whether two pictures show the same.
//!
//! Two renderers smooth an edge differently, and JPEG ripples beside it: a point here is lighter, its neighbour darker. What a quarter
//! of a point explains is no difference (in figures, a whole one); over the sum of a few points ripples go away; and what was drawn in one
//! picture and not in the other stays: the stroke that makes an 8 of a 3, a dot over an i.

use super::raster::Raster;

/// How large a square is summed, and how far its points may differ on average.
#[derive(Clone, Copy)]
struct Tolerance {
    side: usize,
    mean: i32,
}

/// Brightness: three points are twice the width of a letter's stroke at 96 to the inch.
const BRIGHTNESS: Tolerance = Tolerance { side: 3, mean: 36 };
/// Colour, which JPEG keeps at half the resolution and less finely: for letters that have the brightness of their ground.
const COLOUR: Tolerance = Tolerance { side: 8, mean: 24 };

/// Whether both pictures, of one size, show the same; `figures` says of each point whether a figure of the page is there.
pub(super) fn same(drawn: &Raster, figures: &[bool], picture: &Raster) -> bool {
    (drawn.width, drawn.height) == (picture.width, picture.height)
        && [BRIGHTNESS, COLOUR, COLOUR]
            .into_iter()
            .enumerate()
            .all(|(plane, tolerance)| worst(drawn, figures, picture, plane, tolerance.side) <= tolerance.mean)
}

/// The largest mean difference over any square of that side, in one of the three planes.
fn worst(drawn: &Raster, figures: &[bool], picture: &Raster, plane: usize, side: usize) -> i32 {
    let mut squares = Squares { side, columns: vec![0; drawn.width], rows: Vec::new(), next: 0, worst: 0 };
    let mut differences = vec![0; drawn.width];
    let mut around = Around::new(drawn.points.chunks_exact(drawn.width * 3).map(|row| values(row, plane)));
    let rows = picture.points.chunks_exact(picture.width * 3).zip(figures.chunks_exact(drawn.width));
    for (row, figures) in rows {
        around.differences(&values(row, plane), figures, &mut differences);
        squares.add(&differences);
    }
    squares.worst / i32::try_from(side * side).unwrap_or(i32::MAX)
}

/// One plane of a row.
fn values(row: &[u8], plane: usize) -> Vec<i32> {
    row.iter().skip(plane).step_by(3).map(|value| i32::from(*value)).collect()
}

/// A row of the drawn page with the rows beside it.
struct Around<R> {
    rows: R,
    before: Vec<i32>,
    here: Vec<i32>,
    after: Vec<i32>,
}

impl<R: Iterator<Item = Vec<i32>>> Around<R> {
    fn new(mut rows: R) -> Self {
        let after: Vec<i32> = rows.next().into_iter().flatten().collect();
        Around { rows, before: Vec::new(), here: after.clone(), after }
    }

    /// How far a row of the picture is from whatever the drawn page would be if it lay a little aside.
    fn differences(&mut self, picture: &[i32], figures: &[bool], differences: &mut [i32]) {
        self.before = std::mem::take(&mut self.here);
        self.here = std::mem::take(&mut self.after);
        self.after = self.rows.next().unwrap_or_else(|| self.here.clone());
        if self.before.len() != self.here.len() {
            self.before = self.here.clone();
        }
        let columns: Vec<(i32, i32)> = self
            .before
            .iter()
            .zip(&self.here)
            .zip(&self.after)
            .map(|((a, b), c)| (*a.min(b).min(c), *a.max(b).max(c)))
            .collect();
        let at = |x: usize| columns.get(x).copied();
        let points = picture.iter().zip(&self.here).zip(figures).zip(differences);
        for (x, (((value, here), figure), difference)) in points.enumerate() {
            let here = *here;
            let beside = [x.checked_sub(1).and_then(at), at(x), at(x + 1)].into_iter().flatten();
            let (least, most) =
                beside.fold((here, here), |(least, most), (low, high)| (least.min(low), most.max(high)));
            let aside = if *figure { 4 } else { 1 };
            let (least, most) = (here + (least - here) * aside / 4, here + (most - here) * aside / 4);
            *difference = (value - most).max(0) + (value - least).min(0);
        }
    }
}

/// Sums over all squares of a side, row by row.
struct Squares {
    side: usize,
    columns: Vec<i32>,
    rows: Vec<Vec<i32>>,
    next: usize,
    worst: i32,
}

impl Squares {
    fn add(&mut self, differences: &[i32]) {
        self.columns.iter_mut().zip(differences).for_each(|(sum, difference)| *sum += difference);
        if self.rows.len() < self.side {
            self.rows.push(differences.to_vec());
        } else if let Some(oldest) = self.rows.get_mut(self.next) {
            self.columns.iter_mut().zip(oldest.iter()).for_each(|(sum, difference)| *sum -= difference);
            oldest.copy_from_slice(differences);
            self.next = (self.next + 1) % self.side;
        }
        let mut square = 0;
        for (at, sum) in self.columns.iter().enumerate() {
            square += sum;
            if let Some(left) = at.checked_sub(self.side).and_then(|left| self.columns.get(left)) {
                square -= left;
            }
            self.worst = self.worst.max(square.abs());
        }
    }
}

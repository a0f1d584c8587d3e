//! What a page draws, by the tiles of the picture that each part of it touches.

use std::ops::Range;

use typst::layout::{Abs, Frame, FrameItem, GroupItem, Point, Rect, Transform};
use typst::utils::hash128;
use typst::visualize::{FixedStroke, Geometry, Shape};
use typst_layout::Page;

/// Pixels by which edges may be smoothed and rounded beyond the outline: one each way, and one for the narrower floats of the renderer.
const SLACK: f64 = 2.0;

/// One item that is drawn: text, a shape, an image or a group with an outline that cuts it.
pub(crate) struct Part {
    /// What it may touch: one area, or the four sides of a frame.
    pub areas: Vec<Area>,
    /// Hash of the item and of all that places it. Two parts with one mark are drawn alike, pixel by pixel.
    pub mark: u128,
}

/// Some tiles beside each other, in some strips below each other.
#[derive(Clone, Debug, PartialEq, Eq)]
pub(crate) struct Area {
    pub strips: Range<usize>,
    pub columns: Range<usize>,
}

impl Area {
    /// Whether the tile of a strip and a column is in it.
    pub fn contains(&self, strip: usize, column: usize) -> bool {
        self.strips.contains(&strip) && self.columns.contains(&column)
    }
}

/// A page measured in strips from the top, each cut into tiles from the left.
#[derive(Clone, Copy)]
pub(crate) struct Raster {
    pub pixels_per_point: f64,
    /// Width and height of a tile in pixels.
    pub tile: (usize, usize),
    /// Tiles of a strip, and strips of the page.
    pub count: (usize, usize),
}

impl Raster {
    /// Every part of a page, in the order in which they are drawn.
    pub fn parts(self, page: &Page) -> Vec<Part> {
        let mut parts = Vec::new();
        let ground = hash128(&(page.frame.size(), &page.fill));
        self.collect(&page.frame, Transform::identity(), ground, &mut parts);
        parts
    }

    fn collect(self, frame: &Frame, placed: Transform, place: u128, parts: &mut Vec<Part>) {
        let place = hash128(&(place, frame.size(), frame.kind()));
        for (at, item) in frame.items() {
            if !is_drawn(item) {
                continue;
            }
            let here = placed.pre_concat(Transform::translate(at.x, at.y));
            match item {
                FrameItem::Group(group) if group.clip.is_none() => {
                    let place = hash128(&(place, at, &group.transform));
                    self.collect(&group.frame, here.pre_concat(group.transform), place, parts);
                }
                _ => parts.push(Part { areas: self.touched(item, here), mark: hash128(&(place, at, item)) }),
            }
        }
    }

    /// The areas that an item may touch; the whole page when its outline cannot be told.
    fn touched(self, item: &FrameItem, placed: Transform) -> Vec<Area> {
        let Some(outline) = outline(item) else { return vec![self.whole()] };
        if !outline.min.y.to_pt().is_finite() {
            // Text of spaces alone: no glyph has an outline.
            return Vec::new();
        }
        match item {
            FrameItem::Shape(shape, _) if shape.fill.is_none() && matches!(shape.geometry, Geometry::Rect(_)) => {
                sides(shape, outline).into_iter().map(|side| self.area(side, placed)).collect()
            }
            _ => vec![self.area(outline, placed)],
        }
    }

    fn area(self, outline: Rect, placed: Transform) -> Area {
        let corners = [
            outline.min,
            outline.max,
            Point::new(outline.min.x, outline.max.y),
            Point::new(outline.max.x, outline.min.y),
        ]
        .map(|corner| corner.transform(placed));
        let columns = self.span(corners.map(|corner| corner.x), self.tile.0, self.count.0);
        let strips = self.span(corners.map(|corner| corner.y), self.tile.1, self.count.1);
        match (columns, strips) {
            (Some(columns), Some(strips)) => Area { strips, columns },
            _ => self.whole(),
        }
    }

    fn whole(self) -> Area {
        Area { strips: 0..self.count.1, columns: 0..self.count.0 }
    }

    /// The tiles of `pixels` width or height that lie between the least and the greatest of these places. Float casts of Rust end at the
    /// bounds of the type.
    fn span(self, places: [Abs; 4], pixels: usize, count: usize) -> Option<Range<usize>> {
        let places = places.map(|place| place.to_pt() * self.pixels_per_point);
        let least = places.into_iter().fold(f64::INFINITY, f64::min) - SLACK;
        let greatest = places.into_iter().fold(f64::NEG_INFINITY, f64::max) + SLACK;
        let tile = |place: f64| ((place.max(0.0) as usize) / pixels).min(count);
        (least.is_finite() && greatest.is_finite()).then(|| tile(least)..(tile(greatest) + 1).min(count))
    }
}

/// The page with only some of its parts, told by `keep` in the order of [`Raster::parts`]. Those stay in their groups, so that they are
/// drawn with the same arithmetic as on the whole page.
pub(crate) fn only(page: &Page, mut keep: impl FnMut() -> bool) -> Page {
    Page { frame: pruned(&page.frame, &mut keep), ..page.clone() }
}

fn pruned(frame: &Frame, keep: &mut impl FnMut() -> bool) -> Frame {
    let mut kept = Frame::new(frame.size(), frame.kind());
    let mut items = Vec::new();
    for (at, item) in frame.items().filter(|(_, item)| is_drawn(item)) {
        match item {
            FrameItem::Group(group) if group.clip.is_none() => {
                let frame = pruned(&group.frame, keep);
                if !frame.is_empty() {
                    items.push((*at, FrameItem::Group(GroupItem { frame, ..group.clone() })));
                }
            }
            _ if keep() => items.push((*at, item.clone())),
            _ => {}
        }
    }
    kept.push_multiple(items);
    kept
}

/// Links and marks of elements leave no trace on the page.
fn is_drawn(item: &FrameItem) -> bool {
    !matches!(item, FrameItem::Link(..) | FrameItem::Tag(..))
}

/// What an item covers at most, seen from its own place.
fn outline(item: &FrameItem) -> Option<Rect> {
    match item {
        FrameItem::Text(text) => Some(text.bbox()),
        FrameItem::Shape(shape, _) => Some(outline_of_shape(shape)),
        FrameItem::Image(_, size, _) => Some(Rect::from_pos_size(Point::zero(), *size)),
        FrameItem::Group(_) | FrameItem::Link(..) | FrameItem::Tag(..) => None,
    }
}

/// The shape without its line, widened by the line and the points of its corners.
fn outline_of_shape(shape: &Shape) -> Rect {
    let bare = match &shape.geometry {
        Geometry::Curve(curve) => curve.bbox(None),
        geometry => geometry.bbox(None),
    };
    let reach = reach(shape);
    Rect::new(bare.min - Point::splat(reach), bare.max + Point::splat(reach))
}

/// How far the line of a shape reaches beyond its geometry.
fn reach(shape: &Shape) -> Abs {
    let of_line = |stroke: &FixedStroke| {
        // A square cap reaches half the width times √2, the point of a corner half the width times the limit.
        stroke.thickness * (stroke.miter_limit.get().max(2.0) / 2.0)
    };
    shape.stroke.as_ref().map_or(Abs::zero(), of_line)
}

/// The four sides of a rectangle of which only the line is drawn; `outline` is its outline. A corner is on two of them.
fn sides(shape: &Shape, outline: Rect) -> [Rect; 4] {
    let (min, max) = (outline.min, outline.max);
    let width = 2.0 * reach(shape);
    [
        Rect::new(min, Point::new(max.x, min.y + width)),
        Rect::new(Point::new(min.x, max.y - width), max),
        Rect::new(min, Point::new(min.x + width, max.y)),
        Rect::new(Point::new(max.x - width, min.y), max),
    ]
}

//! What a page draws, by the strips of the picture that each part of it touches.

use std::ops::Range;

use typst::layout::{Frame, FrameItem, GroupItem, Point, Rect, Transform};
use typst::utils::hash128;
use typst::visualize::{FixedStroke, Geometry, Shape};
use typst_layout::Page;

/// Pixels by which edges may be smoothed and rounded beyond the outline: one each way, and one for the narrower floats of the renderer.
const SLACK: f64 = 2.0;

/// One item that is drawn: text, a shape, an image or a group with an outline that cuts it.
pub(crate) struct Part {
    /// The strips it may touch.
    pub strips: Range<usize>,
    /// Hash of the item and of all that places it. Two parts with one mark are drawn alike, pixel by pixel.
    pub mark: u128,
}

/// A page measured in strips of `pixels` height, from the top.
#[derive(Clone, Copy)]
pub(crate) struct Raster {
    pub pixels_per_point: f64,
    pub pixels: usize,
    pub strips: usize,
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
                _ => parts.push(Part { strips: self.touched(item, here), mark: hash128(&(place, at, item)) }),
            }
        }
    }

    /// The strips that an item may touch; all of them when its outline cannot be told.
    fn touched(self, item: &FrameItem, placed: Transform) -> Range<usize> {
        let Some(outline) = outline(item) else { return 0..self.strips };
        if !outline.min.y.to_pt().is_finite() {
            // Text of spaces alone: no glyph has an outline.
            return 0..0;
        }
        let heights = [
            outline.min,
            outline.max,
            Point::new(outline.min.x, outline.max.y),
            Point::new(outline.max.x, outline.min.y),
        ]
        .map(|corner| corner.transform(placed).y.to_pt() * self.pixels_per_point);
        let top = heights.into_iter().fold(f64::INFINITY, f64::min) - SLACK;
        let bottom = heights.into_iter().fold(f64::NEG_INFINITY, f64::max) + SLACK;
        if !(top.is_finite() && bottom.is_finite()) {
            return 0..self.strips;
        }
        self.strip(top)..(self.strip(bottom) + 1).min(self.strips)
    }

    /// The strip at a height in pixels. Float casts of Rust end at the bounds of the type.
    fn strip(self, height: f64) -> usize {
        ((height.max(0.0) as usize) / self.pixels).min(self.strips)
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
    let widened = |stroke: &FixedStroke| {
        // A square cap reaches half the width times √2, the point of a corner half the width times the limit.
        let reach = stroke.thickness * (stroke.miter_limit.get().max(2.0) / 2.0);
        Rect::new(bare.min - Point::splat(reach), bare.max + Point::splat(reach))
    };
    shape.stroke.as_ref().map_or(bare, widened)
}

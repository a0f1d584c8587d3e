//! Where a page has figures: pictures, drawings that are content, such as a logo, and small filled ornaments.
//!
//! Renderers put a picture on the grid of points first, and then its points on those of the page, and they count how much of a point a
//! shape covers more coarsely than of a letter: a figure may lie a point aside, which text never does.

use hayro::{
    hayro_interpret::{BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask, font::Glyph},
    vello_cpu::kurbo::{Affine, BezPath, Rect, Shape},
};

/// Points around a figure that it may be smoothed into.
const RIM: f64 = 2.0;
/// Points of a side of the largest ornament that is one: what frames the page is none.
const ORNAMENT_MAX: f64 = 48.0;

/// Draws nothing, and notes where figures would be drawn.
pub(super) struct Figures {
    width: usize,
    height: usize,
    /// For each marked content that is open (ISO 32000-1, 14.6), whether it is an artifact: ornaments, frames (14.8.2.2).
    artifacts: Vec<bool>,
    pub points: Vec<bool>,
}

impl Figures {
    pub fn of(width: usize, height: usize) -> Self {
        Figures { width, height, artifacts: Vec::new(), points: vec![false; width * height] }
    }

    fn note(&mut self, place: Rect) {
        // A float becomes the nearest whole number in range.
        #[expect(clippy::cast_possible_truncation, clippy::cast_sign_loss, reason = "saturates, as is wanted")]
        let whole = |side: f64, most: usize| (side.max(0.0) as usize).min(most);
        let (left, right) = (whole(place.x0 - RIM, self.width), whole((place.x1 + RIM).ceil(), self.width));
        let (top, bottom) = (whole(place.y0 - RIM, self.height), whole((place.y1 + RIM).ceil(), self.height));
        for row in self.points.chunks_exact_mut(self.width).take(bottom).skip(top) {
            row.iter_mut().take(right).skip(left).for_each(|point| *point = true);
        }
    }
}

impl<'a> Device<'a> for Figures {
    fn draw_path(&mut self, path: &BezPath, transform: Affine, _: &Paint<'a>, mode: &PathDrawMode) {
        let place = transform.transform_rect_bbox(path.bounding_box());
        let is_content = !self.artifacts.is_empty() && !self.artifacts.contains(&true);
        let is_small = place.width() <= ORNAMENT_MAX && place.height() <= ORNAMENT_MAX;
        if is_content || is_small && matches!(mode, PathDrawMode::Fill(_)) {
            self.note(place);
        }
    }

    fn draw_image(&mut self, image: Image<'a, '_>, transform: Affine) {
        let (width, height) = match &image {
            Image::Raster(image) => (image.width(), image.height()),
            Image::Stencil(image) => (image.width(), image.height()),
        };
        self.note(transform.transform_rect_bbox(Rect::new(0.0, 0.0, f64::from(width), f64::from(height))));
    }

    fn draw_glyph(
        &mut self,
        glyph: &Glyph<'a>,
        transform: Affine,
        place: Affine,
        paint: &Paint<'a>,
        _: &GlyphDrawMode,
    ) {
        // The page itself is one (`FirstPage`).
        if let Glyph::Type3(letter) = glyph {
            letter.interpret(self, transform, place, paint);
        }
    }

    fn begin_marked_content(&mut self, tag: &[u8], _: Option<i32>) {
        self.artifacts.push(tag == b"Artifact");
    }

    fn end_marked_content(&mut self) {
        self.artifacts.pop();
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

//! The first page of a PDF, drawn.

use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{
    Arc,
    atomic::{AtomicBool, Ordering},
};

use hayro::{
    RenderCache, RenderSettings,
    hayro_interpret::{Context, InterpreterCache, InterpreterSettings, interpret_page, util::TransformExt},
    hayro_syntax::{Pdf, page::Page},
    render,
    vello_cpu::{
        color::palette::css::WHITE,
        kurbo::{Affine, Rect},
    },
};

use super::{figures::Figures, raster::Raster};

/// What came of drawing a page.
pub(super) enum Drawn {
    /// It was drawn; and for each point, whether a figure of the page is there.
    Page(Raster, Vec<bool>),
    /// It has another shape than was asked for.
    AnotherShape,
}

/// Draws the only page of a file to that many points. Nothing when it has something that is not drawn.
///
/// The file was written anew within limits (`FirstPage`), so that neither its structure nor its amount can hurt. What is drawn still
/// comes from anybody: should the renderer panic over it, that is caught, and the page cannot be told.
pub(super) fn draw(page: Vec<u8>, width: usize, height: usize) -> Option<Drawn> {
    catch_unwind(AssertUnwindSafe(|| drawn(page, width, height))).ok().flatten()
}

#[expect(clippy::cast_precision_loss, reason = "sides of at most some thousand points")]
fn drawn(page: Vec<u8>, width: usize, height: usize) -> Option<Drawn> {
    let pdf = Pdf::new(page).ok()?;
    let page = pdf.pages().first()?;
    let (page_width, page_height) = page.render_dimensions();
    let scale = width as f32 / page_width;
    if !scale.is_finite() {
        return None;
    }
    // Up to the rounding of a point.
    if (page_height * scale - height as f32).abs() > 1.0 {
        return Some(Drawn::AnotherShape);
    }
    let incomplete = Arc::new(AtomicBool::new(false));
    let noted = Arc::clone(&incomplete);
    let settings = InterpreterSettings {
        warning_sink: Arc::new(move |_| noted.store(true, Ordering::Relaxed)),
        ..InterpreterSettings::default()
    };
    let wanted = RenderSettings {
        x_scale: scale,
        y_scale: scale,
        width: Some(u16::try_from(width).ok()?),
        height: Some(u16::try_from(height).ok()?),
        bg_color: WHITE,
    };
    let points = render(page, &RenderCache::new(), &settings, &wanted);
    let figures = figures(page, f64::from(scale), width, height, settings);
    if incomplete.load(Ordering::Relaxed) {
        return None;
    }
    Some(Drawn::Page(Raster::of_rgb(width, height, points.data_as_u8_slice(), 4), figures))
}

/// Where the figures of a page are, at that scale.
#[expect(clippy::cast_precision_loss, reason = "sides of at most some thousand points")]
fn figures(page: &Page<'_>, scale: f64, width: usize, height: usize, settings: InterpreterSettings) -> Vec<bool> {
    let transform = Affine::scale(scale) * page.initial_transform(true).to_kurbo();
    let whole = Rect::new(0.0, 0.0, width as f64, height as f64);
    let cache = InterpreterCache::new();
    let mut context = Context::new(transform, whole, &cache, page.xref(), settings);
    let mut figures = Figures::of(width, height);
    interpret_page(page, &mut context, &mut figures);
    figures.points
}

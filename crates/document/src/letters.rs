//! The letters that the printer of the PDF meets before those of the sheet.

use typst::layout::{Frame, FrameItem};
use typst::visualize::Paint;

/// A square without a size, whose pattern holds the letters of all faces (`layout/letters.typ`). It draws nothing: of what it makes the
/// printer do, the file holds the faces alone.
#[derive(Clone)]
pub(crate) struct Letters(FrameItem);

impl Letters {
    /// The first shape with a pattern.
    pub fn found_in(frame: &Frame) -> Option<Letters> {
        frame.items().find_map(|(_, item)| match item {
            FrameItem::Group(group) => Letters::found_in(&group.frame),
            FrameItem::Shape(shape, _) if matches!(shape.fill, Some(Paint::Tiling(_))) => Some(Letters(item.clone())),
            _ => None,
        })
    }

    pub fn item(&self) -> FrameItem {
        self.0.clone()
    }
}

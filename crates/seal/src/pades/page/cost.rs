//! What it costs at most to draw a page: forms that draw forms make much of little.

use super::{FIRST, Made, PIXELS_MAX};
use crate::pades::PdfReadError;
use crate::pades::pdf::{Dictionary, Object};
use std::collections::{HashMap, HashSet};

/// Bytes of content that may be carried out, forms counted each time they are drawn. A page that Signet prints has some twenty thousand.
const COST_MAX: usize = 1 << 20;
/// What drawing a form costs beside its content: a layer of its own, at worst.
const FORM_COST: usize = 2_048;
/// Pixels of a picture that cost as much as a byte of content.
const PIXELS_A_BYTE: usize = 32;
/// Forms inside forms.
const DEPTH_MAX: usize = 16;

/// Refuses a page that costs too much, or has something whose cost is not known here: Type 3 fonts, meshes, inline pictures.
pub(super) fn within(page: &Dictionary, made: &[Made]) -> Result<(), PdfReadError> {
    let costs = Costs { made };
    let mut pixels = 0_usize;
    for one in made {
        if let Object::Dictionary(dictionary) = &one.object {
            if dictionary.is_name("Subtype", "Type3") || one.bytes.is_some() && dictionary.get("ShadingType").is_some()
            {
                return Err(PdfReadError::Filter);
            }
            pixels = pixels.saturating_add(costs.pixels(dictionary));
        }
    }
    if pixels > PIXELS_MAX {
        return Err(PdfReadError::Limit { what: "pixels of a page", limit: PIXELS_MAX });
    }
    let mut known = HashMap::new();
    let appearances = page.get("Annots").cloned().unwrap_or(Object::Null);
    let mut total = 0_usize;
    for stream in costs.streams(page.get("Contents")) {
        let resources = page.get("Resources");
        total = total.saturating_add(costs.content(stream, resources, 0, &mut known)?);
    }
    for stream in costs.streams(Some(&appearances)) {
        total = total.saturating_add(costs.stream(stream, 0, &mut known)?);
    }
    if total > COST_MAX {
        return Err(PdfReadError::Limit { what: "what drawing a page costs", limit: COST_MAX });
    }
    Ok(())
}

/// The streams that can be reached without going through another one, in the order in which they stand.
pub(super) fn streams(from: Option<&Object>, made: &[Made]) -> Vec<u32> {
    let mut found = Costs { made }.streams(from);
    found.reverse();
    found
}

struct Costs<'a> {
    made: &'a [Made],
}

impl<'a> Costs<'a> {
    fn get(&self, number: u32) -> Option<&'a Made> {
        self.made.get(usize::try_from(number.checked_sub(FIRST)?).ok()?)
    }

    fn pixels(&self, dictionary: &Dictionary) -> usize {
        let side = |key| match dictionary.get(key) {
            Some(Object::Reference(id)) => self.get(id.number).and_then(|made| made.object.as_size()),
            Some(side) => side.as_size(),
            None => Some(0),
        };
        // What is no number is not small.
        side("Width").unwrap_or(usize::MAX).saturating_mul(side("Height").unwrap_or(usize::MAX))
    }

    /// The streams that can be reached without going through another one.
    fn streams(&self, from: Option<&Object>) -> Vec<u32> {
        let mut seen = HashSet::new();
        let mut found = Vec::new();
        let mut open: Vec<&Object> = from.into_iter().collect();
        while let Some(object) = open.pop() {
            match object {
                Object::Reference(id) if seen.insert(id.number) => match self.get(id.number) {
                    Some(Made { bytes: Some(_), .. }) => found.push(id.number),
                    Some(made) => open.push(&made.object),
                    None => {}
                },
                Object::Array(items) => open.extend(items),
                Object::Dictionary(dictionary) => open.extend(dictionary.iter().map(|(_, value)| value)),
                _ => {}
            }
        }
        found
    }

    /// What drawing a stream once costs: a form, a tile or a picture; anything else is not drawn by itself.
    fn stream(&self, number: u32, depth: usize, known: &mut HashMap<u32, usize>) -> Result<usize, PdfReadError> {
        if let Some(cost) = known.get(&number) {
            return Ok(*cost);
        }
        let Some(Made { object: Object::Dictionary(dictionary), .. }) = self.get(number) else { return Ok(0) };
        let cost = match kind(dictionary) {
            Kind::Picture => {
                let mask =
                    self.streams(dictionary.get("SMask")).into_iter().chain(self.streams(dictionary.get("Mask")));
                let masks = mask.filter_map(|mask| self.get(mask)?.object.as_dictionary());
                let pixels = masks.map(|mask| self.pixels(mask)).fold(self.pixels(dictionary), usize::saturating_add);
                pixels / PIXELS_A_BYTE
            }
            Kind::Form | Kind::Tile => {
                FORM_COST.saturating_add(self.content(number, dictionary.get("Resources"), depth, known)?)
            }
            Kind::Other => 0,
        };
        known.insert(number, cost);
        Ok(cost)
    }

    /// What carrying out a content costs. How often each form is drawn is not looked up by name: each may be, whenever any is.
    fn content(
        &self,
        number: u32,
        resources: Option<&Object>,
        depth: usize,
        known: &mut HashMap<u32, usize>,
    ) -> Result<usize, PdfReadError> {
        if depth > DEPTH_MAX {
            return Err(PdfReadError::Limit { what: "forms inside forms", limit: DEPTH_MAX });
        }
        let Some(bytes) = self.get(number).and_then(|made| made.bytes.as_deref()) else { return Ok(0) };
        let words = Words::of(bytes)?;
        let (mut drawn, mut painted) = (0_usize, 0_usize);
        for child in self.streams(resources) {
            let Some(Made { object: Object::Dictionary(dictionary), .. }) = self.get(child) else { continue };
            let cost = self.stream(child, depth + 1, known)?;
            match kind(dictionary) {
                Kind::Form | Kind::Picture => drawn = drawn.max(cost),
                Kind::Tile => painted = painted.max(cost),
                Kind::Other => {}
            }
        }
        let children = words.drawing.saturating_mul(drawn).saturating_add(words.painting.saturating_mul(painted));
        Ok(bytes.len().saturating_add(children))
    }
}

enum Kind {
    Form,
    Tile,
    Picture,
    Other,
}

fn kind(dictionary: &Dictionary) -> Kind {
    if dictionary.is_name("Subtype", "Form") {
        Kind::Form
    } else if dictionary.get("PatternType").is_some() {
        Kind::Tile
    } else if dictionary.is_name("Subtype", "Image") {
        Kind::Picture
    } else {
        Kind::Other
    }
}

/// How often a content may draw something that is not in it.
struct Words {
    /// `Do`, and `gs`, which may name a soft mask.
    drawing: usize,
    /// Whatever paints, and may do it with tiles.
    painting: usize,
}

impl Words {
    fn of(content: &[u8]) -> Result<Self, PdfReadError> {
        let mut words = Words { drawing: 0, painting: 0 };
        let mut begun = false;
        for word in content.split(|byte| byte.is_ascii_whitespace() || b"()<>[]{}/%\0".contains(byte)) {
            match word {
                b"Do" | b"gs" => words.drawing += 1,
                b"f" | b"F" | b"f*" | b"B" | b"B*" | b"b" | b"b*" | b"S" | b"s" | b"Tj" | b"TJ" | b"'" | b"\"" => {
                    words.painting += 1;
                }
                b"BI" => begun = true,
                b"ID" if begun => return Err(PdfReadError::Filter),
                _ => {}
            }
        }
        Ok(words)
    }
}

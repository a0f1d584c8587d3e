//! QR codes (ISO/IEC 18004) of links: error correction M, quiet zone of four modules, black on white.

use std::fmt::Write as _;

use fast_qr::{ECL, QRBuilder};

/// Modules left white on each side, as the standard asks.
const QUIET: usize = 4;
/// Pixels of one module in the raster: some 350 pixels for a usual link, so that it prints crisply at 3 cm.
const MODULE: usize = 8;

/// Why no code could be drawn.
#[derive(Debug, thiserror::Error, PartialEq, Eq)]
pub enum QrError {
    /// The link does not fit the largest code.
    #[error("the link is too long for a QR code")]
    TooLong,
    /// The raster could not be encoded.
    #[error("the QR code could not be written as PNG")]
    Png,
}

/// The code as a scalable image without fixed size; one unit is one module.
///
/// # Errors
/// [`QrError::TooLong`].
pub fn svg(link: &str) -> Result<String, QrError> {
    let code = Code::of(link)?;
    let size = code.size + 2 * QUIET;
    let mut out = format!(
        r##"<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {size} {size}" shape-rendering="crispEdges"><path fill="#fff" d="M0 0h{size}v{size}H0z"/><path d=""##
    );
    for y in 0..code.size {
        let mut x = 0;
        while x < code.size {
            let run = (x..code.size).take_while(|&x| code.dark(x, y)).count();
            if run > 0 {
                let _ = write!(out, "M{} {}h{run}v1h-{run}z", x + QUIET, y + QUIET);
            }
            x += run.max(1);
        }
    }
    out.push_str(r#""/></svg>"#);
    Ok(out)
}

/// The code as a PNG of one bit a pixel, eight pixels a module.
///
/// # Errors
/// [`QrError`].
pub fn png(link: &str) -> Result<Vec<u8>, QrError> {
    let code = Code::of(link)?;
    let size = (code.size + 2 * QUIET) * MODULE;
    let row_bytes = size.div_ceil(8);
    let mut pixels = Vec::with_capacity(row_bytes * size);
    for y in 0..size {
        let mut row = vec![0_u8; row_bytes];
        for x in 0..size {
            if !code.dark_in_frame(x / MODULE, y / MODULE)
                && let Some(byte) = row.get_mut(x / 8)
            {
                *byte |= 0x80 >> (x % 8);
            }
        }
        pixels.extend_from_slice(&row);
    }
    let side = u32::try_from(size).map_err(|_| QrError::Png)?;
    let mut out = Vec::new();
    let mut encoder = png::Encoder::new(&mut out, side, side);
    encoder.set_color(png::ColorType::Grayscale);
    encoder.set_depth(png::BitDepth::One);
    let mut writer = encoder.write_header().map_err(|_| QrError::Png)?;
    writer.write_image_data(&pixels).map_err(|_| QrError::Png)?;
    writer.finish().map_err(|_| QrError::Png)?;
    Ok(out)
}

/// The modules of one code, without its quiet zone.
struct Code {
    size: usize,
    modules: Vec<bool>,
}

impl Code {
    fn of(link: &str) -> Result<Code, QrError> {
        let code = QRBuilder::new(link).ecl(ECL::M).build().map_err(|_| QrError::TooLong)?;
        let modules = (0..code.size).flat_map(|y| code[y].iter().map(|module| module.value())).collect();
        Ok(Code { size: code.size, modules })
    }

    fn dark(&self, x: usize, y: usize) -> bool {
        self.modules.get(y * self.size + x).copied().unwrap_or(false)
    }

    /// As [`Code::dark`], counted from the corner of the quiet zone.
    fn dark_in_frame(&self, x: usize, y: usize) -> bool {
        match (x.checked_sub(QUIET), y.checked_sub(QUIET)) {
            (Some(x), Some(y)) => x < self.size && self.dark(x, y),
            _ => false,
        }
    }
}

#[cfg(test)]
mod tests {
    #![allow(clippy::unwrap_used)]
    use super::*;

    const LINK: &str = "https://mikrocertifikaty.example/s/Zk3vQ0x1lI0O9sT2uWbX7A";

    #[test]
    fn the_same_link_gives_the_same_code() {
        assert_eq!(svg(LINK).unwrap(), svg(LINK).unwrap());
        assert_eq!(png(LINK).unwrap(), png(LINK).unwrap());
        assert_ne!(svg(LINK).unwrap(), svg("https://mikrocertifikaty.example/").unwrap());
    }

    #[test]
    fn what_does_not_fit_is_refused() {
        assert_eq!(svg(&"x".repeat(5_000)), Err(QrError::TooLong));
        assert_eq!(png(&"x".repeat(5_000)), Err(QrError::TooLong));
    }
}

//! Pictures as rows of points: read from JPEG and PNG, within limits.

use std::io::Cursor;

use zune_jpeg::{
    JpegDecoder,
    zune_core::{bytestream::ZCursor, colorspace::ColorSpace, options::DecoderOptions},
};

/// Points of one side of a picture that is looked at; A4 at 96 to the inch is 794 by 1,123.
pub(super) const SIDE_MAX: usize = 2_400;
/// Below this width letters can no longer be told apart, so a picture of a page says nothing that could be compared.
pub(super) const WIDTH_MIN: usize = 600;

/// A picture: brightness and the two differences of colour (ITU-R BT.601, full range), three bytes a point.
pub(super) struct Raster {
    pub width: usize,
    pub height: usize,
    pub points: Vec<u8>,
}

impl Raster {
    /// A picture of at most [`SIDE_MAX`] points a side; nothing when it is not one.
    pub fn read(bytes: &[u8]) -> Option<Self> {
        if bytes.starts_with(b"\x89PNG") { png(bytes) } else { jpeg(bytes) }
    }

    /// From rows of red, green and blue, `each` bytes a point.
    pub fn of_rgb(width: usize, height: usize, rgb: &[u8], each: usize) -> Self {
        let points = rgb.chunks_exact(each).flat_map(|point| match point {
            [255, 255, 255, ..] => [255, 128, 128],
            [red, green, blue, ..] => in_colour_differences(*red, *green, *blue),
            [grey, ..] => [*grey, 128, 128],
            [] => [255, 128, 128],
        });
        Raster { width, height, points: points.collect() }
    }
}

/// BT.601 in sixteenths of thousands, as JPEG (JFIF 1.02) has it.
fn in_colour_differences(red: u8, green: u8, blue: u8) -> [u8; 3] {
    let [red, green, blue] = [red, green, blue].map(i32::from);
    let whole = |sum: i32| u8::try_from((sum + (1 << 15)) >> 16).unwrap_or(if sum < 0 { 0 } else { 255 });
    [
        whole(19_595 * red + 38_470 * green + 7_471 * blue),
        whole(-11_059 * red - 21_709 * green + 32_768 * blue + (128 << 16)),
        whole(32_768 * red - 27_439 * green - 5_329 * blue + (128 << 16)),
    ]
}

fn jpeg(bytes: &[u8]) -> Option<Raster> {
    let options = DecoderOptions::default()
        .set_max_width(SIDE_MAX)
        .set_max_height(SIDE_MAX)
        .set_strict_mode(true)
        .jpeg_set_out_colorspace(ColorSpace::YCbCr);
    let mut decoder = JpegDecoder::new_with_options(ZCursor::new(bytes), options);
    decoder.decode_headers().ok()?;
    let grey = decoder.input_colorspace() == Some(ColorSpace::Luma);
    if grey {
        decoder.set_options(options.jpeg_set_out_colorspace(ColorSpace::Luma));
    }
    let points = decoder.decode().ok()?;
    let info = decoder.info()?;
    let (width, height) = (usize::from(info.width), usize::from(info.height));
    let raster = if grey { Raster::of_rgb(width, height, &points, 1) } else { Raster { width, height, points } };
    (raster.points.len() == width * height * 3).then_some(raster)
}

fn png(bytes: &[u8]) -> Option<Raster> {
    let limits = png::Limits { bytes: SIDE_MAX * SIDE_MAX * 8 };
    let mut decoder = png::Decoder::new_with_limits(Cursor::new(bytes), limits);
    decoder.set_transformations(png::Transformations::normalize_to_color8());
    let mut reader = decoder.read_info().ok()?;
    let (width, height) = (usize::try_from(reader.info().width).ok()?, usize::try_from(reader.info().height).ok()?);
    if width > SIDE_MAX || height > SIDE_MAX {
        return None;
    }
    let mut bytes = vec![0; reader.output_buffer_size()?];
    let frame = reader.next_frame(&mut bytes).ok()?;
    bytes.truncate(frame.buffer_size());
    // What shows through is paper.
    let over = |value: u8, alpha: u8| {
        let (value, alpha) = (u32::from(value), u32::from(alpha));
        u8::try_from((value * alpha + 255 * (255 - alpha) + 127) / 255).unwrap_or(255)
    };
    let (each, rgb) = match frame.color_type {
        png::ColorType::Grayscale => (1, bytes),
        png::ColorType::Rgb => (3, bytes),
        png::ColorType::GrayscaleAlpha => {
            (1, bytes.as_chunks::<2>().0.iter().map(|[grey, alpha]| over(*grey, *alpha)).collect())
        }
        png::ColorType::Rgba => {
            let opaque = |point: &[u8; 4]| {
                let [red, green, blue, alpha] = *point;
                [red, green, blue].map(|value| over(value, alpha))
            };
            (3, bytes.as_chunks::<4>().0.iter().flat_map(opaque).collect())
        }
        png::ColorType::Indexed => return None,
    };
    let raster = Raster::of_rgb(width, height, &rgb, each);
    (raster.points.len() == width * height * 3).then_some(raster)
}

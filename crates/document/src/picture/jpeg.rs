//! A baseline JPEG whose strips are encoded one by one and then joined.

use jpeg_encoder::{Encoder, ImageBuffer, JpegColorType, SamplingFactor, rgb_to_ycbcr};

use crate::error::DocumentError;

/// Rows of pixels in a strip: a block of eight, twice for the halved colour (4:2:0).
pub(crate) const STRIP_HEIGHT: usize = 16;
/// Thin lines and small letters stay crisp; larger does not look better.
const QUALITY: u8 = 64;

/// Start of frame of a baseline picture, and start of a scan (ITU-T T.81, table B.1).
const SOF0: u8 = 0xc0;
const SOS: u8 = 0xda;
/// First of the eight restart markers, which take turns.
const RST0: u8 = 0xd0;
const END_OF_IMAGE: [u8; 2] = [0xff, 0xd9];

/// White as luma and both colour differences.
const WHITE: (u8, u8, u8) = (255, 128, 128);

/// One strip's entropy-coded segment. `pixels` are whole rows, four bytes a pixel and opaque.
pub(crate) fn scan(pixels: &[u8], width: usize) -> Result<Vec<u8>, DocumentError> {
    let file = encode(pixels, width)?;
    let head = head_length(&file).ok_or(DocumentError::Picture)?;
    let scan = file.get(head..).and_then(|rest| rest.strip_suffix(&END_OF_IMAGE));
    Ok(scan.ok_or(DocumentError::Picture)?.to_vec())
}

/// The picture made of its [`head`] and the scans of all its strips, from the top.
pub(crate) fn join(head: &[u8], scans: &[&[u8]]) -> Vec<u8> {
    let mut file = head.to_vec();
    file.reserve(scans.iter().map(|scan| scan.len() + 2).sum::<usize>() + END_OF_IMAGE.len());
    for (scan, restart) in scans.iter().zip((RST0..RST0 + 8).cycle()) {
        file.extend_from_slice(scan);
        file.extend_from_slice(&[0xff, restart]);
    }
    // Restarts stand between strips, not behind the last one.
    file.truncate(file.len().saturating_sub(2));
    file.extend_from_slice(&END_OF_IMAGE);
    file
}

/// Everything before the first scan: that of any strip, with the picture's height in the place of the strip's.
pub(crate) fn head(width: usize, height: usize) -> Result<Vec<u8>, DocumentError> {
    let mut file = encode(&vec![u8::MAX; width * STRIP_HEIGHT * 4], width)?;
    let length = head_length(&file).ok_or(DocumentError::Picture)?;
    file.truncate(length);
    let frame = segments(&file).find(|(marker, _)| *marker == SOF0).ok_or(DocumentError::Picture)?.1;
    // Length of the segment, two bytes, and bits of a sample, one, stand before the height (B.2.2).
    let place = file.get_mut(frame + 3..frame + 5).ok_or(DocumentError::Picture)?;
    place.copy_from_slice(&u16::try_from(height).map_err(|_| DocumentError::Picture)?.to_be_bytes());
    Ok(file)
}

fn encode(pixels: &[u8], width: usize) -> Result<Vec<u8>, DocumentError> {
    let size = |pixels: usize| u16::try_from(pixels).map_err(|_| DocumentError::Picture);
    let strip = Strip { pixels, width: size(width)?, height: size(pixels.len() / 4 / width.max(1))? };
    let mut file = Vec::with_capacity(4 * 1024);
    let mut encoder = Encoder::new(&mut file, QUALITY);
    encoder.set_sampling_factor(SamplingFactor::F_2_2);
    encoder.set_restart_interval(size(width.div_ceil(STRIP_HEIGHT))?);
    encoder.encode_image(strip).map_err(|_| DocumentError::Picture)?;
    Ok(file)
}

/// Bytes up to the end of the header of the scan.
fn head_length(file: &[u8]) -> Option<usize> {
    let (_, start) = segments(file).find(|(marker, _)| *marker == SOS)?;
    Some(start + length(file, start)?)
}

/// The segments behind the start of the image: marker, and where its length stands. Ends at the first scan.
fn segments(file: &[u8]) -> impl Iterator<Item = (u8, usize)> {
    let mut next = 2;
    std::iter::from_fn(move || {
        let [0xff, marker] = file.get(next..next + 2)? else { return None };
        let start = next + 2;
        next = if *marker == SOS { file.len() } else { start + length(file, start)? };
        Some((*marker, start))
    })
}

fn length(file: &[u8], start: usize) -> Option<usize> {
    let bytes = file.get(start..start + 2)?;
    Some(usize::from(u16::from_be_bytes(bytes.try_into().ok()?)))
}

/// Rows of a rendered page for the encoder: four bytes a pixel, most of them white.
struct Strip<'a> {
    pixels: &'a [u8],
    width: u16,
    height: u16,
}

impl ImageBuffer for Strip<'_> {
    fn get_jpeg_color_type(&self) -> JpegColorType {
        JpegColorType::Ycbcr
    }

    fn width(&self) -> u16 {
        self.width
    }

    fn height(&self) -> u16 {
        self.height
    }

    fn fill_buffers(&self, y: u16, buffers: &mut [Vec<u8>; 4]) {
        let row = usize::from(self.width) * 4;
        let start = usize::from(y) * row;
        let pixels = self.pixels.get(start..start + row).unwrap_or_default();
        let [luma, blue, red, _] = buffers;
        let channels = [&mut *luma, &mut *blue, &mut *red].map(|channel| {
            let filled = channel.len();
            channel.resize(filled + pixels.len() / 4, WHITE.0);
            channel.split_at_mut(filled).1
        });
        let [luma, blue, red] = channels;
        let targets = luma.iter_mut().zip(blue).zip(red);
        for (pixel, ((luma, blue), red)) in pixels.chunks_exact(4).zip(targets) {
            (*luma, *blue, *red) = match pixel {
                [r, g, b, _] if [*r, *g, *b] != [u8::MAX; 3] => rgb_to_ycbcr(*r, *g, *b),
                _ => WHITE,
            };
        }
    }
}

#[cfg(test)]
pub(crate) fn whole(pixels: &[u8], width: usize) -> Vec<u8> {
    encode(pixels, width).unwrap_or_default()
}

//! A phone reads both forms of the QR code.
#![allow(clippy::unwrap_used)]

use signet_document::qr;

const LINK: &str = "https://mikrocertifikaty.example/s/Zk3vQ0x1lI0O9sT2uWbX7A";

fn read(width: usize, dark: impl Fn(usize, usize) -> bool) -> String {
    let mut image = rqrr::PreparedImage::prepare_from_greyscale(width, width, |x, y| if dark(x, y) { 0 } else { 255 });
    let grids = image.detect_grids();
    assert_eq!(grids.len(), 1);
    let (meta, text) = grids[0].decode().unwrap();
    assert_eq!(meta.ecc_level, 0, "level M is written 00");
    text
}

#[test]
fn the_raster_is_read_and_has_its_quiet_zone() {
    let png = qr::png(LINK).unwrap();
    let mut reader = png::Decoder::new(std::io::Cursor::new(&png)).read_info().unwrap();
    let mut pixels = vec![0; reader.output_buffer_size().unwrap()];
    let info = reader.next_frame(&mut pixels).unwrap();
    let width = info.width as usize;
    assert_eq!((info.width, info.bit_depth), (info.height, png::BitDepth::One));
    let dark = |x: usize, y: usize| pixels[y * info.line_size + x / 8] & (0x80 >> (x % 8)) == 0;
    assert_eq!(read(width, dark), LINK);
    let quiet = 4 * 8;
    assert!(
        (0..width)
            .all(|x| (0..quiet)
                .all(|y| !dark(x, y) && !dark(y, x) && !dark(x, width - 1 - y) && !dark(width - 1 - y, x)))
    );
    assert!(dark(quiet, quiet), "the code begins right after it");
}

#[test]
fn the_drawing_is_read() {
    let svg = qr::svg(LINK).unwrap();
    let after = |mark: &str| svg.split_once(mark).unwrap().1;
    let size: usize = after("viewBox=\"0 0 ").split(' ').next().unwrap().parse().unwrap();
    // Runs of dark modules: M x y h run v1 h-run z.
    let mut modules = vec![false; size * size];
    for run in after("<path d=\"").split('"').next().unwrap().split('M').skip(1) {
        let (at, rest) = run.split_once('h').unwrap();
        let (x, y) = at.split_once(' ').unwrap();
        let length: usize = rest.split('v').next().unwrap().parse().unwrap();
        let start = y.parse::<usize>().unwrap() * size + x.parse::<usize>().unwrap();
        modules[start..start + length].fill(true);
    }
    assert_eq!(read(size * 8, |x, y| modules[y / 8 * size + x / 8]), LINK);
}

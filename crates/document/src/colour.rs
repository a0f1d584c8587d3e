//! An institution's colour, fit for lines and for text on white paper.

/// WCAG 2.2 success criterion 1.4.3: text stands out from its ground by at least this ratio.
const TEXT: f64 = 4.5;
/// Below this a line is not seen on white paper.
const LINE: f64 = 1.35;

/// A colour of sRGB, eight bits a channel.
#[derive(Clone, Copy, Debug, PartialEq)]
pub(crate) struct Rgb(pub [u8; 3]);

impl Rgb {
    /// The same hue, as much darker as text needs.
    pub fn for_text(self) -> Rgb {
        self.until(TEXT)
    }

    /// The same hue, as much darker as a line needs.
    pub fn for_lines(self) -> Rgb {
        self.until(LINE)
    }

    pub fn hex(self) -> String {
        let [red, green, blue] = self.0;
        format!("#{red:02x}{green:02x}{blue:02x}")
    }

    fn until(self, ratio: f64) -> Rgb {
        (0..=100)
            .rev()
            .map(|percent| self.dimmed(percent))
            .find(|colour| colour.contrast_with_white() >= ratio)
            .unwrap_or(Rgb([0; 3]))
    }

    fn dimmed(self, percent: u32) -> Rgb {
        Rgb(self.0.map(|channel| u8::try_from(u32::from(channel) * percent / 100).unwrap_or(channel)))
    }

    /// WCAG 2.2 contrast ratio.
    fn contrast_with_white(self) -> f64 {
        let [red, green, blue] = self.0.map(|channel| {
            let share = f64::from(channel) / 255.0;
            if share <= 0.040_45 { share / 12.92 } else { ((share + 0.055) / 1.055).powf(2.4) }
        });
        1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_is_always_legible_and_dark_colours_stay() {
        for channels in [[255, 255, 255], [242, 183, 5], [0, 255, 255], [29, 79, 145], [0, 0, 0]] {
            assert!(Rgb(channels).for_text().contrast_with_white() >= TEXT, "{channels:?}");
            assert!(Rgb(channels).for_lines().contrast_with_white() >= LINE, "{channels:?}");
        }
        assert_eq!(Rgb([29, 79, 145]).for_text().hex(), "#1d4f91");
        assert_eq!(Rgb([242, 183, 5]).for_lines().hex(), "#f2b705");
    }
}

//! The colours and the typeface of charts, light and dark.
//!
//! A canvas can't read the style sheet, so the tokens of `style/tokens.css` that charts use stand
//! here once more; a test compares the two. Not here: sizes, which belong to each chart.

/// An opaque colour. Charts mix towards the surface instead of drawing translucently, so that SVG,
/// canvas and print agree.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Color(pub u8, pub u8, pub u8);

impl Color {
    /// `share` of the way from this colour to `other`.
    pub fn mix(self, other: Color, share: f64) -> Color {
        let part = |a: u8, b: u8| (f64::from(a) + (f64::from(b) - f64::from(a)) * share).round();
        Color(part(self.0, other.0) as u8, part(self.1, other.1) as u8, part(self.2, other.2) as u8)
    }

    /// As in a style sheet: `#0b6e6e`.
    pub fn hex(self) -> String {
        format!("#{:02x}{:02x}{:02x}", self.0, self.1, self.2)
    }
}

const fn rgb(hex: u32) -> Color {
    Color((hex >> 16) as u8, (hex >> 8) as u8, hex as u8)
}

/// What a chart is coloured and lettered with.
#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub struct Theme {
    pub surface: Color,
    pub line: Color,
    pub line_strong: Color,
    pub ink: Color,
    pub ink_2: Color,
    pub ink_3: Color,
    pub accent: Color,
    pub bad: Color,
    /// Colours of series; told apart by colour-blind readers as well.
    pub series: [Color; 8],
    /// Everything beyond the eighth series.
    pub rest: Color,
    /// From almost the surface (0) to the loudest (6).
    pub sequence: [Color; 7],
    /// Where a ramp of bars ends in the sequence: still apart from the ground and from step 1.
    pub quietest: usize,
    pub font: &'static str,
}

/// The page's typeface, so that a chart is lettered like the text around it.
pub const FONT: &str =
    "system-ui,-apple-system,\"Segoe UI\",Roboto,\"Noto Sans\",\"Helvetica Neue\",Arial,sans-serif";

impl Theme {
    pub const LIGHT: Theme = Theme {
        surface: rgb(0xffffff),
        line: rgb(0xe2e2dc),
        line_strong: rgb(0xc9c9c1),
        ink: rgb(0x17191c),
        ink_2: rgb(0x51565d),
        ink_3: rgb(0x646971),
        accent: rgb(0x0b6e6e),
        bad: rgb(0xb3372c),
        series: [
            rgb(0x0b6e6e),
            rgb(0xd9822b),
            rgb(0x4b6cb7),
            rgb(0xb5477f),
            rgb(0x7a8f2a),
            rgb(0x7b5bb0),
            rgb(0x2f9bb7),
            rgb(0x9a6a4f),
        ],
        rest: rgb(0xa8aba7),
        sequence: [
            rgb(0xf1f6f5),
            rgb(0xcfe6e3),
            rgb(0x9fcfca),
            rgb(0x63b0aa),
            rgb(0x27807c),
            rgb(0x0b6e6e),
            rgb(0x084e50),
        ],
        quietest: 2,
        font: FONT,
    };

    pub const DARK: Theme = Theme {
        surface: rgb(0x1a1d20),
        line: rgb(0x2c3135),
        line_strong: rgb(0x434a50),
        ink: rgb(0xeceeee),
        ink_2: rgb(0xb1b7bb),
        ink_3: rgb(0x969da2),
        accent: rgb(0x4fc0b8),
        bad: rgb(0xf08b80),
        series: [
            rgb(0x4fc0b8),
            rgb(0xf0a35a),
            rgb(0x8aa6ea),
            rgb(0xe388b5),
            rgb(0xb6c95e),
            rgb(0xb79ae6),
            rgb(0x6cc6de),
            rgb(0xcda084),
        ],
        rest: rgb(0x7d8482),
        sequence: [
            rgb(0x1b2627),
            rgb(0x17393a),
            rgb(0x195152),
            rgb(0x1f6f6f),
            rgb(0x2f9390),
            rgb(0x4fc0b8),
            rgb(0xa6e6df),
        ],
        quietest: 3,
        font: FONT,
    };

    /// The colour of a series' slot, counted from 0.
    pub fn slot(&self, slot: usize) -> Color {
        self.series.get(slot).copied().unwrap_or(self.rest)
    }

    /// The colour of bar `index` of `count` in an order that matters: loudest first. Few bars take
    /// the tokens themselves, more share the same way in smaller steps.
    pub fn ramp(&self, index: usize, count: usize) -> Color {
        let loudest = self.sequence.len() - 1;
        let steps = loudest.saturating_sub(self.quietest);
        let stride = (steps as f64 / count.saturating_sub(1).max(1) as f64).min(1.0);
        let at = (index as f64 * stride).min(steps as f64);
        let from = at.floor() as usize;
        let token = |step: usize| self.sequence.get(loudest - step.min(steps)).copied();
        let (near, far) = (token(from).unwrap_or(self.rest), token(from + 1).unwrap_or(self.rest));
        near.mix(far, at - at.floor())
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_ramp_takes_the_tokens_and_then_smaller_steps() {
        let t = Theme::LIGHT;
        assert_eq!((t.ramp(0, 5), t.ramp(2, 5), t.ramp(4, 5)), {
            (t.sequence[6], t.sequence[4], t.sequence[2])
        });
        assert_eq!(t.ramp(1, 2), t.sequence[5]);
        assert_eq!((t.ramp(0, 9), t.ramp(2, 9), t.ramp(8, 9)), {
            (t.sequence[6], t.sequence[5], t.sequence[2])
        });
        assert_eq!(t.slot(12), t.rest);
    }
}

//! The seasonality index: how each month or quarter usually stands to the level of its time.
//!
//! Ratio to the centred moving average (classical multiplicative decomposition): the level is the
//! mean of a whole year around each unit, its two ends by half; the index of a month is the mean of
//! its ratios to the level over the years, all of them divided so that their own mean is 1. Two
//! whole years give each month one ratio, with less there is none for some.

/// A series, and what its seasons are.
pub(super) struct Seasonal {
    /// The index by place in the year.
    pub index: Vec<f64>,
    /// The means of the ratios by place, and the mean of these by which they are divided.
    pub means: Vec<f64>,
    pub mean: f64,
    /// The units that have a level, in the order of time.
    pub units: Vec<SeasonalUnit>,
}

/// A unit beside the level of its time.
pub(super) struct SeasonalUnit {
    /// Its position in the series, and its place in the year.
    pub at: usize,
    pub place: usize,
    pub value: f64,
    pub level: f64,
    pub ratio: f64,
}

/// What the seasons of a series are, its first value being of the place `first`; `None` where a level
/// is 0 or there are fewer than two whole years.
pub(super) fn seasonal(values: &[f64], first: usize, cycle: usize) -> Option<Seasonal> {
    if cycle < 2 || values.len() < 2 * cycle {
        return None;
    }
    let half = cycle / 2;
    let mut units = Vec::with_capacity(values.len() - cycle);
    let mut ratios = vec![(0.0, 0u32); cycle];
    for at in half..values.len() - half {
        let window = values.get(at - half..=at + half)?;
        let ends = window.first()? + window.last()?;
        let level = (window.iter().sum::<f64>() - ends / 2.0) / cycle as f64;
        let (value, place) = (*values.get(at)?, (first + at) % cycle);
        let ratio = value / level;
        if !ratio.is_finite() {
            return None;
        }
        let (sum, count) = ratios.get_mut(place)?;
        *sum += ratio;
        *count += 1;
        units.push(SeasonalUnit { at, place, value, level, ratio });
    }
    let means: Vec<f64> = ratios.iter().map(|(sum, n)| sum / f64::from(*n)).collect();
    let mean = means.iter().sum::<f64>() / cycle as f64;
    let index: Vec<f64> = means.iter().map(|m| m / mean).collect();
    let is_told = index.iter().all(|x| x.is_finite());
    is_told.then_some(Seasonal { index, means, mean, units })
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Box & Jenkins, series G: airline passengers by month, 1949 to 1960, and the figure that R's
    /// `decompose(AirPassengers, "multiplicative")` prints.
    #[test]
    fn airline_passengers_as_r_decomposes_them() {
        let passengers = [
            112, 118, 132, 129, 121, 135, 148, 148, 136, 119, 104, 118, 115, 126, 141, 135, 125,
            149, 170, 170, 158, 133, 114, 140, 145, 150, 178, 163, 172, 178, 199, 199, 184, 162,
            146, 166, 171, 180, 193, 181, 183, 218, 230, 242, 209, 191, 172, 194, 196, 196, 236,
            235, 229, 243, 264, 272, 237, 211, 180, 201, 204, 188, 235, 227, 234, 264, 302, 293,
            259, 229, 203, 229, 242, 233, 267, 269, 270, 315, 364, 347, 312, 274, 237, 278, 284,
            277, 317, 313, 318, 374, 413, 405, 355, 306, 271, 306, 315, 301, 356, 348, 355, 422,
            465, 467, 404, 347, 305, 336, 340, 318, 362, 348, 363, 435, 491, 505, 404, 359, 310,
            337, 360, 342, 406, 396, 420, 472, 548, 559, 463, 407, 362, 405, 417, 391, 419, 461,
            472, 535, 622, 606, 508, 461, 390, 432,
        ];
        let printed = [
            0.9102304, 0.8836253, 1.0073663, 0.9759060, 0.9813780, 1.1127758, 1.2265555, 1.2199110,
            1.0604919, 0.9217572, 0.8011781, 0.8988244,
        ];
        let values: Vec<f64> = passengers.iter().map(|n| f64::from(*n)).collect();
        let found = seasonal(&values, 0, 12).unwrap();
        for (found, printed) in found.index.iter().zip(printed) {
            assert!((found - printed).abs() < 5e-8, "{found} {printed}");
        }
    }

    #[test]
    fn two_whole_years_and_no_less() {
        let values = |n: usize| (0..n).map(|i| [10.0, 20.0, 30.0, 40.0][i % 4]).collect::<Vec<_>>();
        let index = |values: &[f64], first| seasonal(values, first, 4).map(|found| found.index);
        assert_eq!(index(&values(7), 0), None);
        assert_eq!(index(&values(8), 0), Some(vec![0.4, 0.8, 1.2, 1.6]));
        // A series that begins in the third quarter.
        assert_eq!(index(&values(8), 2), Some(vec![1.2, 1.6, 0.4, 0.8]));
        assert_eq!(index(&[0.0; 8], 0), None);
    }
}

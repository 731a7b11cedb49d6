//! The arithmetic behind figures: exact-enough sums, quantiles, intervals, each with its source.
//!
//! Not here: what is summed and why (`measure`).

/// A sum that keeps the rounding error of every addition and gives it back at the end, so that
/// adding ten thousand amounts in kopecks, or merging the sums of parts, loses nothing that a
/// report could show.
///
/// Source: A. Neumaier, *Rundungsfehleranalyse einiger Verfahren zur Summation endlicher Summen*,
/// ZAMM 54 (1974). The error of one addition is taken by Knuth's branch-free two-sum
/// (TAOCP 2, 4.2.2), which is exact in either order of magnitude.
#[derive(Clone, Copy, Debug, Default, PartialEq)]
pub struct Sum {
    sum: f64,
    lost: f64,
}

impl Sum {
    #[inline]
    pub fn add(&mut self, x: f64) {
        let total = self.sum + x;
        let from_x = total - self.sum;
        self.lost += (self.sum - (total - from_x)) + (x - from_x);
        self.sum = total;
    }
    /// Adds another sum with its kept error.
    pub fn merge(&mut self, other: Sum) {
        self.add(other.sum);
        self.lost += other.lost;
    }
    /// The sum; not finite only where the exact sum is out of an f64's range.
    pub fn value(self) -> f64 {
        let corrected = self.sum + self.lost;
        if corrected.is_nan() { self.sum } else { corrected }
    }
}

impl FromIterator<f64> for Sum {
    fn from_iter<I: IntoIterator<Item = f64>>(values: I) -> Sum {
        let mut sum = Sum::default();
        values.into_iter().for_each(|x| sum.add(x));
        sum
    }
}

/// The value below which a share `p` (0..1) of the values lies, interpolated between neighbours;
/// `None` for no values. Reorders the values.
///
/// Source: R. J. Hyndman, Y. Fan, *Sample Quantiles in Statistical Packages*, The American
/// Statistician 50 (1996), type 7; the same as `PERCENTILE.INC` of spreadsheets.
pub fn quantile(values: &mut [f64], p: f64) -> Option<f64> {
    let last = values.len().checked_sub(1)?;
    let position = p.clamp(0.0, 1.0) * last as f64;
    let below = position.floor();
    let (_, low, above) = values.select_nth_unstable_by(below as usize, f64::total_cmp);
    let low = *low;
    let next = above.iter().copied().min_by(f64::total_cmp).unwrap_or(low);
    Some(low + (position - below) * (next - low))
}

/// The middle value: [`quantile`] at one half.
pub fn median(values: &mut [f64]) -> Option<f64> {
    quantile(values, 0.5)
}

/// The same of whole numbers from 0 that were counted: `counts[n]` times n. Quicker than keeping
/// each of very many.
pub fn median_of_counts(counts: &[u32]) -> Option<f64> {
    let total: u64 = counts.iter().map(|n| u64::from(*n)).sum();
    let last = total.checked_sub(1)?;
    // The number at a place, were they in order.
    let at = |place: u64| -> Option<f64> {
        let mut passed = 0;
        let found = counts.iter().position(|n| {
            passed += u64::from(*n);
            passed > place
        });
        found.map(|number| number as f64)
    };
    let position = 0.5 * last as f64;
    let below = position.floor();
    let low = at(below as u64)?;
    let next = at(below as u64 + 1).unwrap_or(low);
    Some(low + (position - below) * (next - low))
}

/// The 97.5 % point of the standard normal distribution, for two-sided 95 % intervals.
pub(super) const Z_95: f64 = 1.959_963_984_540_054;

/// The Wilson score interval (95 %) of a share that was seen as `hits` among `trials`: it stays
/// within 0..1 and is honest for small counts. `None` where there was no trial or the two are not
/// a part and its whole.
///
/// Source: E. B. Wilson, *Probable Inference, the Law of Succession, and Statistical Inference*,
/// JASA 22 (1927); recommended for small counts by Brown, Cai, DasGupta, *Interval Estimation for
/// a Binomial Proportion*, Statistical Science 16 (2001).
pub fn wilson(hits: f64, trials: f64) -> Option<(f64, f64)> {
    let sensible = trials > 0.0 && (0.0..=trials).contains(&hits);
    if !sensible {
        return None;
    }
    let share = hits / trials;
    let square = Z_95 * Z_95;
    let middle = share + square / (2.0 * trials);
    let spread = Z_95 * (share * (1.0 - share) / trials + square / (4.0 * trials * trials)).sqrt();
    let scale = 1.0 + square / trials;
    // At the ends the interval touches 0 or 1 exactly; rounding may not push it past them.
    let low = if hits == 0.0 { 0.0 } else { ((middle - spread) / scale).clamp(0.0, 1.0) };
    let high = if hits == trials { 1.0 } else { ((middle + spread) / scale).clamp(0.0, 1.0) };
    Some((low, high))
}

/// The interval (95 %) of the difference of two independent shares, each with its own interval: the
/// hybrid of two score intervals. It holds 0 where the data can't tell the shares apart.
///
/// Source: R. G. Newcombe, *Interval Estimation for the Difference Between Independent
/// Proportions*, Statistics in Medicine 17 (1998), method 10.
pub fn newcombe(one: (f64, (f64, f64)), other: (f64, (f64, f64))) -> (f64, f64) {
    recovered(one, other)
}

/// The same of any two independent figures that have an interval each: how far either may be off is
/// recovered from its own interval.
///
/// Source: G. Y. Zou, A. Donner, *Construction of Confidence Limits about Effect Measures: A General
/// Approach*, Statistics in Medicine 27 (2008).
pub fn recovered(
    (one, (one_low, one_high)): (f64, (f64, f64)),
    (other, (other_low, other_high)): (f64, (f64, f64)),
) -> (f64, f64) {
    let difference = one - other;
    let below = (one - one_low).hypot(other_high - other);
    let above = (one_high - one).hypot(other - other_low);
    (difference - below, difference + above)
}

/// The interval (95 %) of a net promoter score, −100 to 100, of so many answers for and against among
/// all. `None` where nobody answered.
///
/// Source: B. Rocks, *Interval Estimation for the “Net Promoter Score”*, The American Statistician 70
/// (2016): the adjusted Wald interval with three answers added, ¾ of them at each end.
pub fn net_score(promoters: f64, detractors: f64, answers: f64) -> Option<(f64, f64)> {
    if answers <= 0.0 {
        return None;
    }
    let n = answers + 3.0;
    let (up, down) = ((promoters + 0.75) / n, (detractors + 0.75) / n);
    let middle = up - down;
    let spread = Z_95 * ((up + down - middle * middle) / n).sqrt();
    let bound = |x: f64| (x * 100.0).clamp(-100.0, 100.0);
    Some((bound(middle - spread), bound(middle + spread)))
}

/// The coefficient of variation: the standard deviation of a sample ÷ its mean; `None` for fewer
/// than two values, and where the mean is 0.
pub fn variation(values: &[f64]) -> Option<f64> {
    if values.len() < 2 {
        return None;
    }
    let sum = |values: &mut dyn Iterator<Item = f64>| values.collect::<Sum>().value();
    let mean = sum(&mut values.iter().copied()) / values.len() as f64;
    let squares = sum(&mut values.iter().map(|v| (v - mean) * (v - mean)));
    (mean != 0.0).then(|| (squares / (values.len() - 1) as f64).sqrt() / mean)
}

/// How many different values there are.
pub fn distinct(values: &[f64]) -> usize {
    let mut sorted = values.to_vec();
    sorted.sort_unstable_by(f64::total_cmp);
    sorted.chunk_by(|a, b| a == b).count()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn sums_keep_what_plain_addition_loses() {
        // Neumaier's own example: a plain sum, and Kahan's, give 0.
        let hard: Sum = [1.0, 1e100, 1.0, -1e100].into_iter().collect();
        assert_eq!(hard.value(), 2.0);
        let kopecks: Sum = std::iter::repeat_n(0.01, 1_000_000).collect();
        assert_eq!(kopecks.value(), 10_000.0);
        assert_eq!(Sum::default().value(), 0.0);
    }

    #[test]
    fn merged_parts_equal_the_whole() {
        let values: Vec<f64> = (0..10_000).map(|n| f64::from(n % 977) * 12.37 - 0.01).collect();
        let whole: Sum = values.iter().copied().collect();
        let mut merged = Sum::default();
        values.chunks(137).for_each(|part| merged.merge(part.iter().copied().collect()));
        assert_eq!(merged.value(), whole.value());
    }

    #[test]
    fn the_median_of_counted_numbers_is_that_of_the_numbers() {
        for many in 0..60u32 {
            let numbers: Vec<u32> = (0..many).map(|n| n * n % 23).collect();
            let mut counts = vec![0; 30];
            numbers.iter().for_each(|n| counts[*n as usize] += 1);
            let mut plain: Vec<f64> = numbers.iter().map(|n| f64::from(*n)).collect();
            assert_eq!(median_of_counts(&counts), median(&mut plain), "{many}");
        }
    }

    #[test]
    fn quantiles_as_spreadsheets_have_them() {
        // The worked example of the documentation of PERCENTILE.INC: {1,2,3,4} at 0.3 is 1.9.
        assert!((quantile(&mut [4.0, 1.0, 3.0, 2.0], 0.3).unwrap() - 1.9).abs() < 1e-12);
        assert_eq!(median(&mut [7.0, 1.0]), Some(4.0));
        assert_eq!(median(&mut [5.0]), Some(5.0));
        assert_eq!(median(&mut []), None);
        assert_eq!(quantile(&mut [3.0, 9.0, 1.0], 1.0), Some(9.0));
        assert_eq!(quantile(&mut [3.0, 9.0, 1.0], 0.0), Some(1.0));
    }

    #[test]
    fn wilson_as_published() {
        // R. G. Newcombe, Two-sided confidence intervals for the single proportion, Statistics in
        // Medicine 17 (1998), table I, method 3.
        let published = [
            (81.0, 263.0, 0.2553, 0.3662),
            (15.0, 148.0, 0.0624, 0.1605),
            (0.0, 20.0, 0.0000, 0.1611),
            (1.0, 29.0, 0.0061, 0.1718),
        ];
        for (hits, trials, low, high) in published {
            let (l, h) = wilson(hits, trials).unwrap();
            assert!((l - low).abs() < 5e-5 && (h - high).abs() < 5e-5, "{hits}/{trials}: {l} {h}");
        }
        assert_eq!(wilson(0.0, 10.0).unwrap().0, 0.0);
        assert_eq!(wilson(10.0, 10.0).unwrap().1, 1.0);
        assert_eq!(wilson(0.0, 0.0), None);
        assert_eq!(wilson(11.0, 10.0), None);
    }

    #[test]
    fn differences_as_published() {
        // Newcombe 1998, table II, method 10: 56/70 − 48/80 and 9/10 − 3/10, 10/10 − 0/20.
        let published = [
            (56.0, 70.0, 48.0, 80.0, 0.0524, 0.3339),
            (9.0, 10.0, 3.0, 10.0, 0.1705, 0.8090),
            (10.0, 10.0, 0.0, 20.0, 0.6791, 1.0),
        ];
        for (a, m, b, n, low, high) in published {
            let one = (a / m, wilson(a, m).unwrap());
            let other = (b / n, wilson(b, n).unwrap());
            let (l, h) = newcombe(one, other);
            assert!((l - low).abs() < 5e-5 && (h - high).abs() < 5e-5, "{a}/{m}: {l} {h}");
        }
    }

    #[test]
    fn variation_of_a_sample() {
        // 2, 4, 4, 4, 5, 5, 7, 9: mean 5, squares 32, so √(32 ÷ 7) ÷ 5.
        let values = [2.0, 4.0, 4.0, 4.0, 5.0, 5.0, 7.0, 9.0];
        assert!((variation(&values).unwrap() - (32.0f64 / 7.0).sqrt() / 5.0).abs() < 1e-15);
        assert_eq!(variation(&[1.0]), None);
        assert_eq!(variation(&[0.0, 0.0]), None);
        assert_eq!((distinct(&[3.0, 1.0, 3.0]), distinct(&[])), (2, 0));
    }
}

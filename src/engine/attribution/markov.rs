//! The removal effect: how much less would be won if a channel led nowhere.
//!
//! Paths are a chain with memory of one step: from the start over channels to a win or to nothing.
//! A channel's effect is 1 − P(win without it) ÷ P(win); effects divided by their sum are shares.
//!
//! Source: E. Anderl, I. Becker, F. von Wangenheim, J. H. Schumann, *Mapping the customer journey*,
//! International Journal of Research in Marketing 33 (2016).

/// A chain over `channels` states besides start, win and nothing.
pub struct Chain {
    channels: usize,
    /// Counts of steps: from the start (row 0) or a channel (1 + its index) to a channel, then to a
    /// win and to nothing in the last two columns.
    steps: Vec<f64>,
}

impl Chain {
    pub fn new(channels: usize) -> Chain {
        Chain { channels, steps: vec![0.0; (channels + 1) * (channels + 2)] }
    }

    /// Counts one record's path, channel by channel. Records without a touch say nothing.
    pub fn add(&mut self, path: impl IntoIterator<Item = u16>, is_won: bool) {
        let mut from = 0;
        for channel in path {
            let channel = usize::from(channel);
            if channel >= self.channels {
                continue;
            }
            self.count(from, channel);
            from = channel + 1;
        }
        if from > 0 {
            self.count(from, self.channels + usize::from(!is_won));
        }
    }

    fn count(&mut self, from: usize, to: usize) {
        if let Some(steps) = self.steps.get_mut(from * (self.channels + 2) + to) {
            *steps += 1.0;
        }
    }

    /// Each channel's share of what was won; they sum to 1. `None` where nothing was won, or where
    /// nothing was lost: then every channel is as good as any, and there is nothing to learn.
    pub fn shares(&self) -> Option<Vec<f64>> {
        let all = self.win_probability(None)?;
        if !(all > 0.0 && all < 1.0) {
            return None;
        }
        let effect = |at| {
            let without = self.win_probability(Some(at)).unwrap_or(0.0);
            (1.0 - without / all).max(0.0)
        };
        let effects: Vec<f64> = (0..self.channels).map(effect).collect();
        let sum: f64 = effects.iter().sum();
        (sum > 0.0).then(|| effects.iter().map(|e| e / sum).collect())
    }

    /// The probability that a path from the start ends in a win, where one channel leads nowhere.
    /// Solves p = Q p + r by elimination: as many unknowns as channels.
    fn win_probability(&self, removed: Option<usize>) -> Option<f64> {
        let n = self.channels;
        let row = |from: usize| {
            let begin = from * (n + 2);
            let counts = self.steps.get(begin..begin + n + 2).unwrap_or_default();
            let sum: f64 = counts.iter().sum();
            let leads_nowhere = sum == 0.0 || (from > 0 && Some(from - 1) == removed);
            counts.iter().map(move |c| if leads_nowhere { 0.0 } else { c / sum })
        };
        // (I − Q | r), one row a channel.
        let mut system: Vec<Vec<f64>> = (0..n)
            .map(|at| {
                let mut cells: Vec<f64> = row(at + 1).take(n).map(|p| -p).collect();
                if let Some(own) = cells.get_mut(at) {
                    *own += 1.0;
                }
                cells.push(row(at + 1).nth(n).unwrap_or(0.0));
                cells
            })
            .collect();
        let wins = solve(&mut system)?;
        let direct = row(0).take(n).zip(&wins).map(|(step, win)| step * win);
        Some(direct.sum())
    }
}

/// Gauss with the greatest pivot of the column; `None` where the system has no single solution,
/// as when channels only lead to each other.
fn solve(system: &mut [Vec<f64>]) -> Option<Vec<f64>> {
    let n = system.len();
    for at in 0..n {
        let size = |row: &usize| system.get(*row).and_then(|r| r.get(at)).map_or(0.0, |x| x.abs());
        let pivot = (at..n).max_by(|a, b| size(a).total_cmp(&size(b)).then(b.cmp(a)))?;
        if size(&pivot) < 1e-12 {
            return None;
        }
        system.swap(at, pivot);
        let (above, below) = system.split_at_mut(at + 1);
        let head = above.last()?;
        let lead = *head.get(at)?;
        for row in below {
            let factor = row.get(at)? / lead;
            if factor != 0.0 {
                row.iter_mut().zip(head).skip(at).for_each(|(x, y)| *x -= factor * y);
            }
        }
    }
    let mut found = vec![0.0; n];
    for at in (0..n).rev() {
        let row = system.get(at)?;
        let known: f64 =
            row.iter().zip(&found).skip(at + 1).take(n - at - 1).map(|(a, x)| a * x).sum();
        *found.get_mut(at)? = (row.get(n)? - known) / row.get(at)?;
    }
    Some(found)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Worked by hand: A→B→win, A→nothing, B→win, A→win. P(win) = 3/4.
    /// Start: A 3/4, B 1/4. A: B 1/3, win 1/3, nothing 1/3. B: win 1.
    /// Without A: only start→B: 1/4; effect 1 − (1/4)/(3/4) = 2/3.
    /// Without B: 3/4 · 1/3 = 1/4; effect 2/3. So a half each.
    #[test]
    fn removal_effects_by_hand() {
        let mut chain = Chain::new(2);
        chain.add([0, 1], true);
        chain.add([0], false);
        chain.add([1], true);
        chain.add([0], true);
        assert!((chain.win_probability(None).unwrap() - 0.75).abs() < 1e-12);
        let shares = chain.shares().unwrap();
        assert!(shares.iter().all(|s| (s - 0.5).abs() < 1e-12), "{shares:?}");
    }

    #[test]
    fn a_channel_that_only_loses_has_no_share_and_loops_end() {
        let mut chain = Chain::new(3);
        chain.add([0, 0, 1], true);
        chain.add([2], false);
        chain.add([2, 2], false);
        let shares = chain.shares().unwrap();
        assert!(shares[2].abs() < 1e-12 && (shares[0] + shares[1] - 1.0).abs() < 1e-12);
    }

    #[test]
    fn nothing_is_learnt_where_all_is_won_or_nothing() {
        let mut chain = Chain::new(2);
        assert_eq!(chain.shares(), None);
        chain.add([0, 1], true);
        assert_eq!(chain.shares(), None);
        let mut lost = Chain::new(2);
        lost.add([0], false);
        assert_eq!(lost.shares(), None);
    }
}

//! Rows of advertising in a file of other costs, in months whose ads a file of costs has as well: in all
//! costs they may count twice (reference: kpis 4b, “CAC (fully loaded)”).
//!
//! They are told and not left out: a magazine that no file of ads knows is advertising too. Not here:
//! the sum (`measure::total_costs`).

use super::source::Source;
use super::{Assembled, Crossing, FileView, beside};
use crate::engine::audit::Finding;
use crate::engine::distinct::Distinct;
use crate::engine::error::BuildError;
use crate::engine::fold::fold;
use crate::engine::mapping::{FileKind, Mapping, Role};
use crate::engine::table::NO_DAY;
use crate::engine::value::Day;
use std::collections::BTreeSet;

const WORDS: [&str; 7] = ["ad", "ads", "adwords", "ppc", "cpc", "sem", "директ"];
const STEMS: [&str; 5] = ["advert", "реклам", "таргет", "контекст", "διαφημ"];
/// The people who make the ads cost apart from them.
const PEOPLE: [&str; 6] = ["agenc", "агент", "πρακτορ", "salar", "зарплат", "μισθ"];
const FEES: [&str; 2] = ["fee", "fees"];

fn is_advertising(text: &str) -> bool {
    let text = fold(text);
    let words = || text.split(|c: char| !c.is_alphanumeric());
    let of_ads =
        |word: &str| WORDS.contains(&word) || STEMS.iter().any(|stem| word.starts_with(stem));
    let of_people =
        |word: &str| FEES.contains(&word) || PEOPLE.iter().any(|stem| word.starts_with(stem));
    words().any(of_ads) && !words().any(of_people)
}

pub(super) fn told(
    files: &[FileView],
    mapping: &Mapping,
    made: &Assembled,
) -> Result<Vec<Finding>, BuildError> {
    let month = |day: i32| Day(day).month_start();
    let costs = made.spend.day.iter().zip(&made.spend.spend);
    let costs = || costs.clone().filter(|(day, cost)| **day != NO_DAY && **cost > 0.0);
    let mut findings = Vec::new();
    for source in Source::of_kind(files, mapping, FileKind::OtherCosts)? {
        let Some(kinds) = source.role(Role::CostType)? else { continue };
        let distinct = Distinct::of(kinds);
        let ads: Vec<bool> = distinct.texts().map(|text| is_advertising(&text)).collect();
        if !ads.contains(&true) {
            continue;
        }
        let months: BTreeSet<Day> = costs().map(|(day, _)| month(*day)).collect();
        let amount = beside::numbers(&source, Role::Spend)?;
        let days = beside::days(&source)?;
        let is_twice = |(row, (day, amount)): &(u32, (&i32, &f64))| {
            let is_ad = ads.get(distinct.code(*row) as usize) == Some(&true);
            is_ad && !amount.is_nan() && **day != NO_DAY && months.contains(&month(**day))
        };
        let twice = (0u32..).zip(days.iter().zip(&amount)).filter(is_twice);
        let counts = distinct.tally(twice.map(|(row, _)| row));
        let named = distinct.texts().map(|text| text.into_owned()).zip(counts);
        let types: Vec<(String, u64)> = named.filter(|(_, n)| *n > 0).collect();
        if !types.is_empty() {
            let file = source.mapping.name.clone();
            findings.push(Finding::Crossing(Crossing::AdsAmongCosts { file, types }));
        }
    }
    Ok(findings)
}

#[cfg(test)]
mod tests {
    use super::is_advertising;

    #[test]
    fn advertising_by_its_words_and_not_its_people() {
        for text in [
            "Google Ads",
            "Реклама",
            "Яндекс Директ",
            "Διαφήμιση",
            "Advertising",
            "Facebook feed ads",
        ] {
            assert!(is_advertising(text), "{text}");
        }
        for text in [
            "Директор",
            "Salaries",
            "Ads agency",
            "Ads management fees",
            "Loads",
            "Рекламное агентство",
            "",
        ] {
            assert!(!is_advertising(text), "{text}");
        }
    }
}

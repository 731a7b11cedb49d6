//! The cost file: one row a day and campaign, with a title line above and a totals row below, as ad
//! systems export it.

use super::calendar::SampleDay;
use super::plan::{Booked, CAMPAIGNS, Campaign, FAIRS};
use super::random::Random;
use crate::engine::value::Day;
use std::fmt::Write;

/// What a row counts; the totals row sums it up.
#[derive(Clone, Copy, Default)]
struct Figures {
    impressions: u64,
    clicks: u64,
    conversions: u64,
    /// In cents, so that the total is exact.
    cents: u64,
}

/// The file of costs.
pub fn text(random: &mut Random, days: &[SampleDay]) -> String {
    let mut text = String::with_capacity(500_000);
    text.push_str("Campaign costs by day, 1 Nov 2024 to 31 Oct 2026\n");
    text.push_str("Day,Source,Medium,Campaign,Impressions,Clicks,Conversions,Cost (EUR)\n");
    let mut total = Figures::default();
    let units: Vec<f64> = CAMPAIGNS.iter().map(|c| units(c, days)).collect();
    for day in days {
        for (campaign, units) in CAMPAIGNS.iter().zip(&units) {
            if is_booked(campaign.booked, day.day) {
                let share = dear(campaign, day) * busy(campaign, day) / units;
                let cost = campaign.cost * share * random.log_normal(1.0, 0.14);
                let figures = reach(random, campaign, cost);
                let touch = [campaign.source, campaign.medium, campaign.name];
                push_row(&mut text, &day.day.to_string(), touch, figures, &mut total);
            }
        }
        let fair = FAIRS.iter().find(|(y, m, d, _)| Day::from_ymd(*y, *m, *d) == Some(day.day));
        if let Some((_, _, _, cost)) = fair {
            let figures = Figures { cents: (cost * 100.0) as u64, ..Figures::default() };
            push_row(
                &mut text,
                &day.day.to_string(),
                ["Trade show", "", "trade-shows"],
                figures,
                &mut total,
            );
        }
    }
    let mut sums = Figures::default();
    push_row(&mut text, "Total", ["", "", ""], total, &mut sums);
    text
}

fn is_booked(booked: Booked, day: Day) -> bool {
    let (year, month, of_month) = day.ymd();
    match booked {
        Booked::Daily => true,
        Booked::Weekly => day.weekday() == 4,
        Booked::Monthly => of_month == 1,
        Booked::Once => (year, month) == (2026, 6),
    }
}

/// Prices rise evenly.
fn dear(campaign: &Campaign, day: &SampleDay) -> f64 {
    1.0 + (campaign.dearer - 1.0) * day.progress
}

/// Daily budgets follow demand; what is booked by the week or month does not.
fn busy(campaign: &Campaign, day: &SampleDay) -> f64 {
    if campaign.booked == Booked::Daily { day.weight } else { 1.0 }
}

/// By what the plan's cost is divided, so that all days together cost it.
fn units(campaign: &Campaign, days: &[SampleDay]) -> f64 {
    let booked = days.iter().filter(|d| is_booked(campaign.booked, d.day));
    booked.map(|d| dear(campaign, d) * busy(campaign, d)).sum()
}

fn reach(random: &mut Random, campaign: &Campaign, cost: f64) -> Figures {
    let clicks = (cost / campaign.cost_per_click * random.log_normal(1.0, 0.1)).round();
    let impressions = (clicks / campaign.click_rate * random.log_normal(1.0, 0.12)).round();
    let expected = clicks * campaign.conversion_rate;
    let conversions = (expected + random.unit()).floor();
    Figures {
        impressions: impressions as u64,
        clicks: clicks as u64,
        conversions: conversions as u64,
        cents: (cost * 100.0).round() as u64,
    }
}

fn push_row(text: &mut String, day: &str, touch: [&str; 3], f: Figures, total: &mut Figures) {
    let [source, medium, campaign] = touch;
    let (euros, cents) = (f.cents / 100, f.cents % 100);
    // Writing into a String can't fail.
    let _ = writeln!(
        text,
        "{day},{source},{medium},{campaign},{},{},{},{euros}.{cents:02}",
        f.impressions, f.clicks, f.conversions
    );
    total.impressions += f.impressions;
    total.clicks += f.clicks;
    total.conversions += f.conversions;
    total.cents += f.cents;
}

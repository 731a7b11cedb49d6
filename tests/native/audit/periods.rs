//! Costs and records channel by channel in months: what of either has nothing of the other.

use super::checks::Checked;
use crate::tables::day;
use tundish::engine::audit::{CheckId, Counted, Detail, Lack, Verdict};
use tundish::engine::filter::Grain;
use tundish::engine::mapping::Channel;
use tundish::engine::query::preview;
use tundish::engine::report::{ChannelMeeting, ReportSpec};
use tundish::engine::value::Day;

/// E-mail is paid for in January and March; its records come in January (in another week than the
/// cost), February and March. Events never cost anything, Display never brings anything.
fn checked() -> Checked {
    Checked::deals(&[
        "1|a|won|2025-01-20|2025-02-01||10|EUR|Email|ann|",
        "2|b|new|2025-02-03||||EUR|Email|ann|",
        "3|c|new|2025-03-04||||EUR|Email|ann|",
        "4|d|new|||||EUR|Email|ann|",
        "5|e|new|2025-03-04||||EUR|Event|ann|",
    ])
    .with_costs(&[
        "2025-01-02|x|30|Email",
        "2025-03-05|x|60|Email",
        "2025-04-05|x|10|Email",
        "2025-05-05|x|0|Email",
        "|x|5|Email",
        "2025-04-05|x|7|Display",
    ])
}

fn met(details: &[Detail], grain: Grain) -> (Option<f64>, Option<f64>) {
    let of = |d: &Detail| match d {
        Detail::Met { grain: g, spend, records } if *g == grain => Some((*spend, *records)),
        _ => None,
    };
    details.iter().find_map(of).unwrap()
}

fn near(found: (Option<f64>, Option<f64>), spend: f64, records: f64) {
    let (a, b) = (found.0.unwrap(), found.1.unwrap());
    assert!((a - spend).abs() < 1e-12 && (b - records).abs() < 1e-12, "{found:?}");
}

#[test]
fn spend_of_months_without_records_of_the_channel() {
    let checked = checked();
    let found = checked.found(CheckId::SpendMonthsWithoutLeads);
    // April of E-mail; neither the free row nor the undated one, nor Display, which never has any.
    assert_eq!((found.count, found.of, found.counted), (1, 3, Counted::CostRows));
    assert_eq!(checked.rows(CheckId::SpendMonthsWithoutLeads), vec![(1, vec![2])]);
    let (channel, months) = (Channel::Email, vec![Day(day("2025-04-01"))]);
    assert_eq!(found.details[0], Detail::Months { channel, months, more: 0 });
    // Of all 112 that were spent, and of all five records.
    near(met(&found.details, Grain::Month), 90.0 / 112.0, 2.0 / 5.0);
    // In the week of 3 March both meet, and nothing else.
    near(met(&found.details, Grain::Week), 60.0 / 112.0, 1.0 / 5.0);
}

#[test]
fn records_of_months_without_spend_of_the_channel() {
    let checked = checked();
    let found = checked.found(CheckId::LeadMonthsWithoutSpend);
    // February; neither the undated record nor the event, which never cost anything.
    assert_eq!((found.count, found.of, found.counted), (1, 3, Counted::Records));
    assert_eq!(checked.rows(CheckId::LeadMonthsWithoutSpend), vec![(0, vec![1])]);
    let (channel, months) = (Channel::Email, vec![Day(day("2025-02-01"))]);
    assert_eq!(found.details[0], Detail::Months { channel, months, more: 0 });
    assert!(!found.effects.is_empty());
}

#[test]
fn what_meets_in_every_month_passes_and_what_is_not_there_can_not_be_checked() {
    let both = ["1|a|new|2025-01-20||||EUR|Email|ann|"];
    let sound = Checked::deals(&both).with_costs(&["2025-01-02|x|30|Email"]);
    for id in [CheckId::SpendMonthsWithoutLeads, CheckId::LeadMonthsWithoutSpend] {
        assert_eq!(sound.verdict(id), Verdict::Passed);
        assert_eq!(Checked::deals(&both).verdict(id), Verdict::NotCheckable(Lack::NoSpend));
        let undated = Checked::deals(&["1|a|new|||||EUR|Email|ann|"]);
        let undated = undated.with_costs(&["2025-01-02|x|30|Email"]);
        assert_eq!(undated.verdict(id), Verdict::NotCheckable(Lack::NoCreated));
    }
}

fn shown(checked: &Checked) -> Vec<ChannelMeeting> {
    checked.ask(|ground| preview(ground.assembled, &ReportSpec::default()).channels)
}

#[test]
fn who_maps_sees_how_spend_meets_records_by_channel_as_the_checks_tell_it() {
    let checked = checked();
    let shown = shown(&checked);
    let told = |met: &ChannelMeeting| (met.spend, Some(met.records));
    let grains: Vec<Option<Grain>> = shown.iter().map(|met| met.grain).collect();
    assert_eq!(grains, [None, Some(Grain::Month), Some(Grain::Week)]);
    // E-mail has records and costs 105 of 112; four of five records are of e-mail.
    near(told(&shown[0]), 105.0 / 112.0, 4.0 / 5.0);
    let details = checked.found(CheckId::LeadMonthsWithoutSpend).details;
    assert_eq!(told(&shown[1]), met(&details, Grain::Month));
    assert_eq!(told(&shown[2]), met(&details, Grain::Week));
    let ever = checked.found(CheckId::SpendWithoutLeads).details;
    let (spend, records) = told(&shown[0]);
    assert_eq!(ever, [Detail::MetEver { spend, records }]);
}

#[test]
fn without_costs_without_channels_or_without_days_nothing_is_told_that_is_not_so() {
    let email = "1|a|new|2025-01-20||||EUR|Email|ann|";
    assert_eq!(shown(&Checked::deals(&[email])), []);
    let nowhere = Checked::deals(&["1|a|new|2025-01-20||||EUR||ann|"]);
    assert_eq!(shown(&nowhere.with_costs(&["2025-01-02|x|30|Email"])), []);
    // Undated records meet at any time and within none.
    let undated = Checked::deals(&["1|a|new|||||EUR|Email|ann|"]);
    let undated = shown(&undated.with_costs(&["2025-01-02|x|30|Email"]));
    assert_eq!(undated, [ChannelMeeting { grain: None, spend: Some(1.0), records: 1.0 }]);
}

//! The invented company: its channels with their economics, campaigns, products, people.
//!
//! Figures of a channel are what its leads do in the long run; what a period shows differs by luck
//! and by leads that are still under way.

/// A source of leads.
pub struct Channel {
    /// Share of all leads, and its trend: factor at the end of the two years.
    pub weight: f64,
    pub trend: f64,
    /// Chance to go on from each of the five stages; the last one is the win.
    pub pass: [f64; 5],
    /// Against the usual length of a deal.
    pub pace: f64,
    /// Against the usual amount.
    pub size: f64,
    /// Positions in [`CAMPAIGNS`] by weight; a `None` campaign leaves the column empty.
    pub touches: &'static [Touch],
}

/// What stands in the source columns of a lead.
pub struct Touch {
    pub weight: f64,
    pub source: &'static str,
    pub medium: &'static str,
    pub campaign: &'static str,
}

const fn touch(
    weight: f64,
    source: &'static str,
    medium: &'static str,
    campaign: &'static str,
) -> Touch {
    Touch { weight, source, medium, campaign }
}

/// All channels. The last but one has no source, the last one a source that no rule knows.
pub const CHANNELS: [Channel; 9] = [
    Channel {
        weight: 23.5,
        trend: 1.0,
        pass: [0.44, 0.56, 0.62, 0.68, 0.48],
        pace: 0.95,
        size: 1.0,
        touches: &[
            touch(82.0, "google", "organic", ""),
            touch(10.0, "bing", "organic", ""),
            touch(8.0, "duckduckgo", "organic", ""),
        ],
    },
    // Paid search: the largest, neither cheap nor dear.
    Channel {
        weight: 28.0,
        trend: 0.95,
        pass: [0.385, 0.54, 0.61, 0.67, 0.47],
        pace: 1.0,
        size: 1.0,
        touches: &[
            touch(22.0, "google", "cpc", "search-brand-eu"),
            touch(42.0, "google", "cpc", "search-generic-eu"),
            touch(18.0, "google", "cpc", "search-competitors"),
            touch(13.0, "bing", "cpc", "bing-generic"),
            touch(5.0, "google", "cpc", ""),
        ],
    },
    // Paid social: many leads, few of them good.
    Channel {
        weight: 16.0,
        trend: 1.6,
        pass: [0.25, 0.42, 0.55, 0.62, 0.44],
        pace: 1.2,
        size: 0.6,
        touches: &[
            touch(44.0, "linkedin", "paid_social", "linkedin-leadgen"),
            touch(38.0, "facebook", "paid_social", "meta-lookalike"),
            touch(18.0, "facebook", "paid_social", "meta-retargeting"),
        ],
    },
    Channel {
        weight: 10.0,
        trend: 0.95,
        pass: [0.47, 0.57, 0.63, 0.68, 0.48],
        pace: 0.75,
        size: 0.9,
        touches: &[
            touch(70.0, "newsletter", "email", "monthly-newsletter"),
            touch(30.0, "newsletter", "email", "nurture-sequence"),
        ],
    },
    // Referrals: few, quick and good.
    Channel {
        weight: 7.0,
        trend: 1.1,
        pass: [0.6, 0.66, 0.68, 0.7, 0.5],
        pace: 0.8,
        size: 1.35,
        touches: &[
            touch(45.0, "g2.com", "referral", "review-sites"),
            touch(30.0, "capterra.com", "referral", "review-sites"),
            touch(25.0, "partner-blog.eu", "referral", ""),
        ],
    },
    // Events: large deals that take long.
    Channel {
        weight: 6.0,
        trend: 1.0,
        pass: [0.52, 0.6, 0.65, 0.66, 0.45],
        pace: 2.1,
        size: 1.6,
        touches: &[
            touch(55.0, "Webinar", "", "webinar-series"),
            touch(45.0, "Trade show", "", "trade-shows"),
        ],
    },
    Channel {
        weight: 6.7,
        trend: 1.0,
        pass: [0.4, 0.55, 0.62, 0.67, 0.46],
        pace: 1.0,
        size: 1.0,
        touches: &[touch(1.0, "(direct)", "(none)", "")],
    },
    Channel {
        weight: 2.4,
        trend: 0.9,
        pass: [0.3, 0.48, 0.55, 0.62, 0.42],
        pace: 1.1,
        size: 0.9,
        touches: &[touch(1.0, "", "", "")],
    },
    Channel {
        weight: 0.4,
        trend: 1.0,
        pass: [0.3, 0.48, 0.55, 0.62, 0.42],
        pace: 1.1,
        size: 0.9,
        touches: &[touch(1.0, "List import 2025", "", "")],
    },
];

/// How people and forms spell a source or medium differently: as planned, as found, how often.
pub const SPELLINGS: [(&str, &str, f64); 9] = [
    ("google", "Google", 0.04),
    ("google", "google ", 0.008),
    ("linkedin", "LinkedIn", 0.06),
    ("facebook", "Facebook", 0.03),
    ("facebook", "fb", 0.02),
    ("newsletter", "Newsletter", 0.03),
    ("cpc", "CPC", 0.02),
    ("Webinar", "webinar", 0.1),
    ("Trade show", "Tradeshow", 0.05),
];

/// When a campaign's cost is booked.
#[derive(Clone, Copy, PartialEq, Eq)]
pub enum Booked {
    Daily,
    /// On Thursdays.
    Weekly,
    /// On the first of the month.
    Monthly,
    /// Daily in June 2026 only.
    Once,
}

/// A campaign of the cost file.
pub struct Campaign {
    pub source: &'static str,
    pub medium: &'static str,
    pub name: &'static str,
    pub booked: Booked,
    /// Cost over the two years, in euros, and by how much dearer it is at the end.
    pub cost: f64,
    pub dearer: f64,
    pub cost_per_click: f64,
    pub click_rate: f64,
    /// Clicks to what the ad system calls a conversion.
    pub conversion_rate: f64,
}

#[rustfmt::skip]
/// All campaigns. The last one was a test that brought nobody.
pub const CAMPAIGNS: [Campaign; 12] = [
    campaign("google", "cpc", "search-brand-eu", Booked::Daily, [42_000.0, 1.1, 0.9, 0.09, 0.06]),
    campaign("google", "cpc", "search-generic-eu", Booked::Daily, [203_000.0, 1.35, 3.1, 0.035, 0.04]),
    campaign("google", "cpc", "search-competitors", Booked::Daily, [104_000.0, 1.3, 3.9, 0.02, 0.035]),
    campaign("bing", "cpc", "bing-generic", Booked::Daily, [47_000.0, 1.1, 2.2, 0.025, 0.038]),
    campaign("linkedin", "paid_social", "linkedin-leadgen", Booked::Daily, [176_000.0, 1.2, 6.8, 0.006, 0.06]),
    campaign("facebook", "paid_social", "meta-lookalike", Booked::Daily, [78_000.0, 1.25, 1.4, 0.011, 0.025]),
    campaign("facebook", "paid_social", "meta-retargeting", Booked::Daily, [29_000.0, 1.15, 1.1, 0.014, 0.03]),
    campaign("newsletter", "email", "monthly-newsletter", Booked::Weekly, [27_000.0, 1.0, 0.6, 0.03, 0.03]),
    campaign("newsletter", "email", "nurture-sequence", Booked::Weekly, [14_000.0, 1.0, 0.5, 0.04, 0.04]),
    campaign("g2.com", "referral", "review-sites", Booked::Monthly, [72_000.0, 1.1, 5.0, 0.05, 0.05]),
    campaign("Webinar", "", "webinar-series", Booked::Monthly, [58_000.0, 1.1, 6.0, 0.02, 0.2]),
    campaign("programmatic", "display", "display-test", Booked::Once, [6_400.0, 1.0, 0.4, 0.002, 0.0]),
];

/// The fairs are booked apart, on the day that they open.
pub const FAIRS: [(i32, u32, u32, f64); 8] = [
    (2024, 11, 19, 21_000.0),
    (2025, 2, 11, 18_500.0),
    (2025, 5, 13, 24_000.0),
    (2025, 9, 23, 22_000.0),
    (2025, 11, 18, 23_500.0),
    (2026, 2, 10, 19_500.0),
    (2026, 5, 12, 26_000.0),
    (2026, 9, 22, 25_500.0),
];

const fn campaign(
    source: &'static str,
    medium: &'static str,
    name: &'static str,
    booked: Booked,
    figures: [f64; 5],
) -> Campaign {
    let [cost, dearer, cost_per_click, click_rate, conversion_rate] = figures;
    Campaign {
        source,
        medium,
        name,
        booked,
        cost,
        dearer,
        cost_per_click,
        click_rate,
        conversion_rate,
    }
}

/// Stages with the usual days until the next one, and until a loss is written down.
pub const STAGES: [(&str, f64, f64); 5] = [
    ("New", 3.0, 9.0),
    ("Qualified", 6.0, 16.0),
    ("Demo", 8.0, 18.0),
    ("Proposal", 9.0, 24.0),
    ("Negotiation", 9.5, 26.0),
];
pub const WON: &str = "Closed Won";
pub const LOST: &str = "Closed Lost";

/// Part of the leads that go no further and that nobody ever closes, by stage.
pub const FORGOTTEN: [f64; 5] = [0.85, 0.6, 0.3, 0.12, 0.05];

/// Name, usual amount, weight.
pub const PRODUCTS: [(&str, f64, f64); 4] = [
    ("Starter", 1_900.0, 44.0),
    ("Team", 4_300.0, 36.0),
    ("Business", 9_800.0, 16.0),
    ("Enterprise", 27_000.0, 4.0),
];

/// Name, share of leads, skill (a factor on the chance to go on from the late stages).
pub const OWNERS: [(&str, f64, f64); 10] = [
    ("Anna Weber", 12.0, 1.06),
    ("Elena Marin", 11.0, 1.03),
    ("Irina Belova", 10.0, 1.0),
    ("James Cole", 11.0, 0.97),
    ("Luis Ortega", 9.0, 1.0),
    ("Maria Kosta", 12.0, 1.08),
    ("Nikos Pappas", 10.0, 1.02),
    ("Petra Novak", 8.0, 0.95),
    ("Sofia Rossi", 9.0, 0.99),
    ("Tom Barker", 8.0, 0.86),
];

/// Why deals are lost: in the first two stages, and later on.
pub const EARLY_REASONS: [&str; 5] =
    ["No answer", "Not a fit", "No budget", "Only researching", "Duplicate enquiry"];
pub const LATE_REASONS: [&str; 5] =
    ["Price", "Chose a competitor", "Postponed", "No decision", "Missing feature"];

//! English: words about figures.

use crate::engine::measure::MeasureGroup;
use crate::i18n::Figures;

pub const FIGURES: Figures = Figures {
    group: |group| match group {
        MeasureGroup::Leads => "Leads",
        MeasureGroup::Sales => "Sales",
        MeasureGroup::Money => "Money",
        MeasureGroup::Pipeline => "Pipeline",
        MeasureGroup::Ads => "Ads and costs",
        MeasureGroup::Time => "Time",
        MeasureGroup::Accounts => "Customers",
        MeasureGroup::Activities => "Activities",
    },
    search: "Find a figure",
    none_found: "No figure is called so.",
    of_count: |part, whole| format!("{part} of {whole}"),
    chance: "may be chance",
    chance_why: |low, high| {
        format!("The difference lies between {low} and {high} (95 %), so it may be none.")
    },
    sure_why: |low, high| format!("The difference lies between {low} and {high} (95 %)."),
    margin: "Margin, %",
    margin_hint: "Share of the revenue that is left after the cost of what was sold. Without it, ROMI, ROI and lifetime value are of revenue.",
    no_margin: "A share from 0 to 100: the margin stays as it was.",
};

//! The seasons of a trend: the index by month or quarter of the year, and what an index is made of.
//!
//! Not here: the choice of showing them (`trend_options`).

use crate::app::columns::own_heads;
use crate::app::part::figure::{exact, traced};
use crate::app::part::trace_grid::{CellPlace, TraceGrid};
use crate::app::words;
use crate::engine::filter::Grain;
use crate::engine::query::{Figure, SeasonParts, SeasonUnit};
use crate::engine::report::{Season, Trend};
use crate::engine::value::Day;
use crate::format::Style;
use leptos::prelude::*;

/// So many decimals has an index in its table, and in its own dialog.
const IN_TABLE: usize = 2;
const IN_FULL: usize = 4;

/// A month or quarter of any year: `March`, `Q1`.
pub fn place_name(grain: Grain, place: usize) -> String {
    let units = Season::units(grain).unwrap_or(12);
    // Quarters of a fiscal year bear their numbers within it.
    let named_by = if units == 4 { Grain::Quarter } else { Grain::Month };
    let month = (place * (12 / units) + 1) as u32;
    let long = Day::from_ymd(2024, month, 1).map(|d| words().locale.date(named_by, d));
    long.unwrap_or_default().replace("2024", "").trim().to_owned()
}

/// The index of each measure by month or quarter of the year, or why there is none.
pub fn season_table(index: usize, trend: &Trend) -> Option<AnyView> {
    if trend.season.is_empty() {
        return None;
    }
    let words = words();
    let units = Season::units(trend.grain).unwrap_or(12);
    let heads =
        (0..units).map(|u| view! { <th scope="col" class="num">{place_name(trend.grain, u)}</th> });
    let told = trend.season.iter().position(|season| matches!(season, Season::Index(_)));
    let measures = trend.measures.iter().zip(&trend.season).enumerate();
    let rows = measures.map(|(measure, (id, season))| {
        let cells = match season {
            Season::Index(index) => {
                let cell = |(place, x): (usize, &f64)| {
                    let key = Some(format!("{place}:{measure}"));
                    let place = CellPlace::new(key, Some(measure) == told && place == 0);
                    view! {
                        <td class="num" data-value=x.to_string() data-part=place.part()
                            data-figure=place.key.clone() tabindex=place.tabindex>{words.locale.number(*x, IN_TABLE)}</td>
                    }
                };
                index.iter().enumerate().map(cell).collect_view().into_any()
            }
            Season::Absent(why) => {
                let why = (words.asking.season_absent)(*why);
                view! { <td class="sub" colspan=units.to_string()>{why}</td> }.into_any()
            }
        };
        view! { <tr data-part="season-row"><th scope="row">{words.measure_short(*id, &own_heads())}</th>{cells}</tr> }
    });
    let (heads, rows) = (heads.collect_view(), rows.collect_view());
    let shown = StoredValue::new(trend.clone());
    let figure = move |key: String| -> Option<Figure> {
        let (place, measure) = key.split_once(':')?;
        shown.with_value(|t| t.figure_season(place.parse().ok()?, measure.parse().ok()?))
    };
    Some(
        view! {
            <div class="table-wrap season">
                <TraceGrid part="season-table" class="" index figure>
                    <thead><tr><th scope="col">{words.asking.season}</th>{heads}</tr></thead>
                    <tbody>{rows}</tbody>
                </TraceGrid>
                <p class="quiet-line">{words.asking.season_hint}</p>
            </div>
        }
        .into_any(),
    )
}

/// The units that an index is the mean of, each beside the level of its time and with rows of its own;
/// and by what their mean is divided.
pub fn season_units(
    figure: &Figure,
    parts: &SeasonParts,
    currency: Option<&str>,
) -> Option<AnyView> {
    let Figure::Season { id, grain, .. } = figure.plain() else { return None };
    let words = words();
    let says = &words.trace;
    let number = |x: f64| words.locale.number(x, IN_FULL);
    let unit = |unit: &SeasonUnit| {
        let in_unit = Some((*grain, unit.start));
        let of_unit = Figure::Measure { id: *id, place: Vec::new(), unit: in_unit };
        let text = words.quantity(&unit.figure, currency, Style::Exact);
        view! {
            <tr data-part="season-unit" data-start=unit.start.to_string() data-ratio=unit.ratio.to_string()>
                <th scope="row">{words.locale.date(*grain, unit.start)}</th>
                <td class="num" data-value=exact(unit.figure.value)>{traced(text, Some(of_unit.within(figure.filters())))}</td>
                <td class="num" data-value=exact(unit.level.value)>{words.quantity(&unit.level, currency, Style::Exact)}</td>
                <td class="num">{number(unit.ratio)}</td>
            </tr>
        }
    };
    let mean = |part: &'static str, name: &'static str, x: f64| {
        view! {
            <tr data-part=part data-value=x.to_string()>
                <th scope="row" colspan="3">{name}</th>
                <td class="num">{number(x)}</td>
            </tr>
        }
    };
    Some(
        view! {
            <table data-part="season-units">
                <thead>
                    <tr>
                        <th scope="col">{(words.names.grain)(*grain)}</th>
                        <th scope="col" class="num">{words.measure_short(*id, &own_heads())}</th>
                        <th scope="col" class="num">{says.season_level}</th>
                        <th scope="col" class="num">{says.season_ratio}</th>
                    </tr>
                </thead>
                <tbody>{parts.units.iter().map(unit).collect_view()}</tbody>
                <tfoot>
                    {mean("season-mean", says.season_mean, parts.mean)}
                    {mean("season-of-all", says.season_of_all, parts.of_all)}
                </tfoot>
            </table>
        }
        .into_any(),
    )
}

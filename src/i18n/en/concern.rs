//! English: what a check means for the figures, where leaving its rows out would not show it.

use crate::engine::audit::CheckId;

pub fn concern(id: CheckId) -> Option<&'static str> {
    Some(match id {
        CheckId::StageUnused => {
            "Nobody enters the stage: its conversion is 0, and that of the next one has no value."
        }
        CheckId::StageNotMeasurable => {
            "The time in these stages has no value, and conversions take it for granted that whoever came further was there."
        }
        CheckId::CalendarGaps => {
            "Trends by week or month have a hole, and rates per period are lower than they were."
        }
        CheckId::CostGaps => "Cost per record and return of those days look better than they were.",
        CheckId::StaleExport => {
            "For the days that are missing, one side of each rate is too small: cost per record, return and conversion are off."
        }
        CheckId::ClosedOnly => {
            "The open pipeline is empty, the sales cycle too short, and the win rate of recent months not final."
        }
        CheckId::SameId => "The latest state of each ID counts; its older rows are in no figure.",
        CheckId::Orphans => {
            "Totals stay as they are; in break-downs by the other file these rows are without a value."
        }
        CheckId::IdleOwners => {
            "No figure changes; these owners are in no break-down, and averages per owner leave them out."
        }
        CheckId::FileNotCounted => "No row of these files is in any figure.",
        _ => return None,
    })
}

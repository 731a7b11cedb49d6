//! What nobody knows of how far a record came; and of all records of a person or an account, of which
//! one that is known makes the others no doubt.
//!
//! Not here: how far it came (`passage`).

use crate::engine::funnel::{NO_STAGE, Outcome, Records};

/// See the module.
#[derive(Clone, Copy, Default)]
pub(super) struct Doubt {
    /// Lost, and nothing says how far it came.
    pub depth_unknown: bool,
    /// Open, with a status that is not mapped, and with nothing else that tells of a later stage.
    pub unmapped: bool,
    /// Open, in a stage.
    stands: bool,
    /// Entered less than a window before the as-of day.
    pub young: bool,
    /// With a stage or an end that nobody dated, so that it may be outside the window.
    pub undated: bool,
}

impl Doubt {
    /// Of a record that ended so within the window.
    pub fn of(records: &Records, row: usize, outcome: Outcome) -> Doubt {
        let depth_unknown = records.depth_unknown.get(row) == Some(&true);
        let nowhere = records.stage.get(row) == Some(&NO_STAGE);
        let open = records.outcome.get(row) == Some(&Outcome::Open);
        // Dates may tell of a later stage, whatever the status says.
        let at_first = records.observed.get(row).is_none_or(|seen| seen >> 1 == 0);
        Doubt {
            depth_unknown: depth_unknown && outcome == Outcome::Lost,
            unmapped: nowhere && open && at_first && records.has_status,
            stands: open && !nowhere,
            ..Doubt::default()
        }
    }

    /// What a window leaves in doubt.
    pub fn within(self, young: bool, undated: bool) -> Doubt {
        Doubt { young, undated, ..self }
    }

    /// Of both together: one that is known tells of both.
    pub fn with(&self, other: &Doubt) -> Doubt {
        Doubt {
            depth_unknown: self.depth_unknown && other.depth_unknown,
            unmapped: self.unmapped || other.unmapped,
            stands: self.stands || other.stands,
            young: self.young || other.young,
            undated: self.undated || other.undated,
        }
    }

    /// Of all of a person or an account, which came beyond the first stage or not.
    pub fn of_all(self, came_on: bool, outcome: Outcome) -> Doubt {
        let is_somewhere = self.stands || came_on || outcome != Outcome::Open;
        Doubt { unmapped: self.unmapped && !is_somewhere, ..self }
    }
}

//! The audit: what the data can't say or says wrongly.
//!
//! Two depths of it. *Findings* come with every report: what was met while records were assembled.
//! The *check-list* is made when somebody asks for it: every check of a fixed list is passed, found
//! something (with its rows and with what becomes of the figures without them) or can't be made on
//! this data, with the reason. A new check is a file here and one line in `checks!`.
//! Not here: the words (`i18n`), what the user plans to do about a check (`document`).

mod beside_rows;
mod by_period;
mod check;
mod contact;
mod finding;
mod findings;
mod follow_up;
mod ground;
mod list;
mod usual;

mod activity_at_night;
mod activity_before_record;
mod activity_in_future;
mod activity_repeated;
mod activity_unknown_owner;
mod activity_without_day;
mod activity_without_duration;
mod activity_without_record;
mod activity_without_result;
mod calendar_gaps;
mod campaign_untied;
mod clock_changes;
mod close_before_created;
mod closed_only;
mod cost_gaps;
mod file_not_counted;
mod future_dates;
mod idle_owners;
mod lead_months_without_spend;
mod leads_without_spend;
mod lost_depth_unknown;
mod missing_closed;
mod missing_created;
mod orphans;
mod other_cost_currencies;
mod other_cost_outside;
mod other_cost_repeated;
mod other_cost_spikes;
mod other_cost_without_amount;
mod other_cost_without_day;
mod other_cost_without_type;
mod outliers;
mod past_expected_close;
mod same_contact;
mod same_deal;
mod same_id;
mod several_currencies;
mod spend_months_without_leads;
mod spend_without_day;
mod spend_without_leads;
mod stage_not_measurable;
mod stage_unused;
mod stale_export;
mod status_unmapped;
mod stuck;
mod without_channel;
mod without_owner;
mod won_without_amount;
mod won_zero_amount;

pub use check::{Check, CheckId, Counted, Detail, Effect, Found, Lack, Severity, Verdict};
pub use finding::Finding;
pub(crate) use findings::{Told, audit};
pub use follow_up::{FollowUp, Priority, Progress};
pub use ground::Ground;
pub use list::{Audit, check_list, rows_of};

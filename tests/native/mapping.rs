//! What files mean: roles, stages, channels and joins as they are proposed.
mod bare_status;
mod channel;
mod exporters;
mod hard_files;
mod hard_headers;
mod hard_narrower;
mod hard_order;
mod hard_stages;
mod keep;
mod kind_choice;
mod ladder;
mod made;
mod property;
mod real;
mod source;
mod spend_period;
mod stage_dates;

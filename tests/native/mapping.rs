//! What files mean: roles, stages, channels and joins as they are proposed.
mod ads;
mod channel;
mod crm;
mod crm_local;
mod exporters;
mod keep;
mod ladder;
mod made;
mod property;
mod real;
mod sample;

//! What files mean: roles, stages, channels and joins as they are proposed.
mod channel;
mod made;
mod real;

//! A group set against all others of its dimension: the difference, how sure it is, and both figures.
//! Its rows are those of the group.

use super::Lineage;
use crate::engine::query::ladder_parts::apart;
use crate::engine::query::show_as::set_against;
use crate::engine::report::ShowAs;
use crate::engine::value::Quantity;

pub(super) fn beside(own: Lineage, others: Lineage) -> Option<Lineage> {
    let (here, other) = (own.quantity.clone()?, others.quantity?);
    let interval = apart(&here, &other);
    let difference = set_against(ShowAs::Difference, &here, Some(&other));
    let quantity = Some(Quantity { interval, ..difference });
    Some(Lineage { quantity, sides: Some(Box::new((here, other))), ..own })
}

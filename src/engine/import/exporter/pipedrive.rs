//! Pipedrive: deals. Every header begins with its object, in the language of the interface.

use super::fingerprint::{NO_SHEET, Sheet};
use super::{ExportKind, ExporterId, PLAIN, System};

pub const SYSTEM: System = System {
    id: ExporterId::Pipedrive,
    sheets: &[DEALS],
    outcome: "deal status|сделка статус",
    ..PLAIN
};

const DEALS: Sheet = Sheet {
    kind: ExportKind::Deals,
    telling: "deal currency of value|deal weighted value|deal deal created|deal deal closed on|\
        deal won time|deal lost time|deal source channel|deal source origin|deal update time|\
        deal total activities|deal last activity date|deal contact person",
    usual: "deal id|deal title|deal stage|deal status|deal value|deal probability|\
        deal expected close date|deal lost reason|deal owner|deal organization|deal pipeline|\
        deal label",
    never: "deal name",
    begins: "deal - |person - |organization - |сделка - |контакт - |организация - ",
    ..NO_SHEET
};

//! SuiteCRM and SugarCRM with Greek labels: opportunities and leads.

use super::fingerprint::{NO_SHEET, Sheet};
use super::{ExportKind, ExporterId, PLAIN, System};

pub const SYSTEM: System = System { id: ExporterId::SuiteCrm, sheets: &[DEALS, LEADS], ..PLAIN };

const DEALS: Sheet = Sheet {
    kind: ExportKind::Deals,
    telling: "ονομα ευκαιριασ|σταδιο πωλησησ|σταδιο πωλησεων|πηγη προελευσησ|\
        πηγη ερισματοσ πωλησησ|ονομα λογαριασμου|αναμενομενη ημερομηνια κλεισιματοσ|\
        αναμενομενη ημ/νια κλεισιματοσ",
    usual: "ποσο|νομισμα|ημερομηνια δημιουργιασ|ημερομηνια ενημερωσησ|ημερομηνια κλεισιματοσ|\
        πιθανοτητα|τυποσ|καμπανια|εκστρατεια|επομενο βημα|κατασταση|υπευθυνοσ|πηγη|\
        λογοσ απωλειασ",
    ..NO_SHEET
};

const LEADS: Sheet = Sheet {
    kind: ExportKind::Leads,
    telling: "δυνητικοσ πελατησ|δυνητικοι πελατεσ|ονομα δυνητικου πελατη|πηγη δυνητικου πελατη|\
        πηγη προελευσησ|πηγη ερισματοσ πωλησησ",
    usual: "ονομα|επωνυμο|ονοματεπωνυμο|κατασταση|υπευθυνοσ|ημερομηνια δημιουργιασ|τηλεφωνο|\
        ηλεκτρονικη διευθυνση|ονομα λογαριασμου|εκστρατεια|καμπανια|τιτλοσ",
    never: "ονομα ευκαιριασ|σταδιο πωλησησ|ποσο που δαπανηθηκε",
    ..NO_SHEET
};

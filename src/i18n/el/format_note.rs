//! Greek: what was understood or assumed of a column.

use crate::engine::profile::FormatNote;

pub fn format_note(note: FormatNote) -> &'static str {
    match note {
        FormatNote::ShortYears => "διψήφια έτη: 00–69 είναι 20xx, 70–99 είναι 19xx",
        FormatNote::Offsets => "οι ώρες έχουν ζώνη ώρας· η ώρα μένει όπως γράφτηκε",
        FormatNote::Utc => "ώρες σε UTC, όπως γράφτηκαν",
        FormatNote::MixedOffsets => {
            "οι ώρες έχουν διαφορετικές ζώνες· μένουν όπως γράφτηκαν, άρα οι ώρες ανάμεσα σε γραμμές δεν είναι ακριβείς"
        }
        FormatNote::Serials => "αριθμοί ημερών του Excel: το 45292 είναι 1 Ιανουαρίου 2024",
        FormatNote::EpochSeconds => "δευτερόλεπτα από το 1970, σε UTC",
        FormatNote::EpochMillis => "χιλιοστά του δευτερολέπτου από το 1970, σε UTC",
        FormatNote::Months => "μήνες, ως η πρώτη τους ημέρα",
        FormatNote::Quarters => "τρίμηνα, ως η πρώτη τους ημέρα",
        FormatNote::Weeks => "εβδομάδες, ως η Δευτέρα τους",
        FormatNote::MixedOrders => {
            "ημερομηνίες με δύο σειρές (πρώτα ημέρα και πρώτα μήνας): έμειναν κείμενο"
        }
        FormatNote::Durations => "διάρκειες, ώρες:λεπτά",
        FormatNote::HoursMinutes => "δύο αριθμοί με άνω-κάτω τελεία λογίζονται ώρες και λεπτά",
        FormatNote::Scaled => {
            "χιλιάδες και εκατομμύρια με γράμματα (5k, 1,2M) έγιναν πλήρεις αριθμοί"
        }
        FormatNote::HeaderPercent => "ποσοστά κατά την επικεφαλίδα: το 12 είναι 12%",
        FormatNote::HeaderThousands => "σε χιλιάδες κατά την επικεφαλίδα: το 12 είναι 12.000",
        FormatNote::HeaderMillions => "σε εκατομμύρια κατά την επικεφαλίδα: το 12 είναι 12.000.000",
        FormatNote::HeaderBillions => {
            "σε δισεκατομμύρια κατά την επικεφαλίδα: το 12 είναι 12.000.000.000"
        }
        FormatNote::OtherCurrency => {
            "η επικεφαλίδα δίνει άλλο νόμισμα από τα κελιά: ισχύουν τα κελιά"
        }
        FormatNote::Shortened => {
            "ορισμένοι αριθμοί είναι όπως 1,23E+11: ένα υπολογιστικό φύλλο τους συντόμευσε και ίσως χάθηκαν ψηφία"
        }
        FormatNote::Rounded => {
            "ορισμένοι αριθμοί έχουν πάνω από 15 ψηφία και κρατούνται στρογγυλεμένοι"
        }
        FormatNote::Identifiers => "αυτοί οι αριθμοί είναι κωδικοί: έμειναν κείμενο",
        FormatNote::MixedCurrencies => {
            "ποσά σε πολλά νομίσματα: έμειναν κείμενο, για να μην προστεθούν"
        }
        FormatNote::MostlyNumbers => "κυρίως αριθμοί, αλλά με πολλά άλλα κελιά: έμεινε κείμενο",
        FormatNote::MostlyDates => "κυρίως ημερομηνίες, αλλά με πολλά άλλα κελιά: έμεινε κείμενο",
        FormatNote::Chosen => "ο τύπος ορίστηκε από εσάς",
    }
}

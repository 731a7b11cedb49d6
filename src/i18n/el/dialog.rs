//! Greek: sharing, saving, exporting, notices.

use super::L;
use crate::i18n::Dialog;

pub const DIALOG: Dialog = Dialog {
    share_title: "Κοινοποίηση αναφοράς",
    share_text: "Ο σύνδεσμος περιέχει μόνο τις ρυθμίσεις: αντιστοίχιση, κανόνες, αναφορά. Δεν \
        περιέχει καμία γραμμή δεδομένων. Όποιος τον ανοίξει προσθέτει τα ίδια αρχεία και βλέπει την ίδια \
        αναφορά.",
    share_link: "Σύνδεσμος",
    copy_link: "Αντιγραφή συνδέσμου",
    link_long: |n| {
        format!(
            "Ο σύνδεσμος έχει {} χαρακτήρες και κάποια προγράμματα κόβουν τους μεγάλους συνδέσμους. Το αρχείο είναι ασφαλέστερο.",
            L.count(n)
        )
    },
    link_from_disk: "Η σελίδα άνοιξε από δίσκο, οπότε ο σύνδεσμος δουλεύει μόνο όπου υπάρχει το \
        ίδιο αρχείο. Καλύτερα αποθηκεύστε τις ρυθμίσεις σε αρχείο.",
    save_file: "Αποθήκευση σε αρχείο",
    save_text: "Αναγνώσιμο αρχείο JSON με τις ρυθμίσεις και χωρίς δεδομένα.",
    open_file: "Άνοιγμα αρχείου…",
    kept_here: "Διατηρείται σε αυτόν τον browser",
    storage_note: "Ο browser μπορεί να σβήσει όσα κρατά μια σελίδα, το Safari μετά από μια εβδομάδα \
        χωρίς επίσκεψη. Το σίγουρο αντίγραφο είναι το αρχείο στον δίσκο σας.",

    export_title: "Εξαγωγή",
    export_csv: "Πίνακας σε CSV",
    export_png: "Γράφημα σε PNG",
    export_svg: "Γράφημα σε SVG",
    export_json: "Αναφορά σε JSON",
    export_print: "Εκτύπωση ή PDF",
    export_document: "Ρυθμίσεις σε αρχείο",
    export_tables: "Πίνακες",
    export_charts: "Γραφήματα",
    csv_note: "UTF-8 με BOM, ανοίγει στο Excel. Κελιά που ένα λογιστικό φύλλο θα εκτελούσε ως \
        τύπους γίνονται ακίνδυνα.",
    export_named: |what, format| format!("{what} σε {format}"),
    printed_from: |title, day| format!("{title}, δεδομένα έως {day}. Έγινε με το Tundish."),

    copied: "Αντιγράφηκε.",
    saved: "Αποθηκεύτηκε.",
    opened: "Η αναφορά άνοιξε.",
    undone: "Αναιρέθηκε.",
    redone: "Επαναλήφθηκε.",
    exported: |file| format!("Το {file} αποθηκεύτηκε."),
    report_ready: "Η αναφορά είναι έτοιμη.",
    file_read: |file, rows| format!("Το {file} διαβάστηκε: {rows}."),
    file_failed: |file| format!("Το {file} δεν διαβάστηκε."),
};

//! Greek: activities and survey answers.

use crate::i18n::MeasureText;

const OWN_DAY: &str = "Κατά την ημέρα της ενέργειας, όποια βάση κι αν επιλεγεί.";

const BY_CREATION: &str = "Εγγραφές που δημιουργήθηκαν στην περίοδο, όποια βάση κι αν επιλεγεί.";

pub const RESPONSE_TIME: MeasureText = MeasureText {
    name: "Χρόνος απόκρισης σε lead",
    short: "Απόκριση",
    answers: "Πόσο περιμένει ένα νέο lead την πρώτη επαφή;",
    formula: "Οι μισές εγγραφές με επαφή περίμεναν λιγότερες ώρες από τη δημιουργία ως την πρώτη ενέργεια, οι μισές περισσότερες.",
    unit: "ώρες",
    basis: BY_CREATION,
    empty_when: "Καμία εγγραφή δεν έχει ενέργεια μετά τη δημιουργία.",
    cautions: "Όσες δεν είχαν επαφή μετρούν χωριστά. Νύχτες και Σαββατοκύριακα μετρούν, εκτός αν οριστούν ώρες εργασίας στην αντιστοίχιση.",
};

pub const NEVER_CONTACTED: MeasureText = MeasureText {
    name: "Χωρίς καμία επαφή",
    short: "Χωρίς επαφή",
    answers: "Με ποιο ποσοστό των leads δεν επικοινώνησε κανείς;",
    formula: "Εγγραφές χωρίς ενέργεια μετά τη δημιουργία ÷ όλες.",
    unit: "ποσοστό, %",
    basis: BY_CREATION,
    empty_when: "Δεν υπάρχουν εγγραφές.",
    cautions: "Ό,τι λείπει από το αρχείο ενεργειών δεν έγινε εδώ. Αναπάντητες και ακυρωμένες συναντήσεις δεν είναι επαφή.",
};

pub const CALLS: MeasureText = MeasureText {
    name: "Κλήσεις",
    short: "Κλήσεις",
    answers: "Πόσες κλήσεις έγιναν;",
    formula: "Πλήθος ενεργειών που είναι κλήσεις, απαντημένες ή όχι.",
    unit: "κλήσεις",
    basis: OWN_DAY,
    empty_when: "Ποτέ: καμία σημαίνει 0.",
    cautions: "Κλήσεις χωρίς εγγραφή στα αρχεία είναι ξεχωριστή ομάδα.",
};

pub const EMAILS: MeasureText = MeasureText {
    name: "E-mail",
    short: "E-mail",
    answers: "Πόσα e-mail υπήρξαν;",
    formula: "Πλήθος ενεργειών που είναι e-mail.",
    unit: "e-mail",
    basis: OWN_DAY,
    empty_when: "Ποτέ: κανένα σημαίνει 0.",
    cautions: "E-mail χωρίς εγγραφή στα αρχεία είναι ξεχωριστή ομάδα.",
};

pub const MEETINGS: MeasureText = MeasureText {
    name: "Συναντήσεις που έγιναν",
    short: "Συναντήσεις",
    answers: "Πόσες συναντήσεις έγιναν;",
    formula: "Πλήθος συναντήσεων χωρίς όσες ακυρώθηκαν, μεταφέρθηκαν ή χάθηκαν.",
    unit: "συναντήσεις",
    basis: OWN_DAY,
    empty_when: "Ποτέ: καμία σημαίνει 0.",
    cautions: "Μια συνάντηση θεωρείται ότι έγινε, εκτός αν το αρχείο λέει άλλο.",
};

pub const MEETINGS_TO_DEALS: MeasureText = MeasureText {
    name: "Συναντήσεις → πωλήσεις",
    short: "Συναντ. → πώληση",
    answers: "Τι ποσοστό όσων συναντήσαμε κερδήθηκε;",
    formula: "Κερδισμένες εγγραφές με συνάντηση ÷ εγγραφές με συνάντηση.",
    unit: "ποσοστό, %",
    basis: BY_CREATION,
    empty_when: "Καμία εγγραφή με συνάντηση που έγινε.",
    cautions: "Ίσως συναντάμε συχνότερα τους καλύτερους: δεν αποδεικνύει ότι οι συναντήσεις πουλούν.",
};

pub const MISSED_CALLS: MeasureText = MeasureText {
    name: "Αναπάντητες κλήσεις",
    short: "Αναπάντητες",
    answers: "Τι ποσοστό των εισερχόμενων δεν απάντησε κανείς;",
    formula: "Αναπάντητες εισερχόμενες ÷ εισερχόμενες.",
    unit: "ποσοστό, %",
    basis: OWN_DAY,
    empty_when: "Δεν υπάρχουν εισερχόμενες κλήσεις.",
    cautions: "Αναπάντητη είναι ό,τι λένε έτσι τα τηλεφωνικά κέντρα: missed, no answer, busy.",
};

pub const CONTENT_USE: MeasureText = MeasureText {
    name: "Χρήση υλικού από τις πωλήσεις",
    short: "Υλικό",
    answers: "Σε τι ποσοστό των συμφωνιών χρησιμοποιήθηκε υλικό;",
    formula: "Εγγραφές με παρουσίαση, case study ή προσφορά στις ενέργειές τους ÷ όλες.",
    unit: "ποσοστό, %",
    basis: BY_CREATION,
    empty_when: "Δεν υπάρχουν εγγραφές.",
    cautions: "Ό,τι λείπει από το αρχείο ενεργειών δεν χρησιμοποιήθηκε εδώ.",
};

pub const NPS: MeasureText = MeasureText {
    name: "Net Promoter Score (NPS)",
    short: "NPS",
    answers: "Θα μας σύστηναν οι πελάτες;",
    formula: "(Απαντήσεις 9 και 10 − απαντήσεις 0 έως 6) ÷ απαντήσεις × 100.",
    unit: "βαθμοί, −100 έως 100",
    basis: "Κατά την ημέρα της απάντησης, όποια βάση κι αν επιλεγεί.",
    empty_when: "Δεν υπάρχουν απαντήσεις.",
    cautions: "Μετρούν μόνο ακέραιοι από 0 έως 10. Δεν απαντούν όλοι.",
};

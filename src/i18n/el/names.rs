//! Greek: names of channels, roles, kinds, settings.

use super::{L, measure::measure};
use crate::engine::dimension::Dimension;
use crate::engine::filter::Grain;
use crate::engine::funnel::Outcome;
use crate::engine::mapping::{Channel, FileKind, Role};
use crate::engine::report::{Basis, SkipPolicy};
use crate::engine::table::ColumnType;
use crate::engine::value::{Caution, Unit};
use crate::format::Style;
use crate::i18n::Names;
use crate::i18n::label::mark_role;
use crate::i18n::plural::el as count;

pub const NAMES: Names = Names {
    channel,
    role,
    role_hint,
    file_kind: |kind| match kind {
        FileKind::Deals => "Συμφωνίες",
        FileKind::Leads => "Leads",
        FileKind::Spend => "Διαφημιστική δαπάνη",
        FileKind::Lookup => "Βοηθητική λίστα",
        FileKind::Other => "Δεν χρησιμοποιείται",
        FileKind::Activities => "Κλήσεις και συναντήσεις",
        FileKind::StageHistory => "Ιστορικό σταδίων",
        FileKind::Scores => "Βαθμολογίες έρευνας",
        FileKind::Targets => "Στόχοι",
        FileKind::Rates => "Ισοτιμίες",
        FileKind::Visits => "Επισκέψεις ιστότοπου",
        FileKind::Touches => "Επαφές με το μάρκετινγκ",
        FileKind::OtherCosts => "Άλλα κόστη",
        FileKind::EarlierExport => "Παλαιότερη εξαγωγή",
    },
    file_kind_hint: |kind| match kind {
        FileKind::Deals => "Κάθε γραμμή είναι μια συμφωνία. Αυτές οι γραμμές μετριούνται.",
        FileKind::Leads => {
            "Κάθε γραμμή είναι ένα lead ή μια επαφή. Μετριούνται όταν δεν υπάρχει αρχείο συμφωνιών."
        }
        FileKind::Spend => "Κάθε γραμμή είναι το κόστος μιας καμπάνιας σε μια ημέρα.",
        FileKind::Lookup => {
            "Κάθε γραμμή περιγράφει εταιρεία, προϊόν ή πρόσωπο με βάση το κλειδί του."
        }
        FileKind::EarlierExport => {
            "Οι ίδιες εγγραφές όπως ήταν παλαιότερα. Συγκρίνονται με τις σημερινές και δεν μετρούν ποτέ."
        }
        FileKind::OtherCosts => {
            "Κάθε γραμμή είναι κόστος εκτός διαφήμισης: μισθοί, εργαλεία, συνεργάτες."
        }
        FileKind::Other => "Το αρχείο μένει έξω από την αναφορά.",
        FileKind::Activities => {
            "Κάθε γραμμή είναι κλήση, συνάντηση, e-mail ή υλικό που χρησιμοποιήθηκε."
        }
        FileKind::StageHistory => {
            "Κάθε γραμμή είναι αλλαγή σταδίου: δείχνει πώς κινήθηκαν οι εγγραφές στη χοάνη."
        }
        FileKind::Scores => "Κάθε γραμμή είναι απάντηση σε έρευνα: 0 έως 10.",
        FileKind::Targets => {
            "Κάθε γραμμή είναι ένας στόχος: έσοδα, πωλήσεις ή leads μιας περιόδου."
        }
        FileKind::Touches => {
            "Κάθε γραμμή είναι μια επαφή με lead ή συμφωνία: εγγραφή, ημερομηνία, πηγή. Χρησιμεύουν στην απόδοση."
        }
        FileKind::Rates => {
            "Κάθε γραμμή λέει πόσο αξίζει ένα νόμισμα μια ημέρα, στο νόμισμα της αναφοράς."
        }
        FileKind::Visits => {
            "Κάθε γραμμή είναι ο αριθμός επισκέψεων του ιστότοπου μια ημέρα, ανά πηγή. Με τα leads συνδέονται κατά κανάλι και περίοδο."
        }
    },
    column_tag: |kind| match kind {
        ColumnType::Text => "ΚΕΙΜ.",
        ColumnType::Integer => "ΑΚΕΡ.",
        ColumnType::Decimal => "ΑΡΙΘ.",
        ColumnType::Money => "ΠΟΣΟ",
        ColumnType::Percent => "%",
        ColumnType::Day => "ΗΜ/ΝΙΑ",
        ColumnType::Moment => "ΗΜ/ΝΙΑ+ΩΡΑ",
        ColumnType::Time => "ΩΡΑ",
        ColumnType::Flag => "Ν/Ο",
    },
    column_type: |kind| match kind {
        ColumnType::Text => "κείμενο",
        ColumnType::Integer => "ακέραιος αριθμός",
        ColumnType::Decimal => "αριθμός",
        ColumnType::Money => "ποσό",
        ColumnType::Percent => "ποσοστό",
        ColumnType::Day => "ημερομηνία",
        ColumnType::Moment => "ημερομηνία με ώρα",
        ColumnType::Time => "ώρα",
        ColumnType::Flag => "ναι ή όχι",
    },
    format_note: super::format_note::format_note,
    outcome: |outcome| match outcome {
        Outcome::Open => "Ανοιχτές",
        Outcome::Won => "Κερδισμένες",
        Outcome::Lost => "Χαμένες",
    },
    grain: |grain| match grain {
        Grain::Day => "Ημέρα",
        Grain::Week | Grain::WeekFrom(_) => "Εβδομάδα",
        Grain::Month => "Μήνας",
        Grain::Quarter | Grain::FiscalQuarter(_) => "Τρίμηνο",
        Grain::Year | Grain::FiscalYear(_) => "Έτος",
    },
    dimension,
    basis: |basis| match basis {
        Basis::Cohort => "Κοόρτη",
        Basis::Period => "Συμβάντα",
    },
    basis_text: |basis| match basis {
        Basis::Cohort => "leads που δημιουργήθηκαν στην περίοδο, όποια κι αν ήταν η συνέχεια",
        Basis::Period => {
            "συμβάντα της περιόδου: leads με βάση τη δημιουργία, στάδια με βάση την είσοδο, πωλήσεις και απώλειες με βάση το κλείσιμο"
        }
    },
    policy: |policy| match policy {
        SkipPolicy::Observed => "Μόνο με στοιχεία",
        SkipPolicy::Implied => "Προσμετρώνται τα προηγούμενα",
        SkipPolicy::Strict => "Όλα τα στάδια με τη σειρά",
        SkipPolicy::Any => "Κάθε στάδιο χωριστά",
    },
    policy_text: |policy| match policy {
        SkipPolicy::Observed => {
            "Ένα στάδιο μετράει μόνο αν το δείχνει κάποια ημερομηνία ή η κατάσταση."
        }
        SkipPolicy::Implied => {
            "Όποιος έφτασε σε επόμενο στάδιο έχει περάσει και από τα προηγούμενα."
        }
        SkipPolicy::Strict => {
            "Ένα στάδιο μετράει μόνο αν υπάρχουν στοιχεία για αυτό και για όλα τα προηγούμενα."
        }
        SkipPolicy::Any => {
            "Τα στάδια μετριούνται χωριστά, οπότε ένα επόμενο μπορεί να βγει μεγαλύτερο."
        }
    },
    measure,
    caution,
    empty_value: "(κενό)",
    unmatched: "(χωρίς αντιστοιχία)",
    rest: |n| count(n, "ακόμη", "ακόμη"),
    total: "Σύνολο",
};

fn channel(channel: &Channel) -> String {
    let name = match channel {
        Channel::PaidSearch => "Πληρωμένη αναζήτηση",
        Channel::OrganicSearch => "Οργανική αναζήτηση",
        Channel::PaidSocial => "Πληρωμένα social",
        Channel::OrganicSocial => "Οργανικά social",
        Channel::Display => "Διαφημίσεις προβολής",
        Channel::PaidVideo => "Διαφημίσεις βίντεο",
        Channel::OrganicVideo => "Οργανικό βίντεο",
        Channel::PaidShopping => "Διαφημίσεις Shopping",
        Channel::OrganicShopping => "Οργανικό Shopping",
        Channel::CrossNetwork => "Πολλαπλά δίκτυα",
        Channel::PaidOther => "Άλλη διαφήμιση",
        Channel::Email => "Email",
        Channel::Referral => "Παραπομπές",
        Channel::Affiliates => "Affiliates",
        Channel::AiAssistants => "Βοηθοί AI",
        Channel::Direct => "Άμεση επισκεψιμότητα",
        Channel::Messenger => "Εφαρμογές μηνυμάτων",
        Channel::Sms => "SMS",
        Channel::Push => "Ειδοποιήσεις push",
        Channel::Audio => "Διαφημίσεις ήχου",
        Channel::WebForm => "Φόρμα ιστοτόπου",
        Channel::InboundCall => "Εισερχόμενες κλήσεις",
        Channel::Outbound => "Ψυχρές επαφές",
        Channel::Event => "Εκδηλώσεις",
        Channel::Partner => "Συνεργάτες",
        Channel::WordOfMouth => "Από στόμα σε στόμα",
        Channel::ExistingCustomer => "Υπάρχοντες πελάτες",
        Channel::Offline => "Offline",
        Channel::OtherCampaigns => "Άλλες καμπάνιες",
        Channel::Custom(name) => name,
        Channel::Unassigned => "Χωρίς κανάλι",
    };
    name.to_owned()
}

fn role(role: Role) -> &'static str {
    match role {
        Role::RecordId => "ID εγγραφής",
        Role::Name => "Όνομα",
        Role::Stage => "Στάδιο",
        Role::Outcome => "Έκβαση",
        Role::Pipeline => "Ροή πωλήσεων",
        Role::Amount => "Ποσό",
        Role::Currency => "Νόμισμα",
        Role::Created => "Ημερομηνία δημιουργίας",
        Role::Closed => "Ημερομηνία κλεισίματος",
        Role::ExpectedClose => "Αναμενόμενο κλείσιμο",
        Role::Modified => "Τελευταία αλλαγή",
        Role::Owner => "Υπεύθυνος",
        Role::Account => "Εταιρεία",
        Role::Person => "Επαφή",
        Role::Product => "Προϊόν",
        Role::LostReason => "Λόγος απώλειας",
        Role::Source => "Πηγή",
        Role::UtmSource => "UTM source",
        Role::UtmMedium => "UTM medium",
        Role::UtmCampaign => "UTM campaign",
        Role::Gclid
        | Role::Yclid
        | Role::Fbclid
        | Role::Msclkid
        | Role::Ttclid
        | Role::LiFatId
        | Role::Openstat => mark_role(role),
        Role::Date => "Ημερομηνία",
        Role::Campaign => "Καμπάνια",
        Role::CampaignId => "ID καμπάνιας",
        Role::Spend => "Κόστος",
        Role::Impressions => "Εμφανίσεις",
        Role::Clicks => "Κλικ",
        Role::Conversions => "Μετατροπές",
        Role::Key => "Κλειδί",
        Role::Record => "Συμφωνία ή lead",
        Role::Activity => "Ενέργεια",
        Role::Direction => "Κατεύθυνση",
        Role::ActivityResult => "Κατάληξη",
        Role::Duration => "Διάρκεια",
        Role::FromStage => "Από στάδιο",
        Role::Score => "Βαθμολογία",
        Role::Comment => "Σχόλιο",
        Role::Measure => "Δείκτης",
        Role::Target => "Στόχος",
        Role::LatestSource => "Τελευταία πηγή",
        Role::Visits => "Επισκέψεις",
        Role::Rate => "Ισοτιμία",
        Role::Visitors => "Επισκέπτες",
        Role::Quantity => "Ποσότητα",
        Role::Probability => "Πιθανότητα",
        Role::CostType => "Είδος κόστους",
        Role::PlannedRevenue => "Στόχος εσόδων",
        Role::PlannedWon => "Στόχος κερδισμένων",
        Role::PlannedLeads => "Στόχος για leads",
        Role::Lead => "Lead",
    }
}

fn role_hint(role: Role) -> &'static str {
    match role {
        Role::RecordId => "από τις επαναλήψεις μένει η τελευταία",
        Role::Stage => "τρέχουσα κατάσταση",
        Role::Outcome => "κερδισμένη, χαμένη ή ανοιχτή, αν δεν το λέει το στάδιο",
        Role::Amount => "αξία της συμφωνίας",
        Role::Created => "πρώτη ημέρα του lead ή της συμφωνίας",
        Role::Closed => "ημέρα που κερδήθηκε ή χάθηκε",
        Role::ExpectedClose => "πρόβλεψη για ανοιχτές συμφωνίες",
        Role::Modified => "δείχνει ποια επανάληψη είναι η τελευταία",
        Role::Account => "εταιρεία ή πελάτης",
        Role::LatestSource => "η τελευταία επαφή, δίπλα στην πρώτη της «Πηγής»",
        Role::Source => "από εδώ προκύπτει το κανάλι",
        Role::Date => "ημέρα του κόστους ή του συμβάντος",
        Role::Conversions => "όπως τις μετράει το διαφημιστικό σύστημα",
        Role::Key => "σε αυτό παραπέμπουν τα άλλα αρχεία",
        Role::Record => "σε ποια συμφωνία αναφέρεται η γραμμή",
        Role::Activity => "κλήση, συνάντηση, e-mail",
        Role::Direction => "εισερχόμενη ή εξερχόμενη",
        Role::FromStage => "το στάδιο που έμεινε πίσω",
        Role::Measure => "τι προγραμματίζεται",
        Role::Target => "η προγραμματισμένη τιμή",
        Role::Rate => "πόσο αξίζει μία μονάδα",
        Role::Gclid
        | Role::Yclid
        | Role::Fbclid
        | Role::Msclkid
        | Role::Ttclid
        | Role::LiFatId
        | Role::Openstat => "ίχνος κλικ σε διαφήμιση ή σύνδεσμο",
        Role::Quantity => "τεμάχια που πουλήθηκαν",
        Role::Probability => "πιθανότητα νίκης κατά το CRM",
        Role::CostType => "μισθοί, εργαλεία, συνεργάτες",
        Role::PlannedRevenue => "έσοδα που πρέπει να έρθουν στην περίοδο",
        Role::PlannedWon => "συμφωνίες που πρέπει να κερδηθούν στην περίοδο",
        Role::PlannedLeads => "leads που πρέπει να έρθουν στην περίοδο",
        Role::Lead => "το lead, όταν άλλη στήλη δίνει τη συμφωνία",
        Role::Name
        | Role::Pipeline
        | Role::Currency
        | Role::Owner
        | Role::Person
        | Role::Product
        | Role::LostReason
        | Role::UtmSource
        | Role::UtmMedium
        | Role::UtmCampaign
        | Role::Campaign
        | Role::CampaignId
        | Role::Spend
        | Role::Impressions
        | Role::Clicks
        | Role::ActivityResult
        | Role::Duration
        | Role::Score
        | Role::Comment
        | Role::Visits
        | Role::Visitors => "",
    }
}

fn dimension(dimension: &Dimension) -> String {
    let name = match dimension {
        Dimension::Channel => "Κανάλι",
        Dimension::Campaign => "Καμπάνια",
        Dimension::Stage => "Τρέχον στάδιο",
        Dimension::Outcome => "Έκβαση",
        Dimension::Created(grain) => match grain {
            Grain::Day => "Ημέρα δημιουργίας",
            Grain::Week | Grain::WeekFrom(_) => "Εβδομάδα δημιουργίας",
            Grain::Month => "Μήνας δημιουργίας",
            Grain::Quarter | Grain::FiscalQuarter(_) => "Τρίμηνο δημιουργίας",
            Grain::Year | Grain::FiscalYear(_) => "Έτος δημιουργίας",
        },
        Dimension::Closed(grain) => match grain {
            Grain::Day => "Ημέρα κλεισίματος",
            Grain::Week | Grain::WeekFrom(_) => "Εβδομάδα κλεισίματος",
            Grain::Month => "Μήνας κλεισίματος",
            Grain::Quarter | Grain::FiscalQuarter(_) => "Τρίμηνο κλεισίματος",
            Grain::Year | Grain::FiscalYear(_) => "Έτος κλεισίματος",
        },
        Dimension::Column { header, .. } => header,
    };
    name.to_owned()
}

fn caution(caution: &Caution) -> String {
    let records = |n: u64| count(n, "εγγραφή", "εγγραφές");
    match caution {
        Caution::SmallDenominator => {
            "Λιγότερες από 10 περιπτώσεις: κοιτάξτε το πλήθος και όχι το ποσοστό.".to_owned()
        }
        Caution::OtherCurrencies { records: n } => {
            format!("{} σε άλλο νόμισμα, εκτός αθροίσματος.", records(*n))
        }
        Caution::WithoutAmount { records: n } => format!("{} χωρίς ποσό.", records(*n)),
        Caution::WithoutDates { records: n } => {
            format!("{} χωρίς τις ημερομηνίες που χρειάζονται.", records(*n))
        }
        Caution::DatesOutOfOrder { records: n } => {
            format!("{} με κλείσιμο πριν από τη δημιουργία, εκτός υπολογισμού.", records(*n))
        }
        Caution::WithoutAccount { records: n } => format!("{} χωρίς λογαριασμό.", records(*n)),
        Caution::WithoutChance { records: n } => {
            format!("{} χωρίς γνωστή πιθανότητα νίκης.", records(*n))
        }
        Caution::WithoutQuantity { records: n } => format!("{} χωρίς ποσότητα.", records(*n)),
        Caution::OpenLeftOut { records, median } => {
            super::lifetime::open_left_out(*records, *median)
        }
        Caution::NotReached { share, days } => {
            format!(
                "Δεν έφτασε: το {} είναι ακόμη ανοιχτό μετά από {}.",
                L.share(*share),
                L.days(*days)
            )
        }
        Caution::WithoutMargin => "Δεν έχει οριστεί περιθώριο: αφορά έσοδα, όχι κέρδος.".to_owned(),
        Caution::Young { had, usual } => {
            format!("Οι νεότερες εγγραφές έχουν ως τώρα {}, ενώ εννέα στις δέκα πωλήσεις γίνονται σε έως {}: το μέγεθος θα αλλάξει ακόμη.", L.days(*had), L.days(*usual))
        }
        Caution::OnMargin { margin, without } => format!("Με περιθώριο {}· μόνο με τα έσοδα είναι {}.", L.share(*margin), L.value(*without, Unit::Share, None, Style::Table)),
        Caution::YoungCustomers { customers: n } => {
            format!("{} πολύ πρόσφατοι: θα φέρουν κι άλλα.", count(*n, "πελάτης", "πελάτες"))
        }
        Caution::Lagged { days, without } => {
            let without = L.value(*without, Unit::Money, None, Style::Table);
            format!("Δαπάνη από {} νωρίτερα· με τη δαπάνη των ίδιων ημερών είναι {}.", L.days(*days), without)
        }
        Caution::WorkingDays { over, of, are_assumed } => {
            (super::plan::PLAN.working_days)(*over, *of, *are_assumed)
        }
        Caution::TargetMet => "Ο στόχος επιτεύχθηκε.".to_owned(),
        Caution::PlansParted => {
            "Ο στόχος του τριμήνου μετρά εν μέρει: κάθε μήνας παίρνει μερίδιο ανάλογα με τις ημέρες του."
                .to_owned()
        }
        Caution::InvalidScores { answers: n } => {
            let answers = count(*n, "απάντηση", "απαντήσεις");
            format!("{answers} εκτός: όχι ακέραιος από 0 έως 10.")
        }
        Caution::DifferentRecords => super::measure_stage::DIFFERENT_RECORDS.to_owned(),
        Caution::StageByCreation => super::measure_stage::STAGE_BY_CREATION.to_owned(),
        Caution::SpendNotTied { share } => {
            format!("Το {} της δαπάνης δεν συνδέεται με αυτές τις ομάδες.", L.share(*share))
        }
    }
}

//! Greek: with what the records begin.

use super::L;
use crate::engine::mapping::begin::BeginWith;
use crate::i18n::Begin;
use crate::i18n::plural::el as count;

pub const BEGIN: Begin = Begin {
    label: "Η διοχέτευση αρχίζει από",
    with: |with| match with {
        BeginWith::Deals => "τις συμφωνίες",
        BeginWith::Leads => "τα leads",
    },
    hint: |with| match with {
        BeginWith::Deals => {
            "Μία εγγραφή ανά συμφωνία. Τα leads που δεν έγιναν συμφωνία δεν μετρούν πουθενά· για να μετρούν, αρχίστε από τα leads."
        }
        BeginWith::Leads => {
            "Μία εγγραφή ανά lead με όλες τις συμφωνίες του, και μία ανά συμφωνία χωρίς lead. Ένα lead κερδήθηκε αν κερδήθηκε έστω μία συμφωνία του."
        }
    },
    own: |stages, lost| {
        let mut text = format!("Με την κατάσταση των ίδιων των leads: {}", stages.join(" → "));
        if !lost.is_empty() {
            text.push_str(&format!("· {} σημαίνει χαμένο", lost.join(", ")));
        }
        text
    },
    ground: |c| {
        let leads = count(c.leads, "lead", "leads");
        let alone = count(c.deals_without_lead, "συμφωνία δεν έχει", "συμφωνίες δεν έχουν");
        format!(
            "αρχίζει από {leads}: {} έγιναν συμφωνίες, {} από αυτά περισσότερες από μία· {alone} lead",
            L.count(c.converted),
            L.count(c.with_several)
        )
    },
    finding: |file, c, records, elsewhere| {
        let leads = count(c.leads, "lead", "leads");
        let alone = count(c.deals_without_lead, "συμφωνία", "συμφωνίες");
        let mut text = format!(
            "Οι εγγραφές αρχίζουν από τα leads του {file}: {leads} και {alone} χωρίς lead δίνουν {}. Έγιναν συμφωνίες {}, από αυτά με περισσότερες συμφωνίες {}, που μετρούν ως μία εγγραφή.",
            count(records, "εγγραφή", "εγγραφές"),
            count(c.converted, "lead", "leads"),
            L.count(c.with_several)
        );
        if elsewhere > 0 {
            let deals = count(elsewhere, "συμφωνία", "συμφωνίες");
            text.push_str(&format!(
                " Σε άλλο νόμισμα από την εγγραφή τους, και εκτός του ποσού της: {deals}."
            ));
        }
        if c.dated_by_deal > 0 {
            let leads = count(c.dated_by_deal, "lead δεν έχει", "leads δεν έχουν");
            text.push_str(&format!(
                " {leads} ημερομηνία δημιουργίας: οι εγγραφές τους αρχίζουν από την πρώτη συμφωνία και φαίνονται ταχύτερες απ’ ό,τι ήταν."
            ));
        }
        text
    },
    advice: "Για να μετρούν μόνο οι συμφωνίες, επιλέξτε το δίπλα στη σύνδεση των δύο αρχείων.",
    rows_met: |file, met| {
        let by = [
            (met.by_deal, "από τη συμφωνία"),
            (met.by_lead, "από το lead"),
            (met.otherwise, "από την επαφή ή την εταιρεία"),
        ];
        let by = by.iter().filter(|(n, _)| *n > 0);
        let by: Vec<String> = by.map(|(n, by)| format!("{by} {}", L.count(*n))).collect();
        let mut text = format!(
            "{file}: βρήκαν την εγγραφή τους {} από {}",
            L.count(met.met()),
            count(met.rows, "γραμμή", "γραμμές")
        );
        if !by.is_empty() {
            text.push_str(&format!(" ({})", by.join(", ")));
        }
        text.push('.');
        if met.both > 0 {
            let rows = count(met.both, "γραμμή ονομάζει", "γραμμές ονομάζουν");
            let read = match met.leads_first {
                true => "lead, που είναι τα περισσότερα στο αρχείο",
                false => "συμφωνία",
            };
            text.push_str(&format!(
                " {rows} συμφωνία μίας εγγραφής και lead άλλης: διαβάστηκαν ως {read}."
            ));
        }
        text
    },
    rows_advice: |met| match met {
        m if m.both > 0 => {
            "Οι κωδικοί συμφωνιών και leads συμπίπτουν: εξαγάγετέ τους σε χωριστά αρχεία, ώστε κάθε γραμμή να διαβάζεται με έναν μόνο τρόπο."
        }
        m if m.met() < m.rows => {
            "Γραμμή χωρίς εγγραφή δεν μετρά πουθενά: ελέγξτε τη στήλη που την ονομάζει και αν η εξαγωγή έχει όλες τις εγγραφές."
        }
        _ => "Δεν χρειάζεται κάτι.",
    },
};

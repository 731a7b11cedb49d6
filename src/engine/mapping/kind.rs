//! What a file is by its own columns, and the roles that follow.
//!
//! Not here: lookups, which are such by what other files refer to (`join`).

use super::event_words::{
    ACTIVITY_WORDS, HISTORY_WORDS, OTHER_COST_WORDS, RATE_WORDS, SCORE_WORDS, TARGET_WORDS,
    TOUCH_WORDS, VISIT_WORDS,
};
use super::header::{Header, HeaderFit};
use super::rates_bare::BareRates;
use super::role::{self, Evidence, Fit};
use super::role_words::{RECORD_WORDS, Words};
use super::spend_words::SPEND_WORDS;
use super::{FileKind, Role, activity_kind, planned, stage_dated, stage_history, stage_proof};
use crate::engine::fold::fold_header;
use crate::engine::funnel::{FileView, Outcome};
use crate::engine::import::exporter::ExportKind;
use crate::engine::profile::ColumnProfile;
use crate::engine::table::ColumnType;

/// The words for the roles of a kind of file.
pub fn words(kind: FileKind) -> &'static [Words] {
    match kind {
        FileKind::Deals | FileKind::Leads | FileKind::EarlierExport => RECORD_WORDS,
        FileKind::Spend => SPEND_WORDS,
        FileKind::Activities => ACTIVITY_WORDS,
        FileKind::StageHistory => HISTORY_WORDS,
        FileKind::Scores => SCORE_WORDS,
        FileKind::Targets => TARGET_WORDS,
        FileKind::Visits => VISIT_WORDS,
        FileKind::Touches => TOUCH_WORDS,
        FileKind::Rates => RATE_WORDS,
        FileKind::OtherCosts => OTHER_COST_WORDS,
        FileKind::Lookup | FileKind::Other => &[],
    }
}

/// The columns' roles in a file of this kind, best first. For a lookup see `join::key`.
pub fn roles(file: &FileView, kind: FileKind) -> Vec<Fit> {
    let mut candidates = role::candidates(file, words(kind));
    if kind == FileKind::Spend {
        let is_plan = |f: &Fit| {
            let header = file.profile.columns.get(f.column).map(|c| Header::new(&c.header));
            f.role == Role::Spend && header.is_some_and(|h| h.has("бюджет"))
        };
        // A budget is what was spent only where nothing says what was.
        if candidates.iter().any(|f| f.role == Role::Spend && !is_plan(f)) {
            candidates.retain(|f| !is_plan(f));
        }
    }
    if kind == FileKind::Targets {
        candidates.extend(planned::fits(file));
        role::sort(&mut candidates);
    }
    if !matches!(kind, FileKind::Deals | FileKind::Leads | FileKind::EarlierExport) {
        deal_beside_lead(&mut candidates);
        return role::assign(&candidates);
    }
    let (outcome, others): (Vec<Fit>, Vec<Fit>) =
        candidates.into_iter().partition(|f| f.role == Role::Outcome);
    let mut fits = role::assign(&others);
    let stage = fits.iter().find(|f| f.role == Role::Stage).map(|f| f.column);
    let stage = stage.and_then(|c| file.profile.columns.get(c));
    let free = |f: &&Fit| fits.iter().all(|t| t.column != f.column);
    let header = |f: &Fit| file.profile.columns.get(f.column).map_or("", |c| c.header.as_str());
    let told = outcome.iter().filter(free).find(|f| stage_proof::is_told(file, header(f))).cloned();
    if told.is_some() {
        fits.extend(told);
    } else if !stage.is_some_and(says_won_and_lost) {
        fits.extend(outcome.iter().find(free).cloned());
    }
    if fits.iter().all(|f| f.role != Role::Created) {
        fits.extend(only_date(file, &fits));
    }
    pair_currency(file, &mut fits);
    fits
}

/// A column of leads is one of its own only beside one of deals; alone it is the record itself.
fn deal_beside_lead(candidates: &mut Vec<Fit>) {
    let of = |role| candidates.iter().filter(move |f| f.role == role);
    let is_lead = |column: usize| of(Role::Lead).any(|f| f.column == column);
    let sure = |f: &Fit| f.header == Some(HeaderFit::Exact);
    let has_deal = of(Role::Record).any(|f| sure(f) && !is_lead(f.column));
    let leads: Vec<usize> = of(Role::Lead).map(|f| f.column).collect();
    candidates.retain(|f| match f.role {
        Role::Record => !(has_deal && leads.contains(&f.column)),
        Role::Lead => has_deal,
        _ => true,
    });
}

/// Of several columns of currencies the one that is named after the amount: `Total Amount Currency`
/// is that of `Total Amount`, whatever stands further left.
fn pair_currency(file: &FileView, fits: &mut Vec<Fit>) {
    let columns = &file.profile.columns;
    let amount = fits.iter().find(|f| f.role == Role::Amount).and_then(|f| columns.get(f.column));
    let Some(amount) = amount else { return };
    let wanted = format!("{} currency", fold_header(&amount.header));
    let is_pair = |c: &ColumnProfile| fold_header(&c.header) == wanted;
    let Some(column) = columns.iter().position(is_pair) else { return };
    let taken = fits.iter().any(|f| f.column == column);
    let Some(profile) = columns.get(column).filter(|_| !taken) else { return };
    let Some(confidence) = role::value_fit(Role::Currency, profile, file.profile.rows) else {
        return;
    };
    let header = Some(HeaderFit::Exact);
    let mut evidence = vec![Evidence::Header(HeaderFit::Exact)];
    evidence.extend(role::value_evidence(Role::Currency, profile));
    fits.retain(|f| f.role != Role::Currency);
    fits.push(Fit { role: Role::Currency, column, confidence, header, evidence });
}

fn says_won_and_lost(column: &ColumnProfile) -> bool {
    let says = |o| column.top.iter().any(|(value, _)| role::outcome_value(value) == Some(o));
    says(Outcome::Won) && says(Outcome::Lost)
}

/// The only date that plays no role yet is the beginning.
fn only_date(file: &FileView, taken: &[Fit]) -> Option<Fit> {
    let dated = stage_dated::of_file(file);
    let is_free = |(i, c): &(usize, &ColumnProfile)| {
        matches!(c.kind, ColumnType::Day | ColumnType::Moment)
            && c.filled > 0
            && taken.iter().all(|t| t.column != *i)
            && !dated.contains_key(i)
    };
    let mut free = file.profile.columns.iter().enumerate().filter(is_free);
    let (column, profile) = free.next().filter(|_| free.next().is_none())?;
    let mut evidence = vec![Evidence::OnlyDate];
    evidence.extend(role::value_evidence(Role::Created, profile));
    Some(Fit { role: Role::Created, column, confidence: 0.35, header: None, evidence })
}

/// What a file is, seen by itself: records, spend, or (`Other`) neither.
pub fn kind(file: &FileView) -> FileKind {
    if let Some(kind) = by_exporter(file) {
        return kind;
    }
    if planned::is_wide(file) {
        return FileKind::Targets;
    }
    let records = roles(file, FileKind::Deals);
    let has = |role| records.iter().any(|f| f.role == role);
    let count = |roles: &[Role]| roles.iter().filter(|r| has(**r)).count();
    let staged = has(Role::Stage) || has(Role::Outcome);
    let around = count(&[
        Role::RecordId,
        Role::Name,
        Role::Created,
        Role::Closed,
        Role::Amount,
        Role::Owner,
        Role::Account,
        Role::Person,
        Role::Source,
        Role::LostReason,
        Role::Pipeline,
    ]);
    if !staged && is_other_costs(file) {
        return FileKind::OtherCosts;
    }
    if !staged && is_spend(file) {
        return FileKind::Spend;
    }
    if activity_kind::is_activity(file, &records) {
        return FileKind::Activities;
    }
    if stage_history::is_moves(file) || stage_history::is_log(file) {
        return FileKind::StageHistory;
    }
    if (staged || stage_dated::of_file(file).len() >= 2) && around >= 2 {
        return if is_leads(file, &records) { FileKind::Leads } else { FileKind::Deals };
    }
    // Without a stage: a sale has an amount and a closing date, an enquiry a person and a source.
    if has(Role::Amount) && has(Role::Closed) && (has(Role::RecordId) || has(Role::Name)) {
        return FileKind::Deals;
    }
    let from = count(&[Role::Source, Role::UtmSource, Role::UtmMedium]) > 0;
    if is_called_touches(file) {
        return FileKind::Touches;
    }
    if is_contact_touches(file, &records) {
        return FileKind::Touches;
    }
    if has(Role::Created) && from && (has(Role::Person) || has_contact(file)) {
        return FileKind::Leads;
    }
    other_kind(file)
}

/// What a file is that holds neither records nor costs: each kind by the columns without which it
/// would not be one.
fn other_kind(file: &FileView) -> FileKind {
    use FileKind as K;
    let has = |kind, wanted: &[Role]| {
        let fits = roles(file, kind);
        wanted.iter().all(|role| fits.iter().any(|f| f.role == *role))
    };
    let any = |kind, wanted: &[Role]| wanted.iter().any(|role| has(kind, &[*role]));
    let is_call = has(K::Activities, &[Role::Date])
        && any(K::Activities, &[Role::Direction, Role::Duration])
        && any(K::Activities, &[Role::ActivityResult, Role::Activity, Role::Person]);
    let is_wide_rates = || {
        let is_bare = || BareRates::of(&file.profile.name, file.table).is_some();
        has(K::Rates, &[Role::Date]) && (!super::rates::pairs(file.table).is_empty() || is_bare())
    };
    if has(K::Rates, &[Role::Currency, Role::Rate]) || is_wide_rates() {
        K::Rates
    } else if has(K::Targets, &[Role::Date, Role::Measure, Role::Target]) {
        K::Targets
    } else if is_call {
        K::Activities
    } else if has(K::Visits, &[Role::Visits]) && any(K::Visits, &[Role::Date, Role::Source]) {
        K::Visits
    } else if is_touches(file) {
        K::Touches
    } else if has(K::Scores, &[Role::Score]) && any(K::Scores, &[Role::Date, Role::Comment]) {
        K::Scores
    } else {
        K::Other
    }
}

/// Touches speak of the same record again and again, each time with a day and a source.
fn is_touches(file: &FileView) -> bool {
    let fits = roles(file, FileKind::Touches);
    let find = |role| fits.iter().find(|f| f.role == role);
    let source = [Role::Source, Role::UtmSource].into_iter().any(|role| find(role).is_some());
    let record = find(Role::Record).and_then(|f| file.profile.columns.get(f.column));
    source && find(Role::Date).is_some() && record.is_some_and(|c| c.distinct < c.filled)
}

/// Touches that name a person again and again, and nothing that a record has.
fn is_contact_touches(file: &FileView, records: &[Fit]) -> bool {
    const OF_RECORDS: [Role; 4] = [Role::RecordId, Role::Name, Role::Stage, Role::Owner];
    let is_record = records.iter().any(|f| OF_RECORDS.contains(&f.role));
    let fits = roles(file, FileKind::Touches);
    let who = fits.iter().find(|f| f.role == Role::Record);
    let who = who.and_then(|f| file.profile.columns.get(f.column));
    !is_record && is_touches(file) && who.is_some_and(|c| c.distinct * 3 <= c.filled * 2)
}

/// Touches by the names of their columns, however seldom each person was touched.
fn is_called_touches(file: &FileView) -> bool {
    const WORDS: [&str; 4] = ["touch*", "interaction*", "касани*", "σημειο επαφησ"];
    let fits = roles(file, FileKind::Touches);
    let of = |role| fits.iter().find(|f| f.role == role);
    let source = of(Role::Source).or(of(Role::UtmSource));
    let told = [of(Role::Date), source].into_iter().flatten().any(|fit| {
        let header = file.profile.columns.get(fit.column).map(|c| Header::new(&c.header));
        header.is_some_and(|h| WORDS.iter().any(|w| h.has(w)))
    });
    told && source.is_some() && of(Role::Date).is_some() && of(Role::Record).is_some()
}

/// What a known exporter writes, where the file holds what makes it so.
fn by_exporter(file: &FileView) -> Option<FileKind> {
    let exporter = file.profile.exporter.as_ref()?;
    let has = |kind, role| roles(file, kind).iter().any(|f| f.role == role);
    match exporter.kind {
        ExportKind::Deals => Some(FileKind::Deals),
        ExportKind::Leads | ExportKind::Contacts => Some(FileKind::Leads),
        ExportKind::AdCosts if has(FileKind::Spend, Role::Spend) => Some(FileKind::Spend),
        ExportKind::StageHistory => Some(FileKind::StageHistory),
        ExportKind::Visits => Some(FileKind::Visits),
        ExportKind::AdCosts => None,
    }
}

/// Cost beside at least one thing that ads are measured by.
fn is_spend(file: &FileView) -> bool {
    let fits = roles(file, FileKind::Spend);
    let find = |role| fits.iter().find(|f| f.role == role);
    let Some(spend) = find(Role::Spend) else { return false };
    let reach = find(Role::Impressions).is_some() || find(Role::Clicks).is_some();
    let place = [Role::Date, Role::Campaign, Role::CampaignId, Role::Source, Role::UtmSource]
        .iter()
        .filter(|r| find(**r).is_some())
        .count();
    // Leads of a campaign are bought as clicks are.
    let results = find(Role::Conversions).is_some() && place >= 2;
    reach || results || (spend.header != Some(HeaderFit::Likely) && place >= 2)
}

/// A cost with a day and what it is for, and nothing that ads are measured by or placed in.
fn is_other_costs(file: &FileView) -> bool {
    let fits = roles(file, FileKind::OtherCosts);
    let has = |role| fits.iter().any(|f| f.role == role);
    let ads = role::assign(&role::candidates(file, SPEND_WORDS));
    const OF_ADS: [Role; 7] = [
        Role::Impressions,
        Role::Clicks,
        Role::Conversions,
        Role::Campaign,
        Role::CampaignId,
        Role::Source,
        Role::UtmSource,
    ];
    // A column that is empty places nothing.
    let filled = |f: &Fit| file.profile.columns.get(f.column).is_some_and(|c| c.filled > 0);
    let of_ads = ads.iter().any(|f| OF_ADS.contains(&f.role) && filled(f));
    has(Role::Spend) && has(Role::Date) && has(Role::CostType) && !of_ads
}

/// Leads by the names of the columns that say what a row is.
fn is_leads(file: &FileView, fits: &[Fit]) -> bool {
    const TELLING: [Role; 4] = [Role::RecordId, Role::Name, Role::Stage, Role::Owner];
    let telling: Vec<Header> = fits
        .iter()
        .filter(|f| TELLING.contains(&f.role))
        .filter_map(|f| file.profile.columns.get(f.column))
        .map(|c| Header::new(&c.header))
        .collect();
    let any = |words: &[&str]| telling.iter().any(|h| words.iter().any(|w| h.has(w)));
    // A deal may name its lead; its own id says what it is.
    let id = fits.iter().find(|f| f.role == Role::RecordId);
    let id = id.and_then(|f| file.profile.columns.get(f.column)).map(|c| Header::new(&c.header));
    let is_deal =
        |h: &Header| ["deal", "opportunity", "сделк*", "ευκαιρ*"].iter().any(|w| h.has(w));
    if id.as_ref().is_some_and(is_deal) {
        return false;
    }
    if any(&["lead", "leads", "лид*", "lifecycle", "contact id", "contact owner", "заявки"])
    {
        return true;
    }
    if any(&["deal", "deals", "opportunity", "сделк*", "ευκαιρ*"]) {
        return false;
    }
    let no_amount = fits.iter().all(|f| f.role != Role::Amount);
    let named = |words: &[&str]| {
        file.profile.columns.iter().any(|c| {
            let header = Header::new(&c.header);
            words.iter().any(|w| header.has(w))
        })
    };
    (no_amount && has_contact(file))
        || (no_amount && named(&["first name", "имя"]) && named(&["last name", "фамилия"]))
}

/// An e-mail address or a telephone number of a person.
fn has_contact(file: &FileView) -> bool {
    const WORDS: [&str; 9] = [
        "email",
        "e mail",
        "phone",
        "mobile",
        "телефон",
        "почта",
        "τηλεφωνο",
        "κινητο",
        "ηλεκτρονικη",
    ];
    file.profile.columns.iter().any(|c| {
        let header = Header::new(&c.header);
        WORDS.iter().any(|w| header.has(w))
    })
}

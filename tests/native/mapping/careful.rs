//! Proposals that a careful analyst would make, where the nearest one is wrong and would change figures.

use super::made::{made, proposed};
use tundish::engine::import::Imported;
use tundish::engine::mapping::channel::{Touch, classify};
use tundish::engine::mapping::key::KeyKind;
use tundish::engine::mapping::{Channel, ChannelMapping, FileKind, Mapping, Role as R};

fn file(name: &str, text: &str) -> Imported {
    made(name, text.as_bytes())
}

fn role(mapping: &Mapping, file: &str, role: R) -> Option<String> {
    let file = mapping.files.iter().find(|f| f.name == file)?;
    file.header(role).map(str::to_owned)
}

#[test]
fn deals_meet_companies_by_the_company_and_not_by_their_own_number() {
    let companies =
        "ID,Company name,Industry\n1,Acme,IT\n2,Beta,Food\n3,Gamma,Retail\n4,Delta,IT\n";
    for (header, values) in
        [("Company", ["Gamma", "Gamma", "Acme", "Beta"]), ("Company ID", ["3", "3", "1", "2"])]
    {
        let rows: String = values
            .iter()
            .enumerate()
            .map(|(i, of)| format!("{},{of},Won,100,2026-01-0{},2026-01-11\n", i + 1, i + 1))
            .collect();
        let deals = format!("ID,{header},Stage,Amount,Created,Closed\n{rows}");
        let mapping = proposed(&[file("deals.csv", &deals), file("companies.csv", companies)]);
        let joins: Vec<&str> = mapping.joins.iter().map(|j| j.from_column.as_str()).collect();
        assert_eq!(joins, [header]);
    }
    // Two files of the same deals do meet by their bare number.
    let deals =
        "ID,Stage,Amount,Created\n7,Won,100,2026-01-01\n8,Lost,5,2026-01-02\n9,Won,7,2026-01-03\n";
    let more = "ID,Region\n7,North\n8,South\n9,East\n";
    let mapping = proposed(&[file("deals.csv", deals), file("regions.csv", more)]);
    assert_eq!(mapping.joins.len(), 1, "{:?}", mapping.joins);
}

#[test]
fn accounts_by_their_id_where_no_name_is_there() {
    for header in [
        "Account ID",
        "AccountId",
        "ACCOUNTID",
        "Company ID",
        "ID компании",
        "ИНН",
        "Κωδικός πελάτη",
    ] {
        let text = format!(
            "Deal ID,{header},Stage,Amount,Created\n1,A-1,Won,5,2026-01-01\n2,A-1,Lost,5,2026-01-02\n3,A-2,New,5,2026-01-03\n"
        );
        let mapping = proposed(&[file("deals.csv", &text)]);
        assert_eq!(role(&mapping, "deals.csv", R::Account).as_deref(), Some(header));
    }
    // A name is better, wherever it stands.
    for (id, name) in [("Customer ID", "Customer Name"), ("ИНН", "Клиент")] {
        let text = format!(
            "Deal ID,{id},{name},Stage,Created\n1,A-1,Acme,Won,2026-01-01\n2,A-2,Beta,Lost,2026-01-02\n"
        );
        let mapping = proposed(&[file("deals.csv", &text)]);
        assert_eq!(role(&mapping, "deals.csv", R::Account).as_deref(), Some(name));
    }
    let named = "Deal ID,Account ID,Account Name,Stage,Created\n1,A-1,Acme,Won,2026-01-01\n2,A-2,Beta,Lost,2026-01-02\n";
    let mapping = proposed(&[file("deals.csv", named)]);
    assert_eq!(role(&mapping, "deals.csv", R::Account).as_deref(), Some("Account Name"));
}

#[test]
fn records_begin_before_a_first_stage_that_has_a_date_of_its_own() {
    let text = "Lead ID,Created,MQL date,SQL date,Won date,Amount\n\
        1,2026-01-01,2026-01-02,2026-01-03,2026-01-09,100\n2,2026-01-02,2026-01-03,,,\n3,2026-01-03,,,,\n";
    let mapping = proposed(&[file("leads.csv", text)]);
    let stages: Vec<&str> = mapping.ladder.stages.iter().map(|s| s.name.as_str()).collect();
    assert_eq!(stages, ["Created", "MQL", "SQL"]);
    assert!(mapping.ladder.stages[1].qualified && !mapping.ladder.stages[0].qualified);
}

#[test]
fn days_of_winning_and_of_losing_however_they_are_called() {
    for (won, lost) in [
        ("Deal - Won time", "Deal - Lost time"),
        ("Won at", "Lost at"),
        ("Date entered \"Closed Won\"", "Date entered \"Closed Lost\""),
    ] {
        let quoted = |header: &str| format!("\"{}\"", header.replace('"', "\"\""));
        let text = format!(
            "Deal - ID,Stage,Status,Amount,Deal created,{},{}\n\
             1,Qualified,Lost,10,2026-01-05,,2026-02-01\n2,Contact made,Open,20,2026-01-06,,\n\
             3,Negotiations started,Won,30,2026-01-07,2026-02-10,\n",
            quoted(won),
            quoted(lost)
        );
        let ladder = proposed(&[file("deals.csv", &text)]).ladder;
        let ends = (ladder.won_on.as_deref(), ladder.lost_on.as_deref());
        assert_eq!(ends, (Some(won), Some(lost)));
        assert!(ladder.stages.iter().all(|s| s.entered.is_none()), "{:?}", ladder.stages);
    }
}

#[test]
fn sources_that_name_a_site_and_say_that_they_paid() {
    let channel = |source: &str| {
        let touch = Touch { source, ..Touch::default() };
        classify(&ChannelMapping::default(), &touch).0
    };
    for source in ["Google Ads - Brand", "Яндекс директ поиск", "Διαφημίσεις Google"]
    {
        assert_eq!(channel(source), Channel::PaidSearch, "{source}");
    }
    for source in [
        "Facebook Lead Ads",
        "Реклама ВК",
        "Paid - Facebook",
        "Таргет ВК",
        "LinkedIn Lead Gen Forms",
    ] {
        assert_eq!(channel(source), Channel::PaidSocial, "{source}");
    }
    for source in ["Facebook", "Organic Facebook", "Google", "Instagram Direct"] {
        let found = channel(source);
        assert!(
            ![Channel::PaidSocial, Channel::PaidSearch].contains(&found),
            "{source}: {found:?}"
        );
    }
}

#[test]
fn the_amount_of_the_contract_goes_before_that_of_the_offer() {
    for (offer, sale) in [("Сумма КП", "Сумма договора"), ("Quote amount", "Sale amount")]
    {
        let text = format!(
            "ID,Stage,{offer},{sale},Created\n1,Won,10,9,2026-01-01\n2,Lost,20,,2026-01-02\n3,Won,30,28,2026-01-03\n"
        );
        let mapping = proposed(&[file("deals.csv", &text)]);
        assert_eq!(role(&mapping, "deals.csv", R::Amount).as_deref(), Some(sale));
    }
}

#[test]
fn the_only_amount_is_taken_though_it_is_an_estimate() {
    for header in ["Estimated revenue", "Quote amount", "Сумма КП", "Ποσό προσφοράς"]
    {
        let text = format!(
            "Deal ID,{header},Stage,Created\n1,500,Won,2026-01-01\n2,700,Lost,2026-01-02\n3,90,New,2026-01-03\n"
        );
        let mapping = proposed(&[file("deals.csv", &text)]);
        assert_eq!(role(&mapping, "deals.csv", R::Amount).as_deref(), Some(header));
    }
}

#[test]
fn calls_are_calls_without_the_word() {
    let english = "Inbound Outbound Answered Missed";
    let russian = "Входящий Исходящий Отвечен Пропущен";
    let greek = "Εισερχόμενη Εξερχόμενη Απαντήθηκε Αναπάντητη";
    for (header, words) in [
        ("Date,Direction,Duration,Status,Phone number", english),
        ("Date and time,Direction,Duration,Status,Agent", english),
        ("Дата и время,Направление,Длительность,Статус,Телефон", russian),
        ("Дата,Тип,Длительность,Статус,Телефон", russian),
        ("Ημερομηνία και ώρα,Κατεύθυνση,Διάρκεια,Κατάσταση,Τηλέφωνο", greek),
        ("Ηµεροµηνία,Κατεύθυνση,Διάρκεια,Κατάσταση,Τηλέφωνο", greek),
    ] {
        let words: Vec<&str> = words.split(' ').collect();
        let row = |i: usize| {
            let (way, end) = (words[i % 2], words[2 + i / 2 % 2]);
            let last = if header.ends_with("Agent") {
                "Ann".to_owned()
            } else {
                format!("+3021012345{i}")
            };
            format!("{:02}.01.2026 10:{i},{way},{},{end},{last}\n", i % 28 + 1, 60 + i)
        };
        let rows: String = (10..50).map(row).collect();
        let mapping = proposed(&[file("log.csv", &format!("{header}\n{rows}"))]);
        assert_eq!(mapping.files[0].kind, FileKind::Activities, "{header}");
        assert!(mapping.ladder.stages.is_empty(), "{header}");
    }
    // A pipeline of deals is none, whatever it is called.
    let deals = "ID,Направление,Стадия сделки,Сумма,Дата создания\n1,Опт,Новая,5,01.01.2026\n\
        2,Розница,Успешно реализовано,7,02.01.2026\n3,Опт,Новая,9,03.01.2026\n";
    let mapping = proposed(&[file("deals.csv", deals)]);
    assert_eq!(mapping.files[0].kind, FileKind::Deals);
    assert_eq!(role(&mapping, "deals.csv", R::Pipeline).as_deref(), Some("Направление"));
}

#[test]
fn a_pipeline_is_known_by_its_names_and_a_department_is_none() {
    let pipeline = |header: &str, log: bool| {
        let text = match log {
            false => {
                let rows = |i: u32| {
                    let (way, stage) =
                        (["A", "B"][i as usize % 2], ["New", "Won"][i as usize / 2 % 2]);
                    format!("{i},{way},{stage},{},{:02}.01.2026\n", 5 * i, i % 28 + 1)
                };
                let rows: String = (10..50).map(rows).collect();
                format!("ID,{header},Stage,Amount,Created\n{rows}")
            }
            true => {
                let rows = |i: u32| {
                    let stage = ["New", "Demo", "Won"][i as usize % 3];
                    let way = ["A", "B"][i as usize / 3 % 2];
                    format!("{},{way},{stage},{:02}.01.2026\n", i / 3, i % 28 + 1)
                };
                let rows: String = (30..150).map(rows).collect();
                format!("Deal ID,{header},To stage,Changed at\n{rows}")
            }
        };
        let mapping = proposed(&[file("table.csv", &text)]);
        let kind = if log { FileKind::StageHistory } else { FileKind::Deals };
        assert_eq!(mapping.files[0].kind, kind, "{header}");
        role(&mapping, "table.csv", R::Pipeline)
    };
    for header in ["Ροή πωλήσεων", "Sales process", "Процесс продаж", "Направление", "ΡΟΗ ΠΩΛΗΣΕΩΝ"]
    {
        for log in [false, true] {
            assert_eq!(pipeline(header, log).as_deref(), Some(header), "{log}");
        }
    }
    for header in ["Отдел", "Department"] {
        assert_eq!((pipeline(header, false), pipeline(header, true)), (None, None));
    }
}

#[test]
fn long_files_of_the_same_deals_meet_by_their_bare_number() {
    // More values than are looked at.
    let rows = |of: fn(u32) -> String| (0..25_000).map(of).collect::<String>();
    let deals = rows(|i| format!("{i},Won,{},2026-01-01\n", 100 + i % 50));
    let more = rows(|i| format!("{i},{}\n", ["North", "South"][i as usize % 2]));
    let mapping = proposed(&[
        file("deals.csv", &format!("ID,Stage,Amount,Created\n{deals}")),
        file("regions.csv", &format!("ID,Region\n{more}")),
    ]);
    assert_eq!(mapping.joins.len(), 1);
    // An id with letters is nobody else's, however few of a catalogue were sold.
    let deals = "Code,Stage,Amount,Created\nPRD-1,Won,100,2026-01-01\nPRD-2,Lost,5,2026-01-02\n\
        PRD-1,Won,7,2026-01-03\n";
    let list = "Code,Product\nPRD-1,Desk\nPRD-2,Chair\nPRD-3,Lamp\nPRD-4,Shelf\n";
    let mapping = proposed(&[file("deals.csv", deals), file("products.csv", list)]);
    assert_eq!(mapping.joins.len(), 1);
}

#[test]
fn deals_meet_leads_by_telephone_numbers_without_their_country() {
    let deals: String = (0..20)
        .map(|i| {
            format!(
                "D{i},{},2026-02-{:02},{},+1 212 555 {}\n",
                ["New", "Closed Won"][i % 2],
                i + 1,
                100 + i,
                1000 + i
            )
        })
        .collect();
    let leads: String = (0..30)
        .map(|i| format!("L{i},N {i},New,Web,2026-01-{:02},(212) 555-{}\n", i % 28 + 1, 1000 + i))
        .collect();
    let mapping = proposed(&[
        file("deals.csv", &format!("Deal ID,Stage,Create Date,Amount,Phone\n{deals}")),
        file(
            "leads.csv",
            &format!("Lead ID,Full Name,Lead Status,Lead Source,Created Date,Phone\n{leads}"),
        ),
    ]);
    let joins: Vec<_> = mapping.joins.iter().map(|j| (j.from_column.as_str(), j.by)).collect();
    assert_eq!(joins, [("Phone", KeyKind::Phone)]);
}

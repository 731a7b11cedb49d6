//! Where a table begins and ends: headers of every make, preambles, and totals that are named by
//! more than a word.

use super::types::of;
use super::{column, read};
use tundish::engine::import::{AsideReason, Imported};
use tundish::engine::issue::IssueKind;
use tundish::engine::profile::FormatNote;
use tundish::engine::table::ColumnType;

fn kind(imported: &Imported) -> ColumnType {
    imported.table.columns[1].kind
}

fn headers(text: &str) -> Vec<String> {
    read(text.as_bytes()).table.columns.iter().map(|c| c.header.clone()).collect()
}

fn totals(imported: &Imported) -> Vec<u32> {
    let asides = imported.profile.set_aside.iter();
    asides.filter(|a| a.reason == AsideReason::Totals).map(|a| a.line).collect()
}

#[test]
fn totals_that_say_of_what_with_every_cell_filled() {
    for last in [
        "Итого за сентябрь",
        "Total for all campaigns",
        "Σύνολο για όλες",
        "Total of 2 results",
        "Sum",
        "Сумма",
        "Σ",
        "Overall",
        "Account total",
        "All campaigns",
        "Συνολικά",
    ] {
        let below = read(
            format!("Campaign;Clicks;Cost\nA;10;100\nB;20;200\nC;5;45\nD;7;1\nE;8;2\nF;9;9\n{last};59;357\n").as_bytes(),
        );
        assert_eq!((below.table.rows, totals(&below)), (6, vec![8]), "{last}");
        let above = read(
            format!("Campaign;Clicks;Cost\n{last};59;357\nA;10;100\nB;20;200\nC;5;45\nD;7;1\nE;8;2\nF;9;9\n").as_bytes(),
        );
        assert_eq!((above.table.rows, totals(&above)), (6, vec![2]), "{last}");
    }
    let dashes = read(
        b"By Day,Campaign name,Cost,Clicks\n2026-09-01,A,10.5,1\n2026-09-02,B,20.5,2\n\
        Total of 2 results,-,31,4\n",
    );
    assert_eq!((dashes.table.rows, totals(&dashes)), (2, vec![4]));
}

#[test]
fn a_name_that_begins_like_totals_is_a_row() {
    let gym = "Company,Deals,Amount\nAcme,1,100\nBeta,2,150\nGamma,3,50\nTotal Gym Inc,4,900\n";
    let imported = read(gym.as_bytes());
    assert_eq!((imported.table.rows, totals(&imported).len()), (4, 0));
    // Of three rows the third is a sum by chance.
    let chance = read(b"Company,Amount\nAcme,10\nBeta,20\nTotal Gym Inc,30\n");
    assert_eq!((chance.table.rows, totals(&chance).len()), (3, 0));
    let dateless =
        read(b"Deal,Owner,Close Date,Amount\nA,X,,30\nB,X,2024-01-20,20\nC,X,2024-01-01,10\n");
    assert_eq!((dateless.table.rows, totals(&dateless).len()), (3, 0));
}

#[test]
fn rows_that_are_sums_of_the_others_by_chance_stay() {
    let chance = read(b"Source,Leads,Won\nSEO,6,3\nPPC,3,1\nEmail,2,1\nReferral,1,1\n");
    assert_eq!((chance.table.rows, totals(&chance).len()), (4, 0));
    let dated = "Company,Created,Amount,Quantity\nA,2024-01-01,10,1\nB,2024-01-02,20,1\n\
        C,2024-01-03,30,1\nD,2024-01-04,40,1\nE,2024-01-05,50,0\nTotal Gym Inc,2024-03-05,900,4\n";
    let dated = read(dated.as_bytes());
    assert_eq!((dated.table.rows, totals(&dated).len()), (6, 0));
}

#[test]
fn a_padded_preamble_is_no_header() {
    let rows: String = (10..24).map(|d| format!("2024-01-{d},A,1,2,3,4\n")).collect();
    let text = format!(
        "Account,Acme,,,,\nReport,All campaigns,last week,,,\nDate,Campaign,Clicks,Cost,Impr,Conv\n{rows}"
    );
    assert_eq!(headers(&text)[..3], ["Date", "Campaign", "Clicks"]);
}

#[test]
fn totals_of_something_that_are_no_sums_stay_and_are_noted() {
    let text = "Campaign,Clicks,Reach\nA,10,100\nB,20,200\nTotal for men,5,40\n";
    let imported = read(text.as_bytes());
    assert_eq!(imported.table.rows, 3);
    assert_eq!(imported.profile.issues.count(IssueKind::SubtotalRow), 1);
}

#[test]
fn years_months_and_days_as_headers() {
    for head in [
        "Channel,2022,2023,2024",
        "Канал,01.2024,02.2024,03.2024",
        "Канал,01.01.2024,01.02.2024,01.03.2024",
        "Channel,2024-01,2024-02,2024-03",
        "Channel,Q1 2024,Q2 2024,Q3 2024",
    ] {
        let text = format!("{head}\nSEO,10,20,30\nPPC,11,21,31\nMail,2030,5,6\n");
        assert_eq!(headers(&text), head.split(',').collect::<Vec<_>>(), "{head}");
        assert_eq!(read(text.as_bytes()).table.rows, 3);
    }
    let days = (1..=31).map(|d| format!(",{d}")).collect::<String>();
    let text = format!("Owner{days}\nAnna{}\nBob{}\n", ",5".repeat(31), ",1".repeat(31));
    assert_eq!(headers(&text)[..3], ["Owner", "1", "2"]);
    // Values alone: the first row is one of them.
    for rows in ["Anna,1,5\nBob,2,6\nEve,3,7\n", "Anna,2023,2021\nBob,2022,2020\nEve,2021,2020\n"] {
        assert_eq!(read(rows.as_bytes()).table.rows, 3, "{rows}");
    }
}

#[test]
fn headers_that_stand_among_the_rows_again() {
    let part =
        |from: u32| (from..from + 6).map(|i| format!("И{i},Г{}\n", i % 3)).collect::<String>();
    let text = ["Имя,Город\n", &part(0), "Имя,Город\n", &part(6)].concat();
    let imported = read(text.as_bytes());
    assert_eq!(headers(&text), ["Имя", "Город"]);
    assert_eq!((imported.table.rows, imported.profile.issues.count(IssueKind::HeaderRow)), (12, 1));
    // Texts without a header may repeat as whole rows.
    let rows = "Anna,Athens\nBob,Patras\nAnna,Athens\nBob,Athens\nAnna,Patras\n";
    assert_eq!(read(rows.as_bytes()).table.rows, 5);
}

#[test]
fn preambles_as_wide_as_the_table() {
    let rows = "01.01.2024;10;k1\n02.01.2024;20;k2\n03.01.2024;30;k1\n";
    for above in [
        "Отчет за период;01.01.2024;31.01.2024\n\n",
        "Отчет за период:;01.01.2024;31.01.2024\n",
        "Период:;01.01.2024 - 31.01.2024;\nМенеджер:;Иванов;\n",
        "Организация:;ООО Ромашка;\nПериод:;Январь 2024;\n\n",
    ] {
        let text = format!("{above}Дата;Сумма;Канал\n{rows}");
        let imported = read(text.as_bytes());
        assert_eq!(headers(&text), ["Дата", "Сумма", "Канал"], "{above}");
        assert_eq!(column(&imported, "Сумма"), ["10", "20", "30"], "{above}");
    }
}

#[test]
fn headers_of_which_half_are_blank() {
    let text = "Дата;;;Сумма\n05.01.2024;a;x;1\n16.01.2024;b;y;2\n";
    assert_eq!(headers(text), ["Дата", "Column 2", "Column 3", "Сумма"]);
    assert_eq!(headers("a,,b,\n1,2,3,4\n5,6,7,8\n"), ["a", "Column 2", "b", "Column 4"]);
}

#[test]
fn money_per_day_is_money_and_a_close_date_a_day() {
    for money in
        ["Spend to date", "Сумма за день", "Cost per day", "Budget pro Tag", "Продажи за день"]
    {
        assert_eq!(kind(&of(money, &["45000", "45230", "44100"])), ColumnType::Integer, "{money}");
    }
    for day in ["Close date", "Дата", "By day", "Ημερομηνία κλεισίματος", "День"]
    {
        assert_eq!(kind(&of(day, &["45000", "45230", "44100"])), ColumnType::Day, "{day}");
    }
}

#[test]
fn identifiers_with_a_point_stay_as_they_are() {
    for (header, id) in [
        ("Client ID", "1234567890.1700000000"),
        ("ID", "1.10"),
        ("Код", "10.10"),
        ("Код товара", "10.10"),
        ("Почтовый индекс", "115280"),
        ("Αριθμός παραγγελίας", "10045"),
        ("Τ.Κ.", "11528"),
    ] {
        let imported = of(header, &[id, id]);
        assert_eq!(column(&imported, header), [id, id], "{header}");
        assert_eq!(kind(&imported), ColumnType::Text, "{header}");
    }
    for (header, number) in [("SKU price", "10.50"), ("Αριθμός υπαλλήλων", "12")] {
        assert_ne!(kind(&of(header, &[number, number])), ColumnType::Text, "{header}");
    }
}

#[test]
fn one_day_with_a_year_of_two_digits_proves_no_order() {
    let imported = of("Date", &["24-12-31", "24-12-31"]);
    assert!(imported.profile.columns[1].format.ambiguous);
    let settled = of("Date", &["24-12-31", "24-11-02", "24-01-15", "24-02-28"]);
    assert_eq!(column(&settled, "Date")[0], "2024-12-31");
}

#[test]
fn a_report_of_the_api_of_yandex_direct_with_its_basic_fields() {
    let text = "Date\tCampaignName\tImpressions\tClicks\tCost\n2026-09-01\tA\t1000\t10\t500250000\n\
        2026-09-02\tB\t2000\t20\t1000250000\nTotal rows: 2\n";
    assert_eq!(column(&read(text.as_bytes()), "Cost"), ["500.25", "1000.25"]);
}

#[test]
fn groups_that_a_spreadsheet_sums_are_noted() {
    let text = "Channel,Owner,Cost\nSEO,A,10\nSEO,B,20\nSEO Total,,30\nPPC,A,5\nPPC,B,6\n\
        PPC Итог,,11\n";
    let imported = read(text.as_bytes());
    let noted = imported.profile.issues.count(IssueKind::SubtotalRow);
    assert_eq!(noted + totals(&imported).len() as u64, 2);
}

#[test]
fn columns_that_are_empty_from_top_to_bottom() {
    for (left, right) in [(0, 3), (0, 10), (3, 0), (2, 2)] {
        let line = |cells: &str| format!("{}{cells}{}\n", ";".repeat(left), ";".repeat(right));
        let text = line("Дата;Канал;Сумма") + &line("05.01.2024;a;1") + &line("16.01.2024;b;2");
        let imported = read(text.as_bytes());
        assert_eq!(column(&imported, "Сумма"), ["1", "2"], "{left} {right}");
    }
}

#[test]
fn three_decimals_of_money_beside_two() {
    for (head, rows, want) in [
        ("Ad,Cost,CPC", "A,\"$1,200.50\",$1.234\nB,\"$2,300.75\",$2.345\n", ["1.234", "2.345"]),
        ("Ad;Cost;CPC", "A;1 200,50 ₽;12,345 ₽\nB;2 300,75 ₽;13,456 ₽\n", ["12.345", "13.456"]),
    ] {
        let imported = read(format!("{head}\n{rows}").as_bytes());
        assert_eq!(column(&imported, "CPC"), want);
    }
    // Alone they may be thousands: read so, and asked.
    assert!(of("CPC", &["$1.234", "$2.345"]).profile.columns[1].format.ambiguous);
}

#[test]
fn labels_that_look_like_numbers_in_few_rows() {
    let mut cells: Vec<String> = (0..300).map(|i| format!("{}", 1000 + i)).collect();
    cells.push("00123".to_owned());
    let cells: Vec<&str> = cells.iter().map(String::as_str).collect();
    assert_eq!(column(&of("Client", &cells), "Client")[300], "00123");
    assert_eq!(column(&of("Clicks", &cells), "Clicks")[300], "123");
    for header in ["Conversions", "Заявки", "Amount of deals", "Floor"] {
        let mut cells = cells.clone();
        cells[300] = "05";
        assert_eq!(column(&of(header, &cells), header)[300], "5", "{header}");
    }
    for header in ["Телефон", "ИНН"] {
        let imported = of(header, &["7,91612E+10", "7,91613E+10"]);
        assert_eq!(kind(&imported), ColumnType::Text, "{header}");
        assert!(imported.profile.columns[1].format.notes.contains(&FormatNote::Shortened));
    }
    assert_eq!(kind(&of("Код товара", &["MAR-10", "APR-20"])), ColumnType::Text);
}

#[test]
fn the_dash_of_a_zero_is_missing() {
    for dash in ["$ -", "-   ₽", "- €", "(-)", "-%"] {
        let imported = of("Amount", &["$ 1,200.50", dash, "$ 300.00", dash]);
        assert_eq!(column(&imported, "Amount"), ["1200.5", "", "300", ""], "{dash}");
    }
}

#[test]
fn millionths_that_the_header_names() {
    let text = "campaign.name,segments.date,metrics.clicks,metrics.cost_micros\n\
        A,2026-09-01,10,1500000\nB,2026-09-02,20,2500000\n";
    assert_eq!(column(&read(text.as_bytes()), "metrics.cost_micros"), ["1.5", "2.5"]);
}

//! Odd layouts, one a test: what stands around and between the rows, and how cells are enclosed.

use super::{column, read, read_by};
use tundish::engine::import::{AsideReason, ImportOptions, Imported, Newline};
use tundish::engine::issue::IssueKind;
use tundish::engine::table::ColumnType;

fn headers(imported: &Imported) -> Vec<&str> {
    imported.table.columns.iter().map(|c| c.header.as_str()).collect()
}

fn asides(imported: &Imported) -> Vec<(AsideReason, u32)> {
    imported.profile.set_aside.iter().map(|a| (a.reason, a.line)).collect()
}

fn lines_of(imported: &Imported, kind: IssueKind) -> Vec<u32> {
    let places = imported.profile.issues.places.iter().filter(|i| i.kind == kind);
    places.filter_map(|i| i.place.line).collect()
}

/// The same in slices of any size.
fn whole(text: &str) -> Imported {
    let imported = read(text.as_bytes());
    for slice in [1, 13] {
        let other = read_by(text.as_bytes(), &ImportOptions::default(), slice).unwrap();
        assert_eq!(other.profile, imported.profile);
        assert_eq!(other.table.lines, imported.table.lines);
    }
    imported
}

#[test]
fn rarer_delimiters() {
    for mark in [':', '^', '~', '#', '!', '\u{1}', '\u{1f}'] {
        let text =
            "id:имя:amount\n1:Анна, Ольга; Яна:5\n2:Иван:7\n".replace(':', &mark.to_string());
        let imported = whole(&text);
        assert_eq!(imported.profile.dialect.delimiter, mark);
        assert_eq!(column(&imported, "имя"), ["Анна, Ольга; Яна", "Иван"]);
    }
}

#[test]
fn backslashes_before_quotes() {
    let imported = whole("id,name\n1,\"say \\\"a, b\\\" now\"\n2,\"C:\\new\"\n3,\"x\"\n");
    assert_eq!(column(&imported, "name"), ["say \"a, b\" now", "C:\\new", "x"]);
    assert_eq!(imported.profile.dialect.escape, Some('\\'));
}

#[test]
fn doubled_quotes_beside_a_path_that_ends_with_a_backslash() {
    let imported = whole("id,name\n1,\"C:\\dir\\\"\n2,\"a \"\"b\"\"\"\n");
    assert_eq!(column(&imported, "name"), ["C:\\dir\\", "a \"b\""]);
    assert_eq!(
        (imported.profile.dialect.escape, imported.profile.dialect.quote),
        (None, Some('"'))
    );
}

#[test]
fn no_quote_is_told_where_no_cell_has_one() {
    assert_eq!(whole("a,b\n1,5\" pipe\n2,x\n").profile.dialect.quote, None);
    assert_eq!(whole("a;b\n'1;5';x\n'2;6';y\n").profile.dialect.quote, Some('\''));
}

#[test]
fn blanks_around_cells_and_around_quotes() {
    let imported = whole("id, name , note\n1, \"b, c\" , x\n2, \"d\", \"e, f\"\n");
    assert_eq!(column(&imported, "name"), ["b, c", "d"]);
    assert_eq!(column(&imported, "note"), ["x", "e, f"]);
}

#[test]
fn line_ends_of_every_kind() {
    for (end, newline) in [("\n", Newline::Lf), ("\r\n", Newline::CrLf), ("\r", Newline::Cr)] {
        let text = ["a;b", "1;\"x\ny\"", "2;z", ""].join(end);
        let imported = whole(&text);
        assert_eq!(imported.profile.dialect.newline, newline);
        assert_eq!(column(&imported, "b"), ["x\ny", "z"]);
    }
    assert_eq!(whole("a;b\r\n1;2\n3;4\r5;6\n").profile.dialect.newline, Newline::Mixed);
}

#[test]
fn delimiters_inside_quotes_and_decimal_commas_do_not_win() {
    let quoted = "\"a,x\";\"b,y\"\n\"1,2,3\";\"4,5,6\"\n\"1,2,3\";\"4,5,6\"\n";
    assert_eq!(headers(&whole(quoted)), ["a,x", "b,y"]);
    let commas = "day;cost;sum\n01.02.2025;1,5;2,5\n02.02.2025;3,5;4,5\n";
    assert_eq!(column(&whole(commas), "sum"), ["2.5", "4.5"]);
}

#[test]
fn a_group_row_above_the_header() {
    let text = "Отчёт за март;;;;\n;Google;;Яндекс;\nДата;Клики;Расход;Клики;Расход\n01.03.2025;5;1,5;6;2,5\n02.03.2025;7;3,5;8;4,5\n";
    let imported = whole(text);
    let expected =
        ["Дата", "Google · Клики", "Google · Расход", "Яндекс · Клики", "Яндекс · Расход"];
    assert_eq!(headers(&imported), expected);
    assert_eq!(asides(&imported), [(AsideReason::Title, 1), (AsideReason::Title, 2)]);
    // Repeated rather than left blank; and the lower names are enough.
    let repeated = "Who,Who,Money,Money\nName,Owner,Amount,Cost\nA,Anna,1,2\nB,Olga,3,4\n";
    let imported = whole(repeated);
    assert_eq!(headers(&imported), ["Name", "Owner", "Amount", "Cost"]);
    assert_eq!(imported.table.rows, 2);
    // Merged over both lines: the name stands in the upper one.
    let merged =
        "Day,Google,,Meta,\n,Clicks,Cost,Clicks,Cost\n2025-03-01,5,1,6,2\n2025-03-02,7,3,8,4\n";
    assert_eq!(headers(&whole(merged))[..2], ["Day", "Google · Clicks"]);
}

#[test]
fn a_blank_header_is_no_group() {
    let imported = whole("name,,amount\nAnna,West,5\nOlga,East,6\n");
    assert_eq!((imported.table.rows, headers(&imported)[1]), (2, "Column 2"));
}

#[test]
fn a_second_table_below_a_blank_line() {
    let text = "Day,Campaign,Cost\n2025-01-01,a,1\n2025-01-02,b,2\nTotal,,3\n\nCampaign,Clicks\na,10\nb,20\n";
    let imported = whole(text);
    assert_eq!(imported.table.rows, 2);
    let second = AsideReason::SecondTable;
    let expected = [(AsideReason::Totals, 4), (second, 6), (second, 7), (second, 8)];
    assert_eq!(asides(&imported), expected);
    assert_eq!(imported.profile.issues.count(IssueKind::SecondTable), 3);
    assert_eq!(imported.profile.issues.count(IssueKind::ShortRow), 0);
}

#[test]
fn a_second_table_below_its_title_and_one_as_wide_as_the_first() {
    let titled = "a,b,c\nx,1,2\ny,3,4\n\nBy region\nregion,n\nwest,10\neast,20\n";
    let imported = whole(titled);
    assert_eq!((imported.table.rows, imported.profile.set_aside.len()), (2, 4));
    let wide = "name,won,lost\nx,1,2\ny,3,4\n\nregion,open,late\nwest,10,1\neast,20,2\n";
    let imported = whole(wide);
    assert_eq!((imported.table.rows, imported.profile.set_aside.len()), (2, 3));
}

#[test]
fn a_second_table_without_a_blank_line() {
    let mut text = "Day,Campaign,Cost\n".to_owned();
    for n in 0..500 {
        text += &format!("2025-01-01,c{n},{n}\n");
    }
    text += "Campaign,Clicks\na,10\nb,20\nc,30\n";
    let imported = whole(&text);
    assert_eq!((imported.table.rows, imported.profile.set_aside.len()), (500, 4));
    assert_eq!(asides(&imported)[0], (AsideReason::SecondTable, 502));
}

#[test]
fn blank_lines_between_rows_divide_no_tables() {
    let text = "name;owner;n\n\nA;Anna;1\n\nB;Olga;2\n\n\nC;Ivan;3\n\nD;Yana;4\n;;\nE;Petr;5\n";
    let imported = whole(text);
    assert_eq!((imported.table.rows, imported.profile.set_aside.len()), (5, 0));
    // Nor do short rows.
    let short = whole("name,owner,n\nA,Anna,1\nB,Olga\nC,Ivan,3\n\nD,Yana\nE,Petr,5\n");
    assert_eq!((short.table.rows, lines_of(&short, IssueKind::ShortRow)), (5, vec![3, 6]));
}

#[test]
fn sums_among_the_rows_are_no_rows() {
    for (text, lines) in [
        (
            "Кампания;Группа;Расход\nА;x;1\nА;y;2\nИтого по кампании А;;3\nБ;x;4\n\
             Итого по кампании Б;;4\nБ;z;1\n",
            vec![4, 6],
        ),
        // The name stands where a campaign stands, and the month is filled.
        (
            "Month,Campaign,Cost\n2026-01,Brand,100\n2026-01,Generic,200\n2026-01,Total,300\n\
             2026-02,Brand,110\n2026-02,Generic,210\n2026-02,Credit,-20\n2026-02,Total,300\n\
             Grand total,,600\n",
            vec![4, 8, 9],
        ),
        // In the place of the month, which stays a month.
        (
            "Месяц;Канал;Расход\nЯнварь 2026;Яндекс Директ;100 000\nЯнварь 2026;VK;50 000\n\
             Итого за январь;;150 000\nФевраль 2026;Яндекс Директ;120 000\n\
             Февраль 2026;VK;60 000\nИтого за февраль;;180 000\nВсего;;330 000\n",
            vec![4, 7, 8],
        ),
        (
            "Channel,Cost\nSEO,10\nSEO,20\nSEO Total,30\nAds,5\nAds,6\nAds Total,11\nMail,1\n",
            vec![4, 7],
        ),
        // Sums of sums, as a spreadsheet makes them.
        (
            "Region,Channel,Leads,CPL\nEU,SEO,1,5\nEU,Ads,2,6\nEU Total,,3,5.5\nUS,SEO,4,7\n\
             US,Ads,5,8\nUS Total,,9,7.5\nSubtotal west,,12,6\nAS,SEO,2,1\nAS,Ads,2,1\n",
            vec![4, 7, 8],
        ),
    ] {
        let imported = whole(text);
        let mut found = lines_of(&imported, IssueKind::TotalsRow);
        found.sort_unstable();
        assert_eq!(found, lines, "{text}");
        assert_eq!(imported.table.rows + lines.len() + 1, text.lines().count());
        assert_eq!(imported.profile.issues.count(IssueKind::SubtotalRow), 0);
    }
    let months = whole(
        "Месяц;Канал;Расход\nЯнварь 2026;А;1\nЯнварь 2026;Б;2\nИтого за январь;;3\nФевраль 2026;А;5\n",
    );
    assert_eq!(column(&months, "Месяц"), ["2026-01-01", "2026-01-01", "2026-02-01"]);
}

#[test]
fn rows_that_are_only_named_as_sums_stay_and_are_told() {
    let text = "Кампания;Группа;Расход\nА;x;1\nА;y;2\nИтого по кампании А;;7\nБ;x;4\nБ;z;1\n";
    let imported = whole(text);
    assert_eq!(lines_of(&imported, IssueKind::SubtotalRow), [4]);
    assert_eq!(imported.table.rows, 5);
    let deals = whole("deal,owner,amount\nAlpha,Anna,1\nTotal Gym Inc,Olga,5\nBeta,Anna,2\n");
    assert_eq!(deals.profile.issues.count(IssueKind::SubtotalRow), 0);
    // A customer of that name, with an identifier of its own, whose sum is another's by chance.
    let named = whole("id,company,amount\n1,Acme,200\n2,Beta,300\n3,Total,500\n4,Gamma,7\n");
    assert_eq!((named.table.rows, named.profile.set_aside.len()), (4, 0));
    // Nor is it a sum that happens to be the one number above it,
    for text in [
        "Deal,Owner,Qty,Close date\nAlpha,Anna,1,2026-01-03\nTotal Gym Inc,Anna,1,\n\
         Beta,Anna,2,2026-01-05\n",
        "Customer,Amount\nAcme,100\nTotal,100\nBeta,7\n",
        // or a row that says more of itself: of an owner, of a day.
        "Deal,Owner,Qty\nAlpha,Anna,1\nBeta,Anna,1\nTotal Gym Inc,Olga,2\nGamma,Anna,3\n",
        "Customer,Day,Amount\nAcme,2026-01-03,1\nBeta,2026-01-04,1\nTotal,2026-01-05,2\n\
         Gamma,2026-01-06,9\n",
    ] {
        let imported = whole(text);
        assert_eq!(imported.table.rows + 1, text.lines().count(), "{text}");
    }
}

#[test]
fn sums_of_one_row_each_are_no_rows_where_the_name_is_a_habit() {
    let text = "Month,Channel,Cost\n2026-01,SEO,300\n2026-01,Total,300\n2026-02,SEO,200\n\
        2026-02,Total,200\n2026-03,SEO,5\n";
    let imported = whole(text);
    assert_eq!(lines_of(&imported, IssueKind::TotalsRow), [3, 5]);
    assert_eq!(imported.table.rows, 3);
    // Named by what it sums, once is enough.
    let text = "Channel,Cost\nSEO,300\nSEO Total,300\nAds,20\n";
    assert_eq!(lines_of(&whole(text), IssueKind::TotalsRow), [3]);
}

#[test]
fn rows_for_every_device_and_all_of_them_are_taken_out_in_time() {
    // A hundred thousand sums, each of two rows: no comparison of all with all.
    let rows = |n: u32| format!("d{n},Phone,{n}\nd{n},Desktop,1\nd{n},Total,{}\n", n + 1);
    let text = "Day,Device,Clicks\n".to_owned() + &(1..100_000).map(rows).collect::<String>();
    assert_eq!(whole(&text).table.rows, 199_998);
}

#[test]
fn a_stray_quote_that_swallows_narrower_lines() {
    let imported = whole("a,b,c\n1,\"Alpha,x\n2,Beta\n3,\"Gamma,z\n4,Delta,w\n");
    assert_eq!(column(&imported, "a"), ["1", "2", "3", "4"]);
    assert_eq!(lines_of(&imported, IssueKind::UnclosedQuote), [2, 4]);
    assert_eq!(lines_of(&imported, IssueKind::ShortRow), [3]);
}

#[test]
fn a_quote_opened_in_the_last_column() {
    let imported = whole("a,b,c\n1,x,\"open\n2,y,z\n3,\"w, v\",\"next\"\n4,q,r\n");
    assert_eq!(column(&imported, "c"), ["\"open", "z", "next", "r"]);
    assert_eq!(column(&imported, "b"), ["x", "y", "w, v", "q"]);
    assert_eq!(lines_of(&imported, IssueKind::UnclosedQuote), [2]);
}

#[test]
fn a_cell_of_several_lines_is_never_cut() {
    let text = "id,note,n\n1,\"one\ntwo, three\n\nfour\",5\n2,\"a,b,c\nd,e,f\ng,h,i\",6\n3,\"say \"\"x\"\"\nand, go\",7\n";
    let imported = whole(text);
    let expected = ["one\ntwo, three\n\nfour", "a,b,c\nd,e,f\ng,h,i", "say \"x\"\nand, go"];
    assert_eq!(column(&imported, "note"), expected);
    assert_eq!(imported.profile.issues.count(IssueKind::UnclosedQuote), 0);
    // Nor where somebody forgot to double the quotes inside it.
    let inner = whole("id,note,n\n1,\"He said \"hi\"; she left\",5\n2,x,6\n");
    assert_eq!((inner.table.rows, column(&inner, "n")[0].as_str()), (2, "5"));
}

#[test]
fn exports_put_together_bring_their_headers_along() {
    let header = "Deal,Created,Stage,Amount,Amount\n";
    let rows = |month: u32| {
        let row = |day| format!("D{month}{day},2025-{month:02}-{day:02},Won,{day}0,1\n");
        (10..14).map(row).collect::<String>()
    };
    // With a blank line between them, too, and with the blanks that a program pads with.
    let padded = " Deal ,Created, Stage,Amount,Amount\n";
    let text = [header, &rows(1), header, &rows(2), "\n", padded, &rows(3)].concat();
    let imported = whole(&text);
    assert_eq!(imported.table.rows, 12);
    let header = AsideReason::Header;
    assert_eq!(asides(&imported), [(header, 6), (header, 12)]);
    assert_eq!(imported.profile.issues.count(IssueKind::HeaderRow), 2);
    assert_eq!(imported.profile.issues.count(IssueKind::UnreadCell), 0);
    assert_eq!(imported.profile.columns[1].kind, ColumnType::Day);
    assert_eq!(imported.table.lines[4], 7, "the lines of the file");
    // One name alone may be a value.
    let names = whole("Amount\n17\n18\n19\nAmount\n20\n");
    assert_eq!((names.table.rows, asides(&names).len()), (5, 0));
}

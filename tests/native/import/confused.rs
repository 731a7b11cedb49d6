//! Files whose delimiter or quotes are easily taken for others, of many lengths: what is written in
//! each row, and the cells that are meant.

use super::account::{check, lines};
use super::enclosed::{Made, wrong};
use serde_json::Value;

/// One row, whose `#` is the number of the row, and its cells.
struct Pattern {
    delimiter: char,
    header: &'static str,
    row: &'static str,
    cells: &'static [&'static str],
}

const fn of(
    delimiter: char,
    header: &'static str,
    row: &'static str,
    cells: &'static [&'static str],
) -> Pattern {
    Pattern { delimiter, header, row, cells }
}

const PATTERNS: &[Pattern] = &[
    // A quoted comma in every row.
    of(
        ',',
        "Deal ID,Owner,Stage,Amount,Created",
        "#,\"Smith, John\",Won,500,2026-01-02",
        &["#", "Smith, John", "Won", "500", "2026-01-02"],
    ),
    of(
        ',',
        "Day,Campaign,Cost,Clicks",
        "2026-01-01,Brand,\"1,020.50\",#",
        &["2026-01-01", "Brand", "1,020.50", "#"],
    ),
    of(
        ',',
        "Day,Cost,Sum,Clicks",
        "2026-01-01,\"1,020.50\",\"12,5\",#",
        &["2026-01-01", "1,020.50", "12,5", "#"],
    ),
    of(',', "id,\"name, first\",n", "#,\"Smith, John\",5", &["#", "Smith, John", "5"]),
    of(',', "id,'name, first',n", "#,'Smith, John',5", &["#", "Smith, John", "5"]),
    // Lists inside of quotes, by marks that divide as well.
    of(',', "id,tags", "#,\"a;b;c;d;e;f;g;h\"", &["#", "a;b;c;d;e;f;g;h"]),
    of(',', "tags,id", "\"a;b;c;d;e;f;g;h\",#", &["a;b;c;d;e;f;g;h", "#"]),
    of(',', "\"tags;x;y;z;u;v\",id", "\"a;b;c;d;e;f\",#", &["a;b;c;d;e;f", "#"]),
    of(',', "id,\"tags;x;y;z;u;v\"", "#,\"a;b;c;d;e;f\"", &["#", "a;b;c;d;e;f"]),
    of(';', "id;tags", "#;\"a|b|c|d|e|f|g|h\"", &["#", "a|b|c|d|e|f|g|h"]),
    of('\t', "id\ttags", "#\t'a|b|c|d|e|f|g|h'", &["#", "'a|b|c|d|e|f|g|h'"]),
    // Apostrophes, and quotes that enclose nothing.
    of(',', "id,name,n", "#,O'Brien,5", &["#", "O'Brien", "5"]),
    of(',', "id,name,n", "#,\"O'Brien, Pat\",5", &["#", "O'Brien, Pat", "5"]),
    of(',', "id,name,n", "#,'t Hooft,5", &["#", "'t Hooft", "5"]),
    of(',', "code,other,n", "'00#,'008,5", &["'00#", "'008", "5"]),
    of(',', "id,size,n", "#,5\" pipe,5", &["#", "5\" pipe", "5"]),
    // Marks inside of cells that nothing encloses.
    of(';', "id;name;n", "#;Smith,John;5", &["#", "Smith,John", "5"]),
    of(';', "name;city;n", "Smith,John;Oslo,NO;1,#", &["Smith,John", "Oslo,NO", "1,#"]),
    of(';', "day;cost;sum", "01.02.2026;1,5;#,5", &["01.02.2026", "1,5", "#,5"]),
    of('\t', "id\ttext", "#\ta,b,c,d,e,f,g,h,i,j,k,l,m", &["#", "a,b,c,d,e,f,g,h,i,j,k,l,m"]),
    of('\t', "id\ttext", "#\ta, b, c, d, e, f, g, h", &["#", "a, b, c, d, e, f, g, h"]),
    of('|', "id|text", "#|a,b;c", &["#", "a,b;c"]),
    of(',', "id,tags,n", "#,a;b;c;d;e;f;g,5", &["#", "a;b;c;d;e;f;g", "5"]),
    // A header that alone is enclosed.
    of(',', "\"id\",name,n", "#,x,5", &["#", "x", "5"]),
    of(',', "\"id, number\",name,n", "#,x,5", &["#", "x", "5"]),
    // Blanks before quotes, and backslashes inside of them.
    of(',', "id,name,n", "#, \"Smith, John\", 5", &["#", "Smith, John", " 5"]),
    of(',', "id,name,n", "#, 'Smith, John', 5", &["#", "Smith, John", " 5"]),
    of(',', "id,name,n", "#,\"the \\\"big, red\\\" one\",5", &["#", "the \"big, red\" one", "5"]),
    of(',', "id,name", "#,\"the \\\"big, red\\\" one\"", &["#", "the \"big, red\" one"]),
    // Text behind the closing quote.
    of(',', "id,name,n", "#,\"Romashka, OOO\" Moscow,5", &["#", "Romashka, OOO Moscow", "5"]),
];

/// Quotes that mean nothing: three of them are enough to tell.
const LONE: &[Pattern] = &[
    of(',', "name,id", "\"Romashka\" and 'Co',#", &["\"Romashka\" and 'Co'", "#"]),
    of(';', "id;sign;n", "#;\";5", &["#", "\"", "5"]),
    of(',', "size,id", "\"5 inch,#", &["\"5 inch", "#"]),
    of('\t', "id\tsize\tn", "#\t\"5 inch\t5", &["#", "\"5 inch", "5"]),
    of(',', "id,name", "#,\"Romashka\" LLC", &["#", "\"Romashka\" LLC"]),
];

fn made(pattern: &Pattern, rows: usize) -> Made {
    let number = |text: &str, n: usize| text.replace('#', &n.to_string());
    let written = (0..rows).map(|n| number(pattern.row, n + 1) + "\n");
    let unquoted = |head: &str| head.replace(['"', '\''], "");
    let delimiter = pattern.delimiter;
    let mut header: Vec<String> = Vec::new();
    for part in pattern.header.split(delimiter) {
        let open = header.last().is_some_and(|h| h.matches(['"', '\'']).count() == 1);
        match header.last_mut().filter(|_| open) {
            Some(last) => *last += &format!("{delimiter}{part}"),
            None => header.push(part.to_owned()),
        }
    }
    Made {
        text: format!("{}\n{}", pattern.header, written.collect::<String>()),
        header: header.iter().map(|h| unquoted(h)).collect(),
        rows: (0..rows).map(|n| pattern.cells.iter().map(|c| number(c, n + 1)).collect()).collect(),
    }
}

#[test]
fn marks_inside_of_cells_divide_nothing() {
    let mut bad = Vec::new();
    let all = PATTERNS.iter().map(|p| (p, 1)).chain(LONE.iter().map(|p| (p, 3)));
    for (pattern, least) in all {
        for rows in [1, 2, 3, 4, 5, 15, 16, 17, 60, 250].into_iter().filter(|n| *n >= least) {
            let made = made(pattern, rows);
            bad.extend(wrong(&made).map(|how| format!("{} {rows} rows: {how}", pattern.row)));
        }
        check(made(pattern, 5).text.as_bytes(), 3, 7);
    }
    assert!(bad.is_empty(), "{}", bad.join("\n"));
}

/// Titles above the table hold commas as well, and the names of the columns do not.
#[test]
fn commas_in_titles_and_in_every_row_do_not_hide_the_tabs() {
    for titles in ["", "Report\n", "Report, June\n\n", "Report\nFrom, to, all\n\n"] {
        let rows = (0..40).map(|n| format!("{n}\ta,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p\t{n},5\n"));
        let text = format!("{titles}id\ttext\tsum\n{}", rows.collect::<String>());
        let listed = lines(text.as_bytes(), false).unwrap();
        assert_eq!(listed[0]["delimiter"], "\t", "{titles}");
        assert_eq!(listed[0]["header"], serde_json::json!(["id", "text", "sum"]), "{titles}");
        assert_eq!(listed.iter().filter(|l| l.is_array()).count(), 40);
    }
}

/// However many of the rows hold the comma, from all to a single one.
#[test]
fn one_row_without_the_comma_changes_nothing() {
    for with in [60, 59, 54, 30, 6, 1] {
        let row = |n: usize| if n < with { "\"Smith, John\"" } else { "Brown" };
        let rows = (0..60).map(|n| format!("{n},{},Won,500,2026-01-02\n", row(n)));
        let text = format!("Deal ID,Owner,Stage,Amount,Created\n{}", rows.collect::<String>());
        let listed = lines(text.as_bytes(), false).unwrap();
        assert_eq!((&listed[0]["delimiter"], &listed[0]["quote"]), (&",".into(), &"\"".into()));
        let owners: Vec<&Value> = listed.iter().filter(|l| l.is_array()).map(|l| &l[1]).collect();
        assert_eq!(owners.iter().filter(|owner| **owner == "Smith, John").count(), with);
        assert_eq!(listed.iter().filter(|l| l["problem"].is_string()).count(), 0);
    }
}

//! The known table, and the file that is written from it.

use super::style::{Script, Style};
use tundish::engine::table::ColumnType;
use tundish::engine::value::Day;

pub const ROWS: usize = 18;

pub const KINDS: [ColumnType; 9] = [
    ColumnType::Text,
    ColumnType::Text,
    ColumnType::Decimal,
    ColumnType::Integer,
    ColumnType::Percent,
    ColumnType::Money,
    ColumnType::Day,
    ColumnType::Moment,
    ColumnType::Flag,
];

struct Row {
    cents: Option<i64>,
    count: i64,
    /// Tenths of a percent.
    share: i64,
    price: i64,
    day: Day,
    second: u32,
    flag: bool,
}

/// Values that reach from nothing to millions, on both sides of zero.
fn row(n: usize) -> Row {
    let k = n as i64;
    let cents = [0, 5, -99, 123_456, -1_234_500, 987_654_321, 50, -7][n % 8] + k * 37;
    Row {
        cents: (n % 9 != 4).then_some(cents),
        count: [1, 1_234, 56_789, 1_234_567, 12][n % 5] + k,
        share: (k * 67) % 1400 - 150,
        price: [100, 123_456, 1_234_567_890][n % 3] + k * 101,
        // Days up to the 31st in every month, so that the order can be told.
        day: Day(19_720 + n as i32 * 41),
        second: (n as u32 * 7_919) % 86_400,
        flag: !n.is_multiple_of(3),
    }
}

const TEXTS: [[&str; 6]; 3] = [
    ["Café Zoë", "Müller & Söhne", "naïve résumé", "Señor Muñoz", "Ærøskøbing", "Straße 5, hinten"],
    [
        "Щёлково; склад",
        "ООО «Ромашка»",
        "Иванова Мария",
        "Счёт на предоплату",
        "Запчасти, шины",
        "Объект 17|б",
    ],
    [
        "Αθήνα; κέντρο",
        "Γιώργος Παπαδόπουλος",
        "Καλλιθέα, όροφος 2",
        "Ευκαιρία πώλησης",
        "Θεσσαλονίκη",
        "Ψηφιακή|προβολή",
    ],
];
const HEADERS: [[&str; 9]; 3] = [
    ["Ref", "Name", "Balance", "Visits", "Growth", "Price", "Day", "Changed", "Active"],
    ["Метка", "Название", "Остаток", "Визиты", "Рост", "Цена", "День", "Изменено", "Повтор"],
    ["Ετικέτα", "Όνομα", "Υπόλοιπο", "Επισκέψεις", "Αύξηση", "Τιμή", "Ημέρα", "Αλλαγή", "Ενεργό"],
];
const FLAGS: [[&str; 2]; 3] = [["no", "yes"], ["нет", "да"], ["όχι", "ναι"]];

fn name(n: usize, script: Script) -> String {
    let text = TEXTS[script as usize][n % 6];
    match n % 7 {
        3 => format!("\"{text}\" {n}"),
        5 => format!("{text}\n{n}"),
        _ => text.to_owned(),
    }
}

pub fn headers(style: &Style) -> [&'static str; 9] {
    HEADERS[style.code.script as usize]
}

fn clock(second: u32) -> (u32, u32, u32) {
    (second / 3600, second / 60 % 60, second % 60)
}

/// The cells of a row as the style writes them.
fn written(n: usize, style: &Style) -> Vec<String> {
    let (row, script, number) = (row(n), style.code.script, style.number);
    let (y, m, d) = row.day.ymd();
    let day = (style.date.day)(y, m, d, script);
    let (hour, minute, second) = clock(row.second);
    vec![
        format!("T{n:03}"),
        name(n, script),
        row.cents.map(|c| number.write(c, 2, ("", ""))).unwrap_or_default(),
        number.write(row.count, 0, ("", "")),
        number.write(row.share, 1, number.percent),
        number.write(row.price, 2, number.money),
        day.clone(),
        day + &(style.date.clock)(hour, minute, second, script),
        FLAGS[script as usize][usize::from(row.flag)].to_owned(),
    ]
}

/// The cells of a row as they are to be understood.
pub fn known(n: usize, style: &Style) -> Vec<String> {
    let row = row(n);
    let (h, m, s) = clock(row.second);
    vec![
        format!("T{n:03}"),
        name(n, style.code.script),
        row.cents.map(|c| (c as f64 / 100.0).to_string()).unwrap_or_default(),
        row.count.to_string(),
        (row.share as f64 / 1000.0).to_string(),
        (row.price as f64 / 100.0).to_string(),
        row.day.to_string(),
        format!("{}T{h:02}:{m:02}:{s:02}", row.day),
        row.flag.to_string(),
    ]
}

/// The same as a line of JSON.
pub fn known_line(n: usize, style: &Style) -> String {
    let known = known(n, style);
    let cells = known.iter().zip(KINDS).map(|(text, kind)| match kind {
        _ if text.is_empty() => "null".to_owned(),
        ColumnType::Text | ColumnType::Day | ColumnType::Moment => {
            serde_json::to_string(text).unwrap()
        }
        _ => text.clone(),
    });
    format!("[{}]", cells.collect::<Vec<_>>().join(","))
}

/// The whole file.
pub fn text(style: &Style) -> String {
    let mut out = String::new();
    let mut line = |cells: &[String]| {
        for (i, cell) in cells.iter().enumerate() {
            if i > 0 {
                out.push(style.delimiter);
            }
            if cell.contains([style.delimiter, '"', '\n']) {
                out += &format!("\"{}\"", cell.replace('"', "\"\""));
            } else {
                out += cell;
            }
        }
        out += "\r\n";
    };
    line(&headers(style).map(str::to_owned));
    (0..ROWS).for_each(|n| line(&written(n, style)));
    out
}

const LONG_ROWS: usize = 200;

/// Values without a pattern (multipliers of a linear congruence), the same everywhere.
fn long_row(n: usize) -> (Day, i64, i64) {
    let spread =
        |by: u64| (n as u64 + 1).wrapping_mul(by).wrapping_mul(0x9e37_79b9_7f4a_7c15) >> 20;
    let day = Day((spread(3) % 36_000) as i32);
    // One to fifteen digits, on both sides of zero.
    let size = 10i64.pow((n % 15) as u32 + 1);
    let amount = (spread(7) as i64 % size) * if n % 4 == 3 { -1 } else { 1 };
    (day, amount, spread(11) as i64 % 1_000_000)
}

/// Day, amount and price only, without names and texts.
pub fn long_text(style: &Style) -> String {
    let mut out = "day\tamount\tprice\n".to_owned();
    for n in 0..LONG_ROWS {
        let (day, amount, price) = long_row(n);
        let (y, m, d) = day.ymd();
        let day = (style.date.day)(y, m, d, style.code.script);
        let amount = style.number.write(amount, 2, ("", ""));
        out += &format!("{day}\t{amount}\t{}\n", style.number.write(price, 2, style.number.money));
    }
    out
}

pub fn long_known(n: usize) -> [String; 3] {
    let (day, amount, price) = long_row(n);
    [day.to_string(), (amount as f64 / 100.0).to_string(), (price as f64 / 100.0).to_string()]
}

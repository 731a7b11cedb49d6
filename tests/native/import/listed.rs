//! A known table, written in every combination of encoding, delimiter and number style, dates taking
//! turns, is given back by a typed listing, and cell by cell as it was written by a plain one.

use super::account::lines;
use encoding_rs::Encoding;
use serde_json::{Value, json};

/// An encoding as `inspect` names it, whether a mark stands before the text, and names that it can
/// write.
const ENCODINGS: &[(&str, bool, &[&str])] = &[
    ("utf-8", false, &RUSSIAN),
    ("utf-8", true, &GREEK),
    ("utf-16le", true, &RUSSIAN),
    ("utf-16be", true, &GREEK),
    ("utf-16le", false, &RUSSIAN),
    ("windows-1250", false, &POLISH),
    ("windows-1251", false, &RUSSIAN),
    ("windows-1252", false, &FRENCH),
    ("windows-1253", false, &GREEK),
    ("koi8-r", false, &RUSSIAN),
    ("ibm866", false, &RUSSIAN),
    ("iso-8859-5", false, &RUSSIAN),
    ("x-mac-cyrillic", false, &RUSSIAN),
];

const RUSSIAN: [&str; 6] = [
    "Анна Петрова",
    "Щёголев; Ко",
    "ООО \"Ромашка\"",
    "Москва, Тверская",
    "Юг|Север",
    "две\nстроки",
];
const GREEK: [&str; 6] = [
    "Άννα Παπαδοπούλου",
    "Αθήνα; Πειραιάς",
    "ΑΕ \"Ήλιος\"",
    "Πάτρα, Κέντρο",
    "Νότος|Βορράς",
    "δύο\nγραμμές",
];
const POLISH: [&str; 6] = [
    "Łukasz Wiśniewski",
    "Kraków; Łódź",
    "Spółka \"Źdźbło\"",
    "Gdańsk, Śródmieście",
    "Zażółć|gęślą",
    "dwa\nwiersze są",
];
const FRENCH: [&str; 6] = [
    "Hélène Müller",
    "Genève; Zürich",
    "Société \"Élan\"",
    "Besançon, Forêt",
    "Noël|Été",
    "deux\nlignes à part",
];

/// Sums as they are meant, and how each style writes them.
const SUMS: [f64; 6] = [1_234_567.5, 0.25, -1_234.75, 987.0, 12_345.1, 1_000_000.0];
type Styles<T> = &'static [(&'static str, fn(T) -> String)];
const NUMBERS: Styles<f64> = &[
    ("plain point", |x| grouped(x, "", '.', 3)),
    ("plain comma", |x| grouped(x, "", ',', 3)),
    ("US", |x| grouped(x, ",", '.', 3)),
    ("German", |x| grouped(x, ".", ',', 3)),
    ("French", |x| grouped(x, "\u{a0}", ',', 3)),
    ("Russian", |x| grouped(x, " ", ',', 3)),
    ("Swiss", |x| grouped(x, "'", '.', 3)),
    ("Indian", |x| grouped(x, ",", '.', 2)),
];

/// Days as they are meant; one of them tells day from month.
const DAYS: [(u32, u32, u32); 6] =
    [(2024, 1, 31), (2024, 2, 29), (2023, 12, 5), (2025, 3, 4), (2024, 11, 22), (2025, 7, 1)];
const DATES: Styles<(u32, u32, u32)> = &[
    ("YYYY-MM-DD", |(y, m, d)| format!("{y}-{m:02}-{d:02}")),
    ("DD.MM.YYYY", |(y, m, d)| format!("{d:02}.{m:02}.{y}")),
    ("DD/MM/YYYY", |(y, m, d)| format!("{d:02}/{m:02}/{y}")),
    ("MM/DD/YYYY", |(y, m, d)| format!("{m:02}/{d:02}/{y}")),
];

/// Two decimals; groups of `size` digits in front of the last three.
fn grouped(x: f64, group: &str, point: char, size: usize) -> String {
    let text = format!("{:.2}", x.abs());
    let (whole, fraction) = text.split_once('.').unwrap();
    let (mut rest, mut parts, mut length) = (whole, Vec::new(), 3);
    while !group.is_empty() && rest.len() > length {
        let (front, part) = rest.split_at(rest.len() - length);
        (rest, length) = (front, size);
        parts.insert(0, part);
    }
    parts.insert(0, rest);
    let sign = if x < 0.0 { "-" } else { "" };
    format!("{sign}{}{point}{fraction}", parts.join(group))
}

fn quoted(cell: &str, delimiter: char) -> String {
    if cell.contains([delimiter, '"', '\n']) {
        format!("\"{}\"", cell.replace('"', "\"\""))
    } else {
        cell.to_owned()
    }
}

fn encoded(text: &str, label: &str, bom: bool) -> Option<Vec<u8>> {
    let text = format!("{}{text}", if bom { "\u{feff}" } else { "" });
    match label {
        "utf-16le" => Some(text.encode_utf16().flat_map(u16::to_le_bytes).collect()),
        "utf-16be" => Some(text.encode_utf16().flat_map(u16::to_be_bytes).collect()),
        _ => {
            let encoding = Encoding::for_label(label.as_bytes()).unwrap();
            let (bytes, _, has_unmappable) = encoding.encode(&text);
            (!has_unmappable).then(|| bytes.into_owned())
        }
    }
}

#[test]
fn a_table_comes_back_from_every_combination() {
    let mut files = 0;
    let mut wrong = Vec::new();
    for (encoding, bom, names) in ENCODINGS {
        for (turn, delimiter) in [',', ';', '\t', '|'].into_iter().enumerate() {
            for (style, number) in NUMBERS {
                let (pattern, date) = DATES[(files / 2) % DATES.len()];
                let newline = ["\r\n", "\n"][(files + turn) % 2];
                let written: Vec<Vec<String>> = (0..6)
                    .map(|i| {
                        let id = format!("{:05}", i + 1);
                        vec![id, names[i].to_owned(), number(SUMS[i]), date(DAYS[i])]
                    })
                    .collect();
                let mut text = ["id", "name", "sum", "day"].join(&delimiter.to_string()) + newline;
                for row in &written {
                    let cells: Vec<String> = row.iter().map(|c| quoted(c, delimiter)).collect();
                    text += &(cells.join(&delimiter.to_string()) + newline);
                }
                let Some(bytes) = encoded(&text, encoding, *bom) else { continue };
                files += 1;
                let name = format!("{encoding} {bom} {delimiter:?} {style} {pattern}");
                if let Err(reason) = compare(&bytes, encoding, *bom, delimiter, &written) {
                    wrong.push(format!("{name}: {reason}"));
                }
            }
        }
    }
    assert!(
        wrong.is_empty(),
        "{} of {files}:\n{}",
        wrong.len(),
        wrong[..wrong.len().min(30)].join("\n")
    );
    assert!(files > 350, "{files}");
}

fn compare(
    bytes: &[u8],
    encoding: &str,
    bom: bool,
    delimiter: char,
    written: &[Vec<String>],
) -> Result<(), String> {
    let equal = |found: &Value, meant: Value| {
        if *found == meant { Ok(()) } else { Err(format!("{found} is not {meant}")) }
    };
    let plain = lines(bytes, false).ok_or("refused")?;
    let typed = lines(bytes, true).ok_or("refused")?;
    let first = &plain[0];
    equal(&first["encoding"], json!(encoding))?;
    equal(&first["bom"], json!(bom))?;
    equal(&first["delimiter"], json!(delimiter))?;
    let kinds: Vec<&Value> =
        first["columns"].as_array().unwrap().iter().map(|c| &c["type"]).collect();
    equal(&json!(kinds), json!(["text", "text", "number", "date"]))?;
    for (i, row) in written.iter().enumerate() {
        equal(&plain[i + 1], json!(row))?;
        let (y, m, d) = DAYS[i];
        let sum = serde_json::from_str::<Value>(&SUMS[i].to_string()).unwrap();
        equal(&typed[i + 1], json!([row[0], row[1], sum, format!("{y}-{m:02}-{d:02}")]))?;
    }
    equal(
        &plain[written.len() + 1],
        json!({"rows": written.len(), "problems": 0, "complete": true}),
    )
}

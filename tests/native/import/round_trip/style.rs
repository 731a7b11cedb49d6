//! The ways of writing: encodings, delimiters, numbers, dates.

use std::fmt;

pub const DELIMITERS: &[char] = &[',', ';', '\t', '|'];

#[derive(Clone, Copy, Debug, PartialEq, Eq)]
pub enum Script {
    Latin,
    Cyrillic,
    Greek,
}

/// An encoding, with or without a mark, and the script that the file is written in.
#[derive(Clone, Copy, Debug)]
pub struct Code {
    pub label: &'static str,
    pub mark: bool,
    pub script: Script,
}

const fn code(label: &'static str, mark: bool, script: Script) -> Code {
    Code { label, mark, script }
}

pub const ENCODINGS: &[Code] = &[
    code("utf-8", false, Script::Latin),
    code("utf-8", false, Script::Cyrillic),
    code("utf-8", true, Script::Greek),
    code("utf-16le", true, Script::Latin),
    code("utf-16le", false, Script::Cyrillic),
    code("utf-16be", true, Script::Cyrillic),
    code("utf-16be", false, Script::Greek),
    code("windows-1252", false, Script::Latin),
    code("windows-1251", false, Script::Cyrillic),
    code("koi8-r", false, Script::Cyrillic),
    code("ibm866", false, Script::Cyrillic),
    code("iso-8859-5", false, Script::Cyrillic),
    code("x-mac-cyrillic", false, Script::Cyrillic),
    code("windows-1253", false, Script::Greek),
    code("iso-8859-7", false, Script::Greek),
];

impl Code {
    pub fn is_unicode(&self) -> bool {
        self.label.starts_with("utf")
    }
}

/// How numbers are written.
#[derive(Debug)]
pub struct Number {
    pub name: &'static str,
    pub decimal: char,
    pub group: &'static str,
    pub indian: bool,
    pub negative: Negative,
    /// What stands before and behind money.
    pub money: (&'static str, &'static str),
    pub percent: (&'static str, &'static str),
}

#[derive(Clone, Copy, Debug)]
pub enum Negative {
    Minus(&'static str),
    Trailing,
    Accounting,
}

const fn number(
    name: &'static str,
    decimal: char,
    group: &'static str,
    negative: Negative,
    money: (&'static str, &'static str),
    percent: (&'static str, &'static str),
) -> Number {
    Number { name, decimal, group, indian: false, negative, money, percent }
}

use Negative::{Accounting, Minus, Trailing};

pub const NUMBERS: &[Number] = &[
    number("us", '.', ",", Minus("-"), ("$", ""), ("", "%")),
    number("us accounting", '.', ",", Accounting, ("USD ", ""), ("", "%")),
    number("plain point", '.', "", Minus("-"), ("", " USD"), ("%", "")),
    number("plain comma", ',', "", Minus("-"), ("", " EUR"), ("", " %")),
    number("german", ',', ".", Trailing, ("", " €"), ("", " %")),
    number("greek", ',', ".", Minus("\u{2212}"), ("€", ""), ("", "%")),
    number("russian", ',', "\u{a0}", Minus("-"), ("", "\u{a0}руб."), ("", "\u{a0}%")),
    number("russian sign", ',', " ", Minus("-"), ("", " ₽"), ("", "%")),
    number("french", ',', "\u{202f}", Minus("-"), ("", "\u{a0}€"), ("", "\u{202f}%")),
    number("thin", '.', "\u{2009}", Minus("\u{2212}"), ("CHF\u{2009}", ""), ("", "\u{2009}%")),
    number("swiss", '.', "'", Minus("-"), ("CHF ", ""), ("", "%")),
    number("swiss curly", '.', "’", Minus("-"), ("CHF ", ""), ("", "%")),
    Number { indian: true, ..number("indian", '.', ",", Minus("-"), ("₹", ""), ("", "%")) },
];

impl Number {
    /// A whole number of the last decimal: `write(-12345, 2)` is -123.45.
    pub fn write(&self, units: i64, decimals: usize, around: (&str, &str)) -> String {
        let digits = format!("{:0>width$}", units.unsigned_abs(), width = decimals + 1);
        let (whole, fraction) = digits.split_at(digits.len() - decimals);
        let mut text = self.grouped(whole);
        if decimals > 0 {
            text.push(self.decimal);
            text += fraction;
        }
        let (before, behind) = around;
        match self.negative {
            _ if units >= 0 => format!("{before}{text}{behind}"),
            Minus(sign) => format!("{sign}{before}{text}{behind}"),
            Trailing => format!("{before}{text}-{behind}"),
            Accounting => format!("({before}{text}{behind})"),
        }
    }

    fn grouped(&self, whole: &str) -> String {
        let mut out = String::new();
        for (i, digit) in whole.chars().enumerate() {
            let left = whole.len() - i;
            let ends = if self.indian {
                left == 3 || (left > 3 && left % 2 == 1)
            } else {
                left.is_multiple_of(3)
            };
            if i > 0 && ends {
                out += self.group;
            }
            out.push(digit);
        }
        out
    }
}

/// How days and moments are written.
#[derive(Debug)]
pub struct Date {
    pub name: &'static str,
    pub day: fn(year: i32, month: u32, day: u32, script: Script) -> String,
    /// What stands between day and clock, and how the clock is written.
    pub clock: fn(hour: u32, minute: u32, second: u32, script: Script) -> String,
}

fn full(h: u32, m: u32, s: u32, _: Script) -> String {
    format!(" {h:02}:{m:02}:{s:02}")
}

fn half_day(h: u32, m: u32, s: u32, script: Script) -> String {
    let (am, pm) = if script == Script::Greek { ("π.μ.", "μ.μ.") } else { ("AM", "PM") };
    let mark = if h < 12 { am } else { pm };
    format!(" {}:{m:02}:{s:02} {mark}", (h + 11) % 12 + 1)
}

const MONTHS: [[&str; 12]; 3] = [
    [
        "January",
        "February",
        "March",
        "April",
        "May",
        "June",
        "July",
        "August",
        "September",
        "October",
        "November",
        "December",
    ],
    [
        "января",
        "февраля",
        "марта",
        "апреля",
        "мая",
        "июня",
        "июля",
        "августа",
        "сентября",
        "октября",
        "ноября",
        "декабря",
    ],
    [
        "Ιανουαρίου",
        "Φεβρουαρίου",
        "Μαρτίου",
        "Απριλίου",
        "Μαΐου",
        "Ιουνίου",
        "Ιουλίου",
        "Αυγούστου",
        "Σεπτεμβρίου",
        "Οκτωβρίου",
        "Νοεμβρίου",
        "Δεκεμβρίου",
    ],
];

fn named(y: i32, m: u32, d: u32, script: Script) -> String {
    let month = MONTHS[script as usize][m as usize - 1];
    match script {
        Script::Latin => format!("{month} {d}, {y}"),
        Script::Cyrillic => format!("{d} {month} {y} г."),
        Script::Greek => format!("{d} {month} {y}"),
    }
}

fn short_named(y: i32, m: u32, d: u32, script: Script) -> String {
    // `Ιουν` and `Ιουλ` need four letters.
    let month: String = MONTHS[script as usize][m as usize - 1].chars().take(4).collect();
    format!("{d:02}-{month}-{y}")
}

pub const DATES: &[Date] = &[
    Date { name: "iso", day: |y, m, d, _| format!("{y}-{m:02}-{d:02}"), clock: full },
    Date {
        name: "iso with T and Z",
        day: |y, m, d, _| format!("{y}-{m:02}-{d:02}"),
        clock: |h, m, s, _| format!("T{h:02}:{m:02}:{s:02}.250Z"),
    },
    Date {
        name: "iso with offset",
        day: |y, m, d, _| format!("{y}/{m:02}/{d:02}"),
        clock: |h, m, s, _| format!(" {h:02}:{m:02}:{s:02} +0300"),
    },
    Date { name: "day first, points", day: |y, m, d, _| format!("{d:02}.{m:02}.{y}"), clock: full },
    Date { name: "day first, dashes", day: |y, m, d, _| format!("{d}-{m}-{y}"), clock: full },
    Date { name: "day first, spaces", day: |y, m, d, _| format!("{d:02} {m:02} {y}"), clock: full },
    Date {
        name: "day first, slashes",
        day: |y, m, d, _| format!("{d:02}/{m:02}/{y}"),
        clock: half_day,
    },
    Date { name: "month first", day: |y, m, d, _| format!("{m}/{d}/{y}"), clock: half_day },
    Date {
        name: "two-digit years",
        day: |y, m, d, _| format!("{d:02}.{m:02}.{:02}", y % 100),
        clock: |h, m, s, _| format!(", {h:02}:{m:02}:{s:02}"),
    },
    Date {
        name: "month first, two-digit years",
        day: |y, m, d, _| format!("{m:02}/{d:02}/{:02}", y % 100),
        clock: full,
    },
    Date { name: "months by name", day: named, clock: full },
    Date { name: "short months", day: short_named, clock: half_day },
];

/// One way to write a file.
pub struct Style<'a> {
    pub code: &'a Code,
    pub delimiter: char,
    pub number: &'a Number,
    pub date: &'a Date,
}

impl fmt::Display for Style<'_> {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let Code { label, mark, script } = self.code;
        let (number, date) = (self.number.name, self.date.name);
        write!(f, "{label} (mark: {mark}), {script:?}, {:?}, {number}, {date}", self.delimiter)
    }
}

impl Style<'_> {
    /// The text as bytes; `None` where the encoding lacks a character.
    pub fn encode(&self, text: &str) -> Option<Vec<u8>> {
        let marked = if self.code.mark { format!("\u{feff}{text}") } else { text.to_owned() };
        match self.code.label {
            "utf-8" => Some(marked.into_bytes()),
            "utf-16le" => Some(marked.encode_utf16().flat_map(u16::to_le_bytes).collect()),
            "utf-16be" => Some(marked.encode_utf16().flat_map(u16::to_be_bytes).collect()),
            label => {
                let encoding = encoding_rs::Encoding::for_label(label.as_bytes())?;
                let (bytes, _, lost) = encoding.encode(&marked);
                (!lost).then(|| bytes.into_owned())
            }
        }
    }
}

//! The bytes of a made export, and what its columns must add up to.

use super::{Cell, DayStyle, Encoding, Export, Style, Totals};
use encoding_rs::{WINDOWS_1251, WINDOWS_1253};
use tundish::engine::value::Day;

pub const ROWS: u32 = 40;

/// A made export, ready to be read.
pub struct Read {
    pub bytes: Vec<u8>,
    /// The sum of all costs or amounts, in hundredths.
    pub hundredths: u64,
}

/// One deal, or one day of a campaign.
struct Row {
    n: u32,
    /// 0 open, 1 won, 2 lost.
    outcome: usize,
    stage: usize,
    created: Day,
    closed: Day,
    hundredths: u64,
    clicks: u64,
    impressions: u64,
    day: Day,
}

/// Mixes a number well (splitmix64), so that rows look unlike each other and always the same.
fn mixed(n: u32, salt: u64) -> u64 {
    let mut x = u64::from(n).wrapping_mul(0x9e37_79b9_7f4a_7c15).wrapping_add(salt << 32 | salt);
    x = (x ^ (x >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
    x = (x ^ (x >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
    x ^ (x >> 31)
}

impl Row {
    fn new(n: u32, export: &Export) -> Row {
        let stages = export.words.stages.len().max(1);
        let created = Day(Day::from_ymd(2026, 1, 5).unwrap().0 + n as i32 * 5);
        let hundredths = 5_000 + mixed(n, 1) % 400_000;
        let clicks = 1 + mixed(n, 2) % 90;
        Row {
            n,
            outcome: [0, 1, 2, 0][n as usize % 4],
            stage: (n as usize / 4 + mixed(n, 3) as usize % 2) % stages,
            created,
            closed: Day(created.0 + 6 + (mixed(n, 4) % 40) as i32),
            hundredths,
            clicks,
            impressions: clicks * (10 + mixed(n, 5) % 50),
            // The first days of a month: nothing tells them from the first months of a year.
            day: Day(Day::from_ymd(2026, 9, 1).unwrap().0 + (n % 12) as i32),
        }
    }
    fn pick<T: Copy>(&self, of: &[T], salt: u64) -> T {
        of[mixed(self.n, salt) as usize % of.len()]
    }
}

impl Style {
    fn day(&self, day: Day) -> String {
        let (y, m, d) = day.ymd();
        match self.day {
            DayStyle::Iso => format!("{y}-{m:02}-{d:02}"),
            DayStyle::Dot => format!("{d:02}.{m:02}.{y}"),
            DayStyle::MonthFirst => format!("{m}/{d}/{y}"),
            DayStyle::DayFirst => format!("{d}/{m}/{y}"),
            DayStyle::Named => {
                let names = "JanFebMarAprMayJunJulAugSepOctNovDec";
                let at = (m as usize - 1) * 3;
                format!("{} {d}, {y}", &names[at..at + 3])
            }
        }
    }
    fn moment(&self, day: Day, n: u32) -> String {
        let (hour, minute) = (8 + n % 10, n % 60);
        match self.day {
            DayStyle::Iso => format!("{} {hour:02}:{minute:02}", self.day(day)),
            DayStyle::Dot => format!("{} {hour:02}:{minute:02}:00", self.day(day)),
            _ => self.day(day),
        }
    }
    fn number(&self, hundredths: u64) -> String {
        let mut whole = (hundredths / 100).to_string();
        if !self.group.is_empty() && whole.len() > 3 {
            whole.insert_str(whole.len() - 3, self.group);
        }
        format!("{whole}{}{:02}", self.decimal, hundredths % 100)
    }
    fn money(&self, hundredths: u64) -> String {
        format!("{}{}{}", self.sign.0, self.number(hundredths), self.sign.1)
    }
    fn cells(&self, cells: &[String]) -> String {
        let written = cells.iter().map(|c| {
            if c.contains([self.delimiter, '"', '\n']) {
                format!("\"{}\"", c.replace('"', "\"\""))
            } else {
                c.clone()
            }
        });
        written.collect::<Vec<_>>().join(&self.delimiter.to_string())
    }
}

impl Export {
    pub fn read(&self) -> Read {
        let rows: Vec<Row> = (1..=ROWS).map(|n| Row::new(n, self)).collect();
        let hundredths = rows.iter().map(|r| r.hundredths).sum();
        let mut lines: Vec<String> = self.above.iter().map(|l| (*l).to_owned()).collect();
        let headers: Vec<String> = self.columns.iter().map(|c| c.0.to_owned()).collect();
        lines.push(self.style.cells(&headers));
        if self.totals == Totals::OnTop {
            lines.push(self.total("", &rows));
        }
        for row in &rows {
            let cells: Vec<String> = self.columns.iter().map(|c| self.cell(c.1, row)).collect();
            lines.push(self.style.cells(&cells));
        }
        if let Totals::Below(name) = self.totals {
            lines.push(self.total(name, &rows));
        }
        lines.extend(self.below.iter().map(|l| (*l).to_owned()));
        Read { bytes: self.encoded(&(lines.join("\r\n") + "\r\n")), hundredths }
    }

    /// A row with nothing but sums, and a name in its first cell.
    fn total(&self, name: &str, rows: &[Row]) -> String {
        let sum = |of: &dyn Fn(&Row) -> u64| rows.iter().map(of).sum::<u64>();
        let cell = |(at, (_, cell, _)): (usize, &super::Column)| match cell {
            Cell::Cost => self.style.money(sum(&|r| r.hundredths)),
            Cell::Impressions => sum(&|r| r.impressions).to_string(),
            Cell::Clicks => sum(&|r| r.clicks).to_string(),
            Cell::From => self.style.day(Day::from_ymd(2026, 9, 1).unwrap()),
            Cell::To => self.style.day(Day::from_ymd(2026, 9, 30).unwrap()),
            _ if at == 0 => name.to_owned(),
            _ => self.style.missing.to_owned(),
        };
        let cells: Vec<String> = self.columns.iter().enumerate().map(cell).collect();
        self.style.cells(&cells)
    }

    fn encoded(&self, text: &str) -> Vec<u8> {
        match self.style.encoding {
            Encoding::Utf8 => text.as_bytes().to_vec(),
            Encoding::Utf8Mark => format!("\u{feff}{text}").into_bytes(),
            Encoding::Utf16 => {
                let units = std::iter::once(0xfeff).chain(text.encode_utf16());
                units.flat_map(u16::to_le_bytes).collect()
            }
            Encoding::Windows1251 => WINDOWS_1251.encode(text).0.into_owned(),
            Encoding::Windows1253 => WINDOWS_1253.encode(text).0.into_owned(),
        }
    }

    fn cell(&self, cell: Cell, row: &Row) -> String {
        let (style, words) = (&self.style, self.words);
        let missing = || style.missing.to_owned();
        let ended = row.outcome != 0;
        let person = row.pick(words.people, 6);
        match cell {
            Cell::Id(prefix) => format!("{prefix}{}", 10_000 + row.n * 7),
            Cell::Ids if row.n.is_multiple_of(3) => format!("{};{}", 500 + row.n, 900 + row.n),
            Cell::Ids => (500 + row.n).to_string(),
            Cell::Title(prefix) => format!("{prefix} {}", row.n),
            Cell::Stage => match row.outcome {
                0 => words.stages[row.stage].to_owned(),
                1 => words.won.to_owned(),
                _ => words.lost.to_owned(),
            },
            Cell::Depth => words.stages[row.stage].to_owned(),
            Cell::Outcome(words) => words[row.outcome].to_owned(),
            Cell::IsClosed => words.yes_no[usize::from(!ended)].to_owned(),
            Cell::IsWon => words.yes_no[usize::from(row.outcome != 1)].to_owned(),
            Cell::IsLost => words.yes_no[usize::from(row.outcome != 2)].to_owned(),
            Cell::Amount | Cell::Cost => style.money(row.hundredths),
            Cell::Weighted => style.money(row.hundredths / 3),
            Cell::Currency => words.currency.to_owned(),
            Cell::Created => style.moment(row.created, row.n),
            Cell::CreatedDay => style.day(row.created),
            Cell::Close => style.moment(row.closed, row.n),
            Cell::CloseDay => style.day(row.closed),
            Cell::Closed(word) if !ended => word.to_owned(),
            Cell::Closed(_) => style.moment(row.closed, row.n),
            Cell::WonTime if row.outcome == 1 => style.moment(row.closed, row.n),
            Cell::LostTime if row.outcome == 2 => style.moment(row.closed, row.n),
            Cell::Entered(at) if row.outcome == 1 || (row.outcome == 0 && row.stage >= at) => {
                style.moment(Day(row.created.0 + at as i32), row.n)
            }
            Cell::WonTime | Cell::LostTime | Cell::Entered(_) | Cell::Empty => missing(),
            Cell::Modified => style.moment(Day(row.closed.0 + 1), row.n),
            Cell::Owner => row.pick(words.owners, 7).to_owned(),
            Cell::Company => format!("{} {}", row.pick(words.companies, 8), row.n % 17),
            Cell::Person => format!("{} {}", person.0, person.1),
            Cell::First => person.0.to_owned(),
            Cell::Last => person.1.to_owned(),
            Cell::Email => format!("client{}@example.com", row.n),
            Cell::Phone => format!("+30 210 555 {:04}", row.n * 37),
            Cell::Product => row.pick(words.products, 9).to_owned(),
            Cell::Source => row.pick(words.sources, 10).to_owned(),
            Cell::Reason if row.outcome == 2 => row.pick(words.reasons, 11).to_owned(),
            Cell::Reason => missing(),
            Cell::Share => (row.stage * 10 + 10).to_string(),
            Cell::Whole => (1 + mixed(row.n, 12) % 60).to_string(),
            Cell::Of(texts) => row.pick(texts, 13).to_owned(),
            _ => self.ad_cell(cell, row),
        }
    }

    fn ad_cell(&self, cell: Cell, row: &Row) -> String {
        let style = &self.style;
        let names = self.words.campaigns;
        let at = row.n as usize % names.len();
        let percent = |hundredths: u64| format!("{}%", style.number(hundredths));
        match cell {
            Cell::Day => style.day(row.day),
            Cell::From => style.day(Day::from_ymd(2026, 9, 1).unwrap()),
            Cell::To => style.day(Day::from_ymd(2026, 9, 30).unwrap()),
            Cell::Week => style.day(Day(row.day.0 / 7 * 7 + 4)),
            Cell::Campaign => names[at].to_owned(),
            Cell::CampaignId => (701_000_000 + at * 1_111).to_string(),
            Cell::Group => format!("{} / {}", names[at], row.n % 3),
            Cell::MicroCost => (row.hundredths * 10_000).to_string(),
            Cell::Impressions => row.impressions.to_string(),
            Cell::Clicks => row.clicks.to_string(),
            Cell::Conversions if row.n.is_multiple_of(9) => style.missing.to_owned(),
            Cell::Conversions => style.number(mixed(row.n, 14) % 900),
            Cell::Each => style.number(row.hundredths / row.clicks),
            Cell::Percent => percent(mixed(row.n, 15) % 900),
            _ => String::new(),
        }
    }
}

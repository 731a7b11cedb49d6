//! Made exports of every system in the reference, one per language that it lists: headers as they
//! are written there, forty rows in the system's habits (lines above, delimiter, encoding, dates,
//! decimals, placeholders, totals, lines below), and the roles that are right.
mod ads;
mod ads_local;
mod crm;
mod crm_local;
mod made;
mod other;

pub use made::ROWS;

use tundish::engine::import::exporter::{ExportKind, ExporterId};
use tundish::engine::mapping::{Channel, FileKind, Role};

/// One export.
pub struct Export {
    pub name: &'static str,
    /// Who wrote it, and what its rows are; nobody where no system does.
    pub exporter: Option<(ExporterId, ExportKind)>,
    pub kind: FileKind,
    /// Of a cost file.
    pub channel: Option<Channel>,
    pub style: Style,
    pub words: &'static Words,
    /// Lines above the header and below the rows, as they stand in the file.
    pub above: &'static [&'static str],
    pub below: &'static [&'static str],
    /// Whether a row of sums stands above the rows, or below them under this first cell.
    pub totals: Totals,
    pub columns: &'static [Column],
}

impl Export {
    /// The same export with other columns.
    pub fn with(&self, columns: &'static [Column]) -> Export {
        Export { columns, channel: self.channel.clone(), ..*self }
    }
}

/// Header, cells, and the role that is right.
pub type Column = (&'static str, Cell, Option<Role>);

#[derive(Clone, Copy, PartialEq)]
pub enum Totals {
    No,
    /// In the first row, the name left blank.
    OnTop,
    /// In the last row, this text in the first cell.
    Below(&'static str),
}

#[derive(Clone, Copy)]
pub struct Style {
    pub encoding: Encoding,
    pub delimiter: char,
    pub day: DayStyle,
    /// Decimal sign and the character between thousands.
    pub decimal: char,
    pub group: &'static str,
    /// What stands where there is nothing.
    pub missing: &'static str,
    /// Before and behind every amount.
    pub sign: (&'static str, &'static str),
}

#[derive(Clone, Copy, PartialEq, Debug)]
pub enum Encoding {
    Utf8,
    Utf8Mark,
    Utf16,
    Windows1251,
    Windows1253,
}

#[derive(Clone, Copy, PartialEq)]
pub enum DayStyle {
    /// 2026-09-05, and with a time 2026-09-05 10:20:30.
    Iso,
    /// 05.09.2026
    Dot,
    /// 9/5/2026
    MonthFirst,
    /// 5/9/2026
    DayFirst,
    /// Sep 5, 2026
    Named,
}

/// English commas, ISO days.
pub const PLAIN: Style = Style {
    encoding: Encoding::Utf8,
    delimiter: ',',
    day: DayStyle::Iso,
    decimal: '.',
    group: "",
    missing: "",
    sign: ("", ""),
};

/// Russian and Greek semicolons, dotted days, decimal commas.
pub const LOCAL: Style = Style { delimiter: ';', day: DayStyle::Dot, decimal: ',', ..PLAIN };

/// What a column holds.
#[derive(Clone, Copy)]
pub enum Cell {
    /// A number after a prefix, of the row.
    Id(&'static str),
    /// Several ids with semicolons between them in every third row.
    Ids,
    /// A text of its own in each row.
    Title(&'static str),
    Stage,
    /// The stage at which a lost or won deal stood; the outcome is in a column of its own.
    Depth,
    /// Open, won, lost in the system's words.
    Outcome(&'static [&'static str; 3]),
    /// Whether the deal is closed, won, lost.
    IsClosed,
    IsWon,
    IsLost,
    Amount,
    /// A figure made of the amount: weighted, expected.
    Weighted,
    Currency,
    /// Day and time of creation; the day only.
    Created,
    CreatedDay,
    /// Of every deal, open ones too: then it is a hope.
    Close,
    CloseDay,
    /// Of closed deals only, else the word.
    Closed(&'static str),
    WonTime,
    LostTime,
    /// Of deals that came as far as this stage; the last one is the win.
    Entered(usize),
    Modified,
    Owner,
    Company,
    Person,
    First,
    Last,
    Email,
    Phone,
    Product,
    Source,
    Reason,
    Share,
    Whole,
    /// One of the texts.
    Of(&'static [&'static str]),
    Empty,
    // Ad costs.
    Day,
    From,
    To,
    Week,
    Campaign,
    CampaignId,
    Group,
    Cost,
    /// In millionths.
    MicroCost,
    Impressions,
    Clicks,
    Conversions,
    /// A ratio in money, a ratio in percent.
    Each,
    Percent,
}

/// What the cells say, by language and system.
pub struct Words {
    pub stages: &'static [&'static str],
    pub won: &'static str,
    pub lost: &'static str,
    pub yes_no: [&'static str; 2],
    pub currency: &'static str,
    pub owners: &'static [&'static str],
    pub companies: &'static [&'static str],
    pub people: &'static [(&'static str, &'static str)],
    pub products: &'static [&'static str],
    pub sources: &'static [&'static str],
    pub reasons: &'static [&'static str],
    pub campaigns: &'static [&'static str],
}

/// All of them.
pub fn all() -> impl Iterator<Item = &'static Export> {
    [crm::EXPORTS, crm_local::EXPORTS, ads::EXPORTS, ads_local::EXPORTS, other::EXPORTS]
        .into_iter()
        .flatten()
}

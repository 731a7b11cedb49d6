//! Russian: what was understood or assumed of a column.

use crate::engine::profile::FormatNote;

pub fn format_note(note: FormatNote) -> &'static str {
    match note {
        FormatNote::ShortYears => "годы из двух цифр: 00–69 — это 20xx, 70–99 — 19xx",
        FormatNote::Offsets => "время указано с часовым поясом; часы оставлены как в файле",
        FormatNote::Utc => "время указано по UTC и оставлено как в файле",
        FormatNote::MixedOffsets => {
            "у времени разные часовые пояса; часы оставлены как в файле, разница в часах между строками неточна"
        }
        FormatNote::Serials => "номера дней Excel: 45292 — это 1 января 2024",
        FormatNote::EpochSeconds => "секунды с 1970 года, по UTC",
        FormatNote::EpochMillis => "миллисекунды с 1970 года, по UTC",
        FormatNote::Months => "месяцы, хранятся как их первый день",
        FormatNote::Quarters => "кварталы, хранятся как их первый день",
        FormatNote::Weeks => "недели, хранятся как их понедельник",
        FormatNote::MixedOrders => {
            "даты в двух порядках (сначала день и сначала месяц): оставлены текстом"
        }
        FormatNote::Durations => "длительности, часы:минуты",
        FormatNote::HoursMinutes => "два числа через двоеточие приняты за часы и минуты",
        FormatNote::Scaled => "сокращения (5 тыс., 1,2 млн) развёрнуты в полные числа",
        FormatNote::HeaderPercent => "проценты по заголовку: 12 — это 12 %",
        FormatNote::HeaderThousands => "в тысячах по заголовку: 12 — это 12 000",
        FormatNote::HeaderMillions => "в миллионах по заголовку: 12 — это 12 000 000",
        FormatNote::HeaderBillions => "в миллиардах по заголовку: 12 — это 12 000 000 000",
        FormatNote::OtherCurrency => "валюта в заголовке не та, что в ячейках: взята из ячеек",
        FormatNote::Shortened => {
            "есть числа вида 1,23E+11: таблица сократила их, цифры могли пропасть"
        }
        FormatNote::Rounded => "есть числа длиннее 15 цифр, они хранятся округлёнными",
        FormatNote::Identifiers => "эти числа — обозначения: оставлены текстом",
        FormatNote::MixedCurrencies => {
            "суммы в разных валютах: оставлены текстом, чтобы не сложились"
        }
        FormatNote::MostlyNumbers => {
            "в основном числа, но слишком много других ячеек: оставлено текстом"
        }
        FormatNote::MostlyDates => {
            "в основном даты, но слишком много других ячеек: оставлено текстом"
        }
        FormatNote::Chosen => "тип задан вами",
    }
}

//! How a file was read, in one line of words.

use crate::app::words;
use crate::engine::profile::FileProfile;

/// `0.4 MB · UTF-8 · comma · decimal comma · header on line 2 · totals on line 816 skipped`.
pub fn summary(profile: &FileProfile) -> String {
    let words = words();
    let data = &words.data;
    let dialect = &profile.dialect;
    let mut parts = vec![
        words.locale.bytes(profile.bytes),
        dialect.encoding.clone(),
        (data.delimiter)(dialect.delimiter),
    ];
    if let Some(sign) = profile.columns.iter().find_map(|c| c.format.decimal) {
        parts.push((data.decimal)(sign).to_owned());
    }
    if let Some(order) = profile.columns.iter().find_map(|c| c.format.date_order) {
        parts.push((data.date_order)(order).to_owned());
    }
    match dialect.header_record {
        Some(record) => parts.push((data.header_on_line)(record)),
        None => parts.push(data.no_header.to_owned()),
    }
    parts.extend(profile.set_aside.iter().take(3).map(|a| (data.aside)(a.reason, a.line)));
    parts.join(" · ")
}

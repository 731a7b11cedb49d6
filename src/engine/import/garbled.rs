//! Texts that some program turned into UTF-8 twice: it took the bytes of `Пр` for letters of
//! Windows-1252 and wrote `ÐŸÑ€`. They are told, and left as they are.
//!
//! Not here: which encoding the file itself is in (`charset`).

use super::super::issue::IssueKind;
use super::column::RawColumn;
use super::notes::{Notes, Spot};
use super::rows::Rows;
use encoding_rs::{Encoding, WINDOWS_1251, WINDOWS_1252};

/// Notes the garbled texts of a column, its header among them, each with the first row that has it.
pub fn note(column: &RawColumn, rows: &Rows, notes: &mut Notes) {
    let spot = Spot { column: Some(&column.header), ..Spot::default() };
    if undone(&column.header).is_some() {
        notes.add(IssueKind::TwiceEncoded, spot, || column.header.clone());
    }
    let garbled = |code: u32| {
        let text = column.dictionary.get(code);
        code > 0 && !text.is_ascii() && undone(text).is_some()
    };
    let mut open: Vec<bool> = (0..column.dictionary.len() as u32).map(garbled).collect();
    if !open.contains(&true) {
        return;
    }
    let mut row = 0;
    column.codes.each(0..column.codes.len(), |code| {
        if open.get_mut(code as usize).is_some_and(std::mem::take) {
            let record = rows.records.get(row).copied();
            let line = rows.lines.get(row).copied();
            let text = || column.dictionary.get(code).to_owned();
            notes.add(IssueKind::TwiceEncoded, Spot { record, line, ..spot }, text);
        }
        row += 1;
    });
}

/// What the text was before it was turned into UTF-8 the second time.
pub fn undone(text: &str) -> Option<String> {
    // `Р` and `С` are letters of Russian as well: two pairs must fit there.
    once(text, WINDOWS_1252, 1).or_else(|| once(text, WINDOWS_1251, 2))
}

fn once(text: &str, table: &'static Encoding, least: usize) -> Option<String> {
    // The first halves of letters: `Ã`, `Ð`, `Ñ`, `Î`, `Ï`, and in the other table `Р`, `С`, `О`, `П`.
    let begins: &[char] = if table == WINDOWS_1252 {
        &['Ã', 'Â', 'Ä', 'Å', 'Ð', 'Ñ', 'Î', 'Ï', 'â']
    } else {
        &['Р', 'С', 'О', 'П', 'Г', 'в']
    };
    let at = text.find(begins)?;
    let mut behind = text.get(at..)?.chars().skip(1);
    // The other half follows, which is no usual letter: in any sound word one of those does.
    let letters = if table == WINDOWS_1252 { 'À'..='ÿ' } else { 'А'..='я' };
    if behind.next().is_none_or(|c| c.is_ascii() || letters.contains(&c)) {
        return None;
    }
    let mut bytes = Vec::with_capacity(text.len());
    for c in text.chars() {
        match u8::try_from(u32::from(c)) {
            Ok(byte) if table == WINDOWS_1252 || byte.is_ascii() => bytes.push(byte),
            _ => {
                let sign = [c].iter().collect::<String>();
                let (encoded, _, lossy) = table.encode(&sign);
                if lossy {
                    return None;
                }
                bytes.extend_from_slice(&encoded);
            }
        }
    }
    let undone = String::from_utf8(bytes).ok()?;
    let letters = undone.chars().filter(|c| !c.is_ascii()).count();
    (letters >= least).then_some(undone)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_what_was_encoded_twice() {
        for text in ["Привет", "Müller", "Αθήνα", "Łódź", "5 €"] {
            for table in [WINDOWS_1252, WINDOWS_1251] {
                let twice = table.decode_without_bom_handling(text.as_bytes()).0;
                if twice.contains('\u{fffd}')
                    || (table == WINDOWS_1251 && ["Müller", "5 €"].contains(&text))
                {
                    continue;
                }
                assert_eq!(undone(&twice).as_deref(), Some(text), "{twice}");
            }
            assert_eq!(undone(text), None);
        }
        for sound in ["São Paulo", "Ñandú", "РС", "СССР", "Âge", "Ångström", "Рим — Осло"]
        {
            assert_eq!(undone(sound), None, "{sound}");
        }
    }
}

//! Small oddities, each of which once made a table other than it is: an unclosed quote in the header,
//! the end mark of DOS programs, UTF-16 that nothing announces, words of one or two letters.

use super::account::{check, lines};
use super::{column, read, read_by};
use encoding_rs::*;
use tundish::engine::error::ImportError;
use tundish::engine::import::ImportOptions;
use tundish::engine::issue::IssueKind;

fn headers(bytes: &[u8]) -> Vec<String> {
    read(bytes).table.columns.iter().map(|c| c.header.clone()).collect()
}

fn refused(bytes: &[u8]) -> Option<ImportError> {
    check(bytes, 3, 50);
    read_by(bytes, &ImportOptions::default(), 1 << 20).err()
}

#[test]
fn an_unclosed_quote_in_the_header_costs_no_column() {
    for rows in [2, 30, 400, 20_000] {
        for (header, names) in [
            ("id,\"name,sum,date", ["id", "\"name", "sum", "date"]),
            ("\"id,name,sum,date", ["\"id", "name", "sum", "date"]),
            ("id,name,sum,\"date", ["id", "name", "sum", "\"date"]),
        ] {
            let mut text = format!("{header}\n");
            for n in 1..=rows {
                text += &format!("{n},n{n},{n},2024-01-05\n");
            }
            if rows <= 30 {
                check(text.as_bytes(), 7, 100);
            }
            let imported = read(text.as_bytes());
            assert_eq!(headers(text.as_bytes()), names, "{header}");
            assert_eq!((imported.table.rows, imported.table.columns.len()), (rows, 4));
            let issues = &imported.profile.issues;
            assert_eq!(issues.count(IssueKind::UnclosedQuote), 1);
            assert_eq!(issues.count(IssueKind::LongRow), 0);
        }
    }
}

#[test]
fn utf16_without_a_mark_in_any_of_the_languages() {
    for row in [
        "Łódź;Wąż;Źrebię;Święty\r\n",
        "İstanbul;ğüşıöç;Şişli;Ağrı\r\n",
        "ἀρχὴ;ἐν ἀρχῇ ἦν ὁ λόγος;ᾧ\r\n",
        "deal;😀;5\r\n",
        "сделка;🎉;−5\r\n",
    ] {
        for rows in [2, 30] {
            let text = format!("name;city;n;m\r\n{}", row.repeat(rows));
            for swap in [false, true] {
                let units = text.encode_utf16().map(|u| if swap { u.swap_bytes() } else { u });
                let bytes: Vec<u8> = units.flat_map(u16::to_le_bytes).collect();
                let imported = read(&bytes);
                let expected = if swap { "UTF-16BE" } else { "UTF-16LE" };
                assert_eq!(imported.profile.dialect.encoding, expected, "{row}");
                let first = row.split(';').next().unwrap();
                assert_eq!(column(&imported, "name"), vec![first; rows]);
            }
        }
    }
    // Bytes that are no text stay refused.
    let noise: Vec<u8> =
        (0..2000u32).map(|n| (n.wrapping_mul(2_654_435_761) >> 13) as u8).collect();
    assert!(matches!(refused(&noise), Some(ImportError::NotATable { .. })));
}

#[test]
fn a_short_word_is_not_utf8_because_two_of_its_bytes_could_be() {
    for (encoding, word) in
        [(IBM866, "Этап"), (KOI8_R, "ООО"), (ISO_8859_5, "Юля"), (X_MAC_CYRILLIC, "Щёлково")]
    {
        let text = format!("{word}\n{word}\n");
        let bytes = encoding.encode(&text).0;
        let found = read(&bytes).profile.dialect.encoding.clone();
        let found = Encoding::for_label(found.as_bytes()).unwrap();
        assert_eq!(
            found.decode(&bytes).0,
            text,
            "{word} in {} as {}",
            encoding.name(),
            found.name()
        );
    }
    // UTF-8 with a bad byte is still UTF-8.
    let imported = read(b"a,b\n1,caf\xc3\xa9\n2,x\xffy\n");
    assert_eq!(imported.profile.dialect.encoding, "UTF-8");
}

#[test]
fn the_end_mark_of_dos_programs_is_no_row() {
    for end in ["\x1a", "\x1a\x1a\x1a"] {
        let text = format!("Дата;Сумма\r\n01.02.2024;10\r\n05.02.2024;20\r\n{end}");
        for encoding in [IBM866, UTF_8] {
            let bytes = encoding.encode(&text).0;
            check(&bytes, 3, 20);
            let imported = read(&bytes);
            assert_eq!(imported.table.rows, 2);
            assert_eq!(imported.profile.issues.count(IssueKind::ShortRow), 0);
            assert_eq!(super::short_kinds(&imported), "day int");
            let told = lines(&bytes, false).unwrap();
            let blank = told.iter().find(|l| l["problem"] == "blank_record").unwrap();
            assert_eq!(blank["raw"], end);
        }
    }
}

#[test]
fn delimiters_alone_are_an_empty_file() {
    for text in ["sep=;\r\n", "sep=;", ";;;\n;;;\n", ",,,", "\t\t\n", "\"\",\"\"\r\n", "\x1a"] {
        assert!(matches!(refused(text.as_bytes()), Some(ImportError::Empty { .. })), "{text:?}");
    }
    assert_eq!(headers(b"sep=;\r\na;b\r\n1;2\r\n"), ["a", "b"]);
}

#[test]
fn structured_texts_are_refused_in_every_writing() {
    for (text, name) in [
        ("{\"a\":1,\"b\":[1,2]}", "JSON"),
        ("[1,2,3]", "JSON"),
        ("// c\n{\"a\":1}", "JSON"),
        ("\n%PDF-1.4\n1 0 obj\n<<>>\nendobj\n", "PDF"),
        ("<root><a>1</a><b>2</b></root>", "XML"),
        ("<html><head></head><body>no table</body></html>", "HTML"),
    ] {
        let wide: Vec<u8> = text.encode_utf16().flat_map(u16::to_le_bytes).collect();
        let (utf8, utf16) = (b"\xef\xbb\xbf", b"\xff\xfe");
        for bytes in [
            text.as_bytes().to_vec(),
            [utf8, text.as_bytes()].concat(),
            [&utf16[..], &wide].concat(),
            wide.clone(),
        ] {
            let error = refused(&bytes);
            assert!(
                matches!(&error, Some(ImportError::NotATable { format, .. }) if format == name),
                "{text}: {error:?}"
            );
        }
    }
    // A table of a program for shares begins with signs of markup.
    let shares = b"<DATE>\t<OPEN>\t<VOL>\n2024.01.05\t1.5\t10\n2024.01.06\t1.6\t12\n";
    assert_eq!(headers(shares), ["<DATE>", "<OPEN>", "<VOL>"]);
}

#[test]
fn every_greek_month_as_it_is_spoken() {
    let months = [
        "Γενάρη",
        "Φλεβάρη",
        "Μάρτη",
        "Απρίλη",
        "Μάη",
        "Ιούνη",
        "Ιούλη",
        "Αυγούστου",
        "Σεπτέμβρη",
        "Οκτώβρη",
        "Νοέμβρη",
        "Δεκέμβρη",
    ];
    let rows: String = months
        .iter()
        .enumerate()
        .map(|(i, month)| format!("{};{} {month} 2024\n", i, i + 1))
        .collect();
    let imported = read(format!("n;Ημερομηνία\n{rows}").as_bytes());
    assert_eq!(super::short_kinds(&imported), "int day");
    let days = column(&imported, "Ημερομηνία");
    assert_eq!(days.last().map(String::as_str), Some("2024-12-12"));
    assert_eq!(days.get(4).map(String::as_str), Some("2024-05-05"));
}

#[test]
fn averages_below_or_above_the_totals_are_no_rows() {
    let rows = "SEO,10,2.5\nAds,20,3.5\nMail,5,1\n";
    for end in [
        "Total,35,7\nAverage,11.7,2.3\n",
        "Average,11.7,2.3\nTotal,35,7\n",
        "Итого,35,7\nСреднее,11.7,2.3\nМаксимум:,20,3.5\n",
        "Μέσος όρος,,2.3\n",
        "Average,2.3\n",
        "Average,,2.3\nMin,,1\nMax,,3.5\n",
    ] {
        let text = format!("channel,leads,cost\n{rows}{end}");
        check(text.as_bytes(), 4, 50);
        let imported = read(text.as_bytes());
        assert_eq!(column(&imported, "channel"), ["SEO", "Ads", "Mail"], "{end}");
        let asides = imported.profile.issues.count(IssueKind::TotalsRow);
        assert_eq!(asides, end.lines().count() as u64, "{end}");
    }
    // A name like any other.
    let text = format!("channel,leads,cost\n{rows}Average,11,2.3\n");
    assert_eq!(column(&read(text.as_bytes()), "channel").len(), 4);
    let leads = "First name,Email,Phone\nAnna,a@x.io,1\nIvan,i@x.io,2\nMax,m@x.io,\n";
    assert_eq!(column(&read(leads.as_bytes()), "First name"), ["Anna", "Ivan", "Max"]);
}

#[test]
fn fourteen_digits_under_created_at_are_moments() {
    let text = "id,created_at,amount\n1,20240131093000,20240131093000\n2,20240201120500,5\n";
    let imported = read(text.as_bytes());
    assert_eq!(column(&imported, "created_at")[0], "2024-01-31T09:30:00");
    // So are eight digits that are all days; not under a header that names nothing of the kind.
    let text = "id,created_at\n1,20240131\n2,20240201\n";
    assert_eq!(column(&read(text.as_bytes()), "created_at")[0], "2024-01-31");
    let text = "id,amount\n1,20240131\n2,20240201\n";
    assert_eq!(column(&read(text.as_bytes()), "amount")[0], "20240131");
}

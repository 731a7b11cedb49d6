//! Quotes that stand where nobody expects them: text behind the quote that closes a cell.

use super::account::{self, lines};
use super::property::Lcg;
use super::{column, read, read_by};
use serde_json::Value;
use tundish::engine::import::{ImportOptions, Imported};
use tundish::engine::issue::IssueKind;

/// The places of such cells: record, line, column, and the cell as it is written.
fn places(imported: &Imported) -> Vec<(u32, u32, &str, &str)> {
    let places = imported.profile.issues.places.iter();
    let told = places.filter(|i| i.kind == IssueKind::TextAfterQuote).map(|i| {
        let place = &i.place;
        let column = place.column.as_deref().unwrap_or_default();
        (place.record.unwrap(), place.line.unwrap(), column, i.text.as_str())
    });
    told.collect()
}

/// One file: what its second column is read as, and the cells that are told as they are written.
struct OddFile {
    name: &'static str,
    bytes: &'static [u8],
    notes: &'static [&'static str],
    told: &'static [(u32, u32, &'static str, &'static str)],
}

const FILES: &[OddFile] = &[
    OddFile {
        name: "text-after-closing-quote.csv",
        bytes: b"id,note,n\n1,\"x\" y,5\n2,\"a, b\"c,6\n3,z,7\n",
        notes: &["x y", "a, bc", "z"],
        told: &[(2, 2, "note", "\"x\" y"), (3, 3, "note", "\"a, b\"c")],
    },
    OddFile {
        name: "quotes-inside-quotes-not-doubled.csv",
        bytes: b"id,note,n\n1,\"the \"big\" deal\",5\n2,\"Alpha\" and \"Co\",6\n3,\"z\",7\n",
        notes: &["the \"big\" deal", "Alpha and \"Co\"", "z"],
        told: &[(2, 2, "note", "\"the \"big\" deal\""), (3, 3, "note", "\"Alpha\" and \"Co\"")],
    },
    OddFile {
        name: "only-blanks-after-closing-quote.csv",
        bytes: b"id,note,n\n1,\"x\" ,5\n2,\"a, b\"\t,6\n3,\"z\",7\n",
        notes: &["x", "a, b", "z"],
        told: &[],
    },
    OddFile {
        name: "apostrophe-inside-single-quotes.csv",
        bytes: b"'id','note','n'\n'1','don't','5'\n'2','x' y,'6'\n'3','z; w','7'\n",
        notes: &["don't", "x y", "z; w"],
        told: &[(2, 2, "note", "'don't'"), (3, 3, "note", "'x' y")],
    },
    OddFile {
        name: "text-after-quote-beside-backslash-escapes.csv",
        bytes: b"id,note,n\n1,\"a \\\"b\\\" c\",5\n2,\"a \\\"b\\\", c\" d,6\n3,\"z\",7\n",
        notes: &["a \"b\" c", "a \"b\", c d", "z"],
        told: &[(3, 3, "note", "\"a \\\"b\\\", c\" d")],
    },
    OddFile {
        name: "text-after-quote-beside-doubled-quotes.csv",
        bytes: b"id,note,n\n1,\"q\"\"q\",5\n2,\"q\"\"q\" w,6\n3,\"\"x,7\n",
        notes: &["q\"q", "q\"q w", "x"],
        told: &[(3, 3, "note", "\"q\"\"q\" w"), (4, 4, "note", "\"\"x")],
    },
    OddFile {
        name: "text-after-quote-at-end-of-file.csv",
        bytes: b"id,note\r\n1,x\r\n2,\"last\" one",
        notes: &["x", "last one"],
        told: &[(3, 3, "note", "\"last\" one")],
    },
    OddFile {
        name: "text-after-quote-in-the-header.csv",
        bytes: b"id,\"note\",\"sum\" (EUR)\n1,x,5\n2,y,6\n",
        notes: &["x", "y"],
        told: &[(1, 1, "sum (EUR)", "\"sum\" (EUR)")],
    },
    OddFile {
        name: "text-after-quote-behind-padding.csv",
        bytes: b"id, note, n\n1, \"x, y\", 5\n2, \"x, y\" z, 6\n3, \"x\" , 7\n",
        notes: &["x, y", "x, y z", "x"],
        told: &[(3, 3, "note", " \"x, y\" z")],
    },
    OddFile {
        name: "text-after-quote-over-two-lines.csv",
        bytes: b"id,note,n\n1,\"a\nb\" c,5\n2,y,6\n",
        notes: &["a\nb c", "y"],
        told: &[(2, 2, "note", "\"a\nb\" c")],
    },
];

#[test]
fn text_after_a_closing_quote_is_kept_and_told() {
    for OddFile { name, bytes, notes, told } in FILES {
        let whole = read(bytes);
        let read: Vec<String> =
            column(&whole, "note").iter().map(|c| c.trim().to_owned()).collect();
        assert_eq!(
            (read, places(&whole)),
            (notes.iter().map(|n| (*n).to_owned()).collect(), told.to_vec()),
            "{name}"
        );
        for slice in 1..bytes.len() {
            let parts = read_by(bytes, &ImportOptions::default(), slice).unwrap();
            assert_eq!(parts.profile, whole.profile, "{name} in slices of {slice}");
            assert_eq!(column(&parts, "note"), column(&whole, "note"), "{name}");
        }
        // The listing tells the same, and loses no character.
        account::check(bytes, 1, 1);
        account::check(bytes, 3, 7);
    }
}

#[test]
fn the_listing_gives_such_a_cell_as_it_is_written() {
    let bytes = "id,имя,n\n1,Анна,5\n2,\"Ромашка\" ООО,6\n".as_bytes();
    for typed in [false, true] {
        let lines = lines(bytes, typed).unwrap();
        let problem = lines.iter().find(|l| l["problem"] == "text_after_quote").unwrap();
        assert_eq!(problem["raw"], "\"Ромашка\" ООО");
        assert_eq!((&problem["row"], &problem["line"]), (&Value::from(2), &Value::from(3)));
        assert_eq!((&problem["byte"], &problem["column"]), (&Value::from(25), &"имя".into()));
        assert_eq!(problem["message"], "text after the closing quote: \"Ромашка\" ООО");
        let row = lines.iter().filter(|l| l.is_array()).nth(1).unwrap();
        assert_eq!(row[1], "Ромашка ООО");
    }
}

#[test]
fn a_large_file_with_such_a_cell_far_down() {
    let mut text = String::from("id,note,n\n");
    for n in 0..30_000 {
        text +=
            &if n == 25_000 { format!("{n},\"x\" y,{n}\n") } else { format!("{n},\"x\",{n}\n") };
    }
    let whole = read(text.as_bytes());
    assert_eq!(places(&whole), [(25_002, 25_002, "note", "\"x\" y")]);
    for slice in [1000, 4099, 1 << 16] {
        let parts = read_by(text.as_bytes(), &ImportOptions::default(), slice).unwrap();
        assert_eq!(parts.profile, whole.profile, "{slice}");
    }
    account::check(text.as_bytes(), 1 << 12, 1 << 13);
}

#[test]
fn quotes_anywhere_lose_nothing_in_any_slices() {
    const PIECES: &[&str] =
        &["\"", "\"", "'", "\\", ",", ",", ";", " ", "\n", "x", "\"x\"", "'y'", "1", "Ж", "\t"];
    let mut random = Lcg(11);
    for _ in 0..200 {
        let mut text = String::from("id,name\n1,\"a\"\n2,b\n");
        for _ in 0..random.below(90) {
            let piece: &&str = random.pick(PIECES);
            text += piece;
        }
        account::check(text.as_bytes(), 1 + random.below(9), 1 + random.below(40));
    }
}

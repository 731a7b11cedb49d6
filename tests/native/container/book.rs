//! Workbooks: every cell as the workbook has it.

use super::pack::{part, xlsx, zip};
use super::{layers, read, read_with, refused, rows};
use base64::Engine;
use base64::prelude::BASE64_STANDARD;
use tundish::engine::error::ImportError;
use tundish::engine::import::ImportOptions;
use tundish::engine::import::container::{ContainerKind, Fault};
use tundish::engine::table::ColumnType;

/// A workbook of Excel 97 with the sheets `Пусто` (empty), `Сделки` and `Other`, packed by gzip.
const OLD: &str = "\
H4sIAAAAAAACA+1YW2yMQRQ+8//n30t121UtVbFdda+mWbe0SneLosG6hbhEQssmpE3JxgsS9z5KJLxovUiKiKR4cQkSEg8e\
BOFBIpG0JF4kEoJ4oOubs7OraiWauKSy589/Zs6Zyzdz5syZ+f9HD4d2n75c0kP9KEw29Sa85OqjU3i9KcFPKE8kdDaVevAm\
sjSoyOvBQrocuuG779ZrqNe7hyy6xHfAiV7g3Ug7admO1ljwL9I8GUOj0mOoVS74ngWPPAWeRyNlZAXCtwgfJvyi1L4pvE40\
R4XXom632kAPI8vKq40nr7PKpCwPXNFVafNMNFOpiO5pT95/TCXrOjQ3vr2x5b8vCHAudRLcYFGsNRbXcj6doRyi+vrKaLRy\
PSjARXRW7/1vqmBDQ000GmAvnSMmClWGxndTIRypkz4kgkTvUxHjdjCr/7t6RdB/+l7v/oneg6XOpPdivTPpc7Dc/fXHLTjA\
AUpsVnpTtWHb7XR0iaNKeT7P5Xkc5ja07ZRTxaXG8AyeybO5hquh99EJOV0cWr5rWyz+mR5gd5K8DqnRaDsHtesYwaAEjaoh\
1KJLlI1B73PwhNithTBXoeMQSkUxAkkN2i1B5RAzqULUmM3LdcuxGFUEHS1g7bqhqVU+UgHWT5AuUFAwQ9yA9iG+Qck61bmk\
inmaAISRVsAKZVTMpVxmaszCnlm6vTWW0xSPNTZjsi2Ini27c/T5KfHW/1289UkMygXfSvmSHyqRyI9F+Xz+7eNo04rIJtEc\
kDM2SeO1sSlBB3ULNM7rd4KXS4spwg9Jr6MkXyK8EDZFOmFFkcksPCx1jkjpBOBMF3oSmdgnPwn5ttcrrwXaXkYmI9+1qGdP\
YdfTyGkYwIvRK3kOU4WqUO0nNV2PpFJlIvZz4SN/iN5hq4Cu6Axi9zf6fTZTP7UZC3cPQpt5LL8Ze8Jc0fLpi9iMYA9NSUlb\
R6Uly9gqKdmQ7LTEkDgtOZCctOSC5DKoKgOqElS3qa8EVdvehp2VoK5+eaajfvHxun2WLrcxu/K7lilnzGkN6N24V6bcgcVL\
9SgsDySXzEFjWxmwLcH2GuykP+gx36JiSBp7b4e+M7y5ZwHnHTgLriUoJoBFNJIlSMlZ2hmQbEEaYpBsQcoVpAJIGukj7lUF\
1F6lbyx6JrZguMxMbDMT8Xf6F/6u0nyw+rvK6O++VBTJaNUsZSlLWcoS9funY8ktIHkPcsx54zb/db7g7c3+JvlvaRXtwLML\
nzALqBVpnHYPyH+G4+Mu1Zf6xTap/4Wa1gI9Ts3UJONoHrD/4r6g+s7nlxv6f98WGih+70DG+YfxvwJMvs/VABYAAA==";

fn sheet(name: &str) -> ImportOptions {
    ImportOptions { sheet: Some(name.to_owned()), ..ImportOptions::default() }
}

const STRINGS: [&str; 7] =
    ["Номер", "Клиент", "Сумма", "Создана", "Доля", "Оплата", "ООО «Ромашка», &quot;1&quot;"];

/// A header and two rows of every kind of cell.
const ROWS: &str = "\
<row r=\"1\"><c r=\"A1\" t=\"s\"><v>0</v></c><c r=\"B1\" t=\"s\"><v>1</v></c>\
<c r=\"C1\" t=\"s\"><v>2</v></c><c r=\"D1\" t=\"s\"><v>3</v></c><c r=\"E1\" t=\"s\"><v>4</v></c>\
<c r=\"F1\" t=\"s\"><v>5</v></c><c r=\"G1\" t=\"inlineStr\"><is><t>Успех</t></is></c></row>\
<row r=\"2\"><c r=\"A2\" t=\"inlineStr\"><is><t>0017</t></is></c><c r=\"B2\" t=\"s\"><v>6</v></c>\
<c r=\"C2\"><v>1234.567</v></c><c r=\"D2\" s=\"2\"><v>45322.5</v></c><c r=\"E2\" s=\"3\"><v>0.07</v></c>\
<c r=\"F2\" s=\"4\"><v>10.5</v></c><c r=\"G2\" t=\"b\"><v>1</v></c></row>\
<row r=\"4\"><c r=\"A4\" t=\"inlineStr\"><is><t>0018</t></is></c><c r=\"C4\"><v>1.234</v></c>\
<c r=\"D4\" s=\"2\"><v>45323</v></c><c r=\"E4\" s=\"3\"><v>0.125</v></c>\
<c r=\"F4\" s=\"4\"><v>-2</v></c><c r=\"G4\" t=\"b\"><v>0</v></c></row>";

#[test]
fn a_sheet_of_every_kind_of_cell() {
    let imported = read(&xlsx(&[("Лист1", ROWS), ("Два", ROWS)], &STRINGS, false));
    assert_eq!(
        rows(&imported),
        [
            ["Номер", "Клиент", "Сумма", "Создана", "Доля", "Оплата", "Успех"],
            [
                "0017",
                "ООО «Ромашка», \"1\"",
                "1234.567",
                "2024-01-31 12:00:00",
                "7%",
                "10.5 €",
                "true"
            ],
            ["0018", "", "1.234", "2024-02-01", "12.5%", "-2 €", "false"],
        ]
    );
    let kinds: Vec<ColumnType> = imported.table.columns.iter().map(|c| c.kind).collect();
    use ColumnType::{Decimal, Flag, Moment, Money, Percent, Text};
    assert_eq!(kinds, [Text, Text, Decimal, Moment, Percent, Money, Flag]);
    // 1.234 is a number of the workbook: nobody has to guess that it is not 1,234.
    assert!(imported.profile.columns.iter().all(|c| !c.format.ambiguous));
    assert_eq!(imported.table.column("Сумма").unwrap().plain_text(1), "1.234");
    // Rows are counted as in the workbook, blank ones as well.
    assert_eq!(imported.table.records, [2, 4]);
    let layer = &imported.profile.container[0];
    assert_eq!((layer.kind, layer.entry.as_deref()), (ContainerKind::Xlsx, Some("Лист1")));
    assert_eq!(layer.entries.iter().map(|e| e.name.as_str()).collect::<Vec<_>>(), ["Лист1", "Два"]);
}

#[test]
fn the_first_sheet_with_cells_unless_another_is_chosen() {
    let row = |text: &str| {
        format!(
            "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>{text}</t></is></c></row><row><c><v>5</v></c></row>"
        )
    };
    let (a, b) = (row("First"), row("Second"));
    let book = xlsx(&[("Cover", ""), ("A", &a), ("B", &b)], &[], false);
    assert_eq!(rows(&read(&book)), [["First"], ["5"]]);
    assert_eq!(rows(&read_with(&book, &sheet("B")).unwrap()), [["Second"], ["5"]]);
    let gone = read_with(&book, &sheet("C"));
    assert!(matches!(gone, Err(ImportError::EntryMissing { names, .. }) if names.len() == 3));
    let empty = read_with(&book, &sheet("Cover"));
    assert!(matches!(empty, Err(ImportError::Empty { .. })), "{empty:?}");
    let blank = refused(&xlsx(&[("Cover", "")], &[], false));
    assert!(matches!(blank, ImportError::NothingInside { names, .. } if names == ["Cover"]));
}

#[test]
fn days_by_the_epoch_of_the_workbook() {
    let rows_of = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>Date</t></is></c>\
        <c r=\"B1\" t=\"inlineStr\"><is><t>Took</t></is></c></row>\
        <row r=\"2\"><c r=\"A2\" s=\"1\"><v>44481</v></c><c r=\"B2\" s=\"5\"><v>1.5</v></c></row>";
    let read_as = |is_1904| rows(&read(&xlsx(&[("A", rows_of)], &[], is_1904)));
    assert_eq!(read_as(true)[1], ["2025-10-13", "36:00:00"]);
    assert_eq!(read_as(false)[1], ["2021-10-12", "36:00:00"]);
}

#[test]
fn a_table_that_begins_below_and_aside() {
    let rows_of = "<row r=\"3\"><c r=\"C3\" t=\"inlineStr\"><is><t>Deal ID</t></is></c><c r=\"D3\" t=\"inlineStr\"><is><t>Amount</t></is></c></row>\
        <row r=\"4\"><c r=\"C4\"><v>1</v></c><c r=\"D4\"><v>10</v></c></row>\
        <row r=\"5\"><c r=\"C5\"><v>2</v></c></row>";
    let imported = read(&xlsx(&[("A", rows_of)], &[], false));
    assert_eq!(imported.table.records, [4, 5]);
    assert_eq!(imported.table.column("Amount").unwrap().plain_text(0), "10");
    assert_eq!(imported.table.column("Amount").unwrap().plain_text(1), "");
    assert_eq!(imported.profile.dialect.header_record, Some(3));
}

#[test]
fn a_workbook_of_excel_97() {
    let packed = BASE64_STANDARD.decode(OLD.replace('\n', "")).unwrap();
    // It is packed, so this is a workbook in a gzip file as well.
    let imported = read(&packed);
    assert_eq!(layers(&imported), [ContainerKind::Gzip, ContainerKind::Xls]);
    assert_eq!(
        rows(&imported),
        [
            ["Номер", "Клиент", "Сумма", "Создана", "Закрыта", "Доля", "Успех"],
            [
                "0017",
                "ООО «Ромашка»",
                "1234.567",
                "2024-01-31",
                "2024-02-29 13:45:00",
                "0.07",
                "true"
            ],
            ["0018", "Иванов, \"ИП\"", "99.5", "2024-12-01", "2024-12-02", "0.125", "false"],
            ["0019", "Line\nbreak", "-3", "1999-06-15", "", "1", "true"],
        ]
    );
    let layer = &imported.profile.container[1];
    assert_eq!(layer.entry.as_deref(), Some("Сделки"));
    assert_eq!(layer.entries.len(), 3);
    let other = read_with(&packed, &sheet("Other")).unwrap();
    assert_eq!(other.profile.columns.len(), 1);
}

#[test]
fn a_workbook_in_an_archive_and_one_that_is_broken() {
    let book = xlsx(&[("A", ROWS)], &STRINGS, false);
    let imported = read(&zip(&[part("report.xlsx", &book)]));
    assert_eq!(layers(&imported), [ContainerKind::Zip, ContainerKind::Xlsx]);
    assert_eq!(imported.profile.rows, 2);
    let broken = xlsx(&[("A", "<row r=\"1\"><c r=\"A1\" t=\"s\"><v>99</v></c></row>")], &[], false);
    let error = refused(&broken);
    let (format, fault) = (ContainerKind::Xlsx, Fault::Structure);
    let said = matches!(error, ImportError::Damaged { format: a, fault: b, .. } if (a, b) == (format, fault));
    // A sheet whose cells can't be read holds none.
    assert!(said || matches!(error, ImportError::NothingInside { .. }), "{error:?}");
}

#[test]
fn documents_of_other_programs_are_refused_by_their_name() {
    let named = |bytes: &[u8]| match refused(bytes) {
        ImportError::NotATable { format, .. } => format,
        other => panic!("{other:?}"),
    };
    let archive = |name: &str, bytes: &[u8]| {
        zip(&[part("[Content_Types].xml", b"<Types/>"), part(name, bytes)])
    };
    assert_eq!(named(&archive("word/document.xml", b"<w/>")), "DOCX");
    assert_eq!(named(&archive("ppt/presentation.xml", b"<p/>")), "PPTX");
    assert_eq!(named(&archive("xl/workbook.bin", b"\0")), "XLSB");
    assert_eq!(
        named(&zip(&[part("Index/Document.iwa", b"\0"), part("Index/Tables/a.iwa", b"\0")])),
        "NUMBERS"
    );
    assert_eq!(named(&zip(&[part("mimetype", b"application/vnd.oasis.opendocument.text")])), "ODT");
    let compound = |part: &str| {
        let mut file = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1".to_vec();
        file.resize(1024, 0);
        file.extend(part.encode_utf16().chain([0]).flat_map(u16::to_le_bytes));
        file.resize(2048, 0);
        file
    };
    assert_eq!(named(&compound("WordDocument")), "DOC");
    let locked = refused(&compound("EncryptedPackage"));
    assert!(matches!(locked, ImportError::Encrypted { .. }), "{locked:?}");
}

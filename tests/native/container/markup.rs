//! Pages and XML of 2003 that are called `.xls`.

use super::{layers, read, read_with, refused, rows};
use tundish::engine::error::ImportError;
use tundish::engine::import::ImportOptions;
use tundish::engine::import::container::ContainerKind;

#[test]
fn a_bitrix_export_in_windows_1251() {
    let page = "<html><head><meta http-equiv=\"Content-type\" content=\"text/html;charset=windows-1251\" />\
        <style>td {mso-number-format:\\@;}</style></head><body><table border=\"1\"><thead><tr><th>ID</th>\
        <th>Название&nbsp;сделки</th><th>Сумма</th></tr></thead><tbody>\
        <tr><td>1</td><td>ООО &laquo;Ромашка&raquo;<br>филиал</td><td>1 500,50</td></tr>\
        <tr><td>2</td><td><b>Иванов</b> <a href=\"javascript:alert(1)\">и&nbsp;Ко</a></td><td></td></tr>\
        </tbody></table></body></html>";
    let bytes = encoding_rs::WINDOWS_1251.encode(page).0;
    let imported = read(&bytes);
    assert_eq!(
        rows(&imported),
        [
            ["ID", "Название\u{a0}сделки", "Сумма"],
            ["1", "ООО «Ромашка»\nфилиал", "1 500,50"],
            ["2", "Иванов и\u{a0}Ко", ""],
        ]
    );
    assert_eq!(layers(&imported), [ContainerKind::Html]);
    assert_eq!(imported.profile.dialect.encoding, "windows-1251");
    assert_eq!(imported.table.column("Сумма").unwrap().plain_text(0), "1500.5");
}

#[test]
fn a_salesforce_report_with_a_table_of_layout_around_it() {
    let page = "<head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\"></head>\
        <table><tr><td>Logo<td><table border=1><tr><th>Opportunity Name<th>Amount\n\
        <tr><td>&quot;Big&quot; &amp; Co, &#8364;<td>10.50\n<tr><td>Two<td>7.25\n<tr><td>Ω<td>1</table></table>";
    assert_eq!(
        rows(&read(page.as_bytes())),
        [["Opportunity Name", "Amount"], ["\"Big\" & Co, €", "10.50"], ["Two", "7.25"], ["Ω", "1"]]
    );
}

#[test]
fn cells_that_reach_over_others_keep_the_columns() {
    let page = "<table><tr><th>A</th><th>B</th><th>C</th></tr>\
        <tr><td rowspan=2>x</td><td colspan='2'>wide</td></tr>\
        <tr><td>under</td><td>3</td></tr><tr><td>last</td></tr></table>";
    assert_eq!(
        rows(&read(page.as_bytes())),
        [["A", "B", "C"], ["x", "wide", ""], ["", "under", "3"], ["last", "", ""]]
    );
}

#[test]
fn nothing_in_scripts_or_comments_is_a_cell() {
    let page = "<!DOCTYPE html><html><script>document.write('<table><tr><td>no</td></tr></table>')</script>\
        <!-- <table><tr><td>no</td></tr></table> --><table><tr><td>Name</td><td>Sum</td></tr>\
        <tr><td>a &lt;b&gt; &bogus; 3<4</td><td>5</td></tr></table></html>";
    assert_eq!(rows(&read(page.as_bytes())), [["Name", "Sum"], ["a <b> &bogus; 3<4", "5"]]);
}

#[test]
fn a_page_without_a_table_is_refused_as_a_page() {
    for page in ["<html><body><h1>Sign in</h1></body></html>", "<!doctype html><table></table>"] {
        let error = refused(page.as_bytes());
        assert!(matches!(error, ImportError::NotATable { format, .. } if format == "HTML"));
    }
}

#[test]
fn a_bomb_of_wide_and_many_rows_is_refused() {
    let row = "<tr>".to_owned() + &"<td colspan=1000>x".repeat(16);
    let page = format!("<table>{row}{}</table>", "<tr><td>x".repeat(200_000));
    let error = refused(page.as_bytes());
    assert!(
        matches!(error, ImportError::Oversized { format: ContainerKind::Html, .. }),
        "{error:?}"
    );
}

#[test]
fn a_workbook_as_xml_of_2003() {
    let book = "<?xml version=\"1.0\" encoding=\"UTF-8\"?><?mso-application progid=\"Excel.Sheet\"?>\
        <Workbook xmlns=\"urn:schemas-microsoft-com:office:spreadsheet\" xmlns:ss=\"urn:schemas-microsoft-com:office:spreadsheet\">\
        <Worksheet ss:Name=\"Пусто\"><Table/></Worksheet><Worksheet ss:Name=\"Deals\"><Table>\
        <Row><Cell><Data ss:Type=\"String\">ID</Data></Cell><Cell ss:Index=\"3\"><Data ss:Type=\"String\">Sum</Data></Cell></Row>\
        <Row ss:Index=\"3\"><Cell><Data ss:Type=\"String\">01</Data></Cell><Cell><Data ss:Type=\"DateTime\">2024-01-31T00:00:00.000</Data></Cell>\
        <Cell><Data ss:Type=\"Number\">1.5E3</Data></Cell></Row></Table></Worksheet></Workbook>";
    let imported = read(book.as_bytes());
    assert_eq!(layers(&imported), [ContainerKind::Xml]);
    assert_eq!(imported.profile.head, [["01", "2024-01-31", "1500"]]);
    let layer = &imported.profile.container[0];
    assert_eq!((layer.entry.as_deref(), layer.entries.len()), (Some("Deals"), 2));
    let options = ImportOptions { sheet: Some("Gone".to_owned()), ..ImportOptions::default() };
    let gone = read_with(book.as_bytes(), &options);
    assert!(matches!(gone, Err(ImportError::EntryMissing { .. })));
    let other = "<?xml version=\"1.0\"?><rss><channel/></rss>";
    assert!(
        matches!(refused(other.as_bytes()), ImportError::NotATable { format, .. } if format == "XML")
    );
}

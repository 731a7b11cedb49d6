//! Containers made by hand, so that each test says what is inside.

use miniz_oxide::deflate::compress_to_vec;

/// CRC-32, bit by bit: slow, and not the way of the program that is tested.
pub fn crc(bytes: &[u8]) -> u32 {
    let mut sum = u32::MAX;
    for byte in bytes {
        sum ^= u32::from(*byte);
        for _ in 0..8 {
            sum = (sum >> 1) ^ (0xedb8_8320 & 0u32.wrapping_sub(sum & 1));
        }
    }
    !sum
}

/// One gzip member around raw deflate of so many bytes.
pub fn gzip_raw(deflated: &[u8], sum: u32, length: usize, name: &str) -> Vec<u8> {
    let mut file = vec![0x1f, 0x8b, 8, if name.is_empty() { 0 } else { 8 }, 0, 0, 0, 0, 0, 3];
    if !name.is_empty() {
        file.extend(name.bytes().chain([0]));
    }
    file.extend(deflated);
    file.extend(sum.to_le_bytes());
    file.extend((length as u32).to_le_bytes());
    file
}

pub fn gzip(bytes: &[u8]) -> Vec<u8> {
    gzip_raw(&compress_to_vec(bytes, 6), crc(bytes), bytes.len(), "")
}

/// One file of an archive, and what may be odd about it.
pub struct Part<'a> {
    pub name: &'a [u8],
    pub bytes: &'a [u8],
    pub flags: u16,
    /// 0: stored, 8: deflated, others as they are.
    pub method: u16,
    /// Sizes stand in the field for large files.
    pub is_large: bool,
    /// The length that is said, where it is not the true one.
    pub claimed: Option<u32>,
}

pub fn part<'a>(name: &'a str, bytes: &'a [u8]) -> Part<'a> {
    Part { name: name.as_bytes(), bytes, flags: 0x800, method: 8, is_large: false, claimed: None }
}

pub fn stored<'a>(name: &'a str, bytes: &'a [u8]) -> Part<'a> {
    Part { method: 0, ..part(name, bytes) }
}

pub fn zip(parts: &[Part]) -> Vec<u8> {
    let mut file = Vec::new();
    let mut directory = Vec::new();
    for part in parts {
        let packed = match part.method {
            8 => compress_to_vec(part.bytes, 6),
            _ => part.bytes.to_vec(),
        };
        let begin = file.len() as u32;
        let mut shared = Vec::new();
        for short in [20, part.flags, part.method, 0, 0] {
            shared.extend(short.to_le_bytes());
        }
        let said = part.claimed.unwrap_or(part.bytes.len() as u32);
        let (small, large) = (packed.len() as u32, said);
        let sizes = if part.is_large { [u32::MAX; 2] } else { [small, large] };
        for word in [crc(part.bytes), sizes[0], sizes[1]] {
            shared.extend(word.to_le_bytes());
        }
        let mut extra = Vec::new();
        if part.is_large {
            extra.extend([1, 0, 16, 0]);
            extra.extend((part.bytes.len() as u64).to_le_bytes());
            extra.extend((packed.len() as u64).to_le_bytes());
        }
        shared.extend((part.name.len() as u16).to_le_bytes());
        shared.extend((extra.len() as u16).to_le_bytes());
        file.extend(b"PK\x03\x04");
        file.extend(&shared);
        file.extend(part.name);
        file.extend(&extra);
        file.extend(packed);
        directory.extend(b"PK\x01\x02\x14\0");
        directory.extend(&shared);
        directory.extend([0; 10]);
        directory.extend(begin.to_le_bytes());
        directory.extend(part.name);
        directory.extend(extra);
    }
    let (count, begin) = (parts.len() as u16, file.len() as u32);
    file.extend(&directory);
    file.extend(b"PK\x05\x06\0\0\0\0");
    file.extend(count.to_le_bytes());
    file.extend(count.to_le_bytes());
    file.extend((directory.len() as u32).to_le_bytes());
    file.extend(begin.to_le_bytes());
    file.extend([0, 0]);
    file
}

/// A workbook of sheets, each the inside of `<sheetData>`, with number formats by style: 1 a day,
/// 2 a moment, 3 percent, 4 euros, 5 a duration.
pub fn xlsx(sheets: &[(&str, &str)], strings: &[&str], is_1904: bool) -> Vec<u8> {
    const MAIN: &str = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    const DOCUMENT: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
    const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
    let listed = |line: &dyn Fn(usize, &str) -> String| -> String {
        sheets.iter().enumerate().map(|(i, (name, _))| line(i + 1, name)).collect()
    };
    let names =
        listed(&|i, name| format!("<sheet name=\"{name}\" sheetId=\"{i}\" r:id=\"rId{i}\"/>"));
    let date = if is_1904 { "<workbookPr date1904=\"1\"/>" } else { "" };
    let book = format!(
        "<workbook xmlns=\"{MAIN}\" xmlns:r=\"{DOCUMENT}\">{date}<sheets>{names}</sheets></workbook>"
    );
    let links = listed(&|i, _| {
        format!(
            "<Relationship Id=\"rId{i}\" Type=\"{DOCUMENT}/worksheet\" Target=\"worksheets/sheet{i}.xml\"/>"
        )
    });
    let links = format!(
        "<Relationships xmlns=\"{PACKAGE}\">{links}<Relationship Id=\"rIdS\" Type=\"{DOCUMENT}/styles\" Target=\"styles.xml\"/><Relationship Id=\"rIdT\" Type=\"{DOCUMENT}/sharedStrings\" Target=\"sharedStrings.xml\"/></Relationships>"
    );
    let formats =
        ["General", "dd.mm.yyyy", "dd.mm.yyyy hh:mm", "0.0%", "#,##0.00\\ [$€-408]", "[h]:mm"];
    let codes: String = formats
        .iter()
        .enumerate()
        .map(|(i, code)| format!("<numFmt numFmtId=\"{}\" formatCode=\"{code}\"/>", 164 + i))
        .collect();
    let cells: String = (0..formats.len())
        .map(|i| format!("<xf numFmtId=\"{}\" applyNumberFormat=\"1\"/>", 164 + i))
        .collect();
    let styles = format!(
        "<styleSheet xmlns=\"{MAIN}\"><numFmts>{codes}</numFmts><cellXfs>{cells}</cellXfs></styleSheet>"
    );
    let strings: String = strings.iter().map(|s| format!("<si><t>{s}</t></si>")).collect();
    let strings = format!("<sst xmlns=\"{MAIN}\">{strings}</sst>");
    let bodies: Vec<(String, String)> = sheets
        .iter()
        .enumerate()
        .map(|(i, (_, rows))| {
            let xml =
                format!("<worksheet xmlns=\"{MAIN}\"><sheetData>{rows}</sheetData></worksheet>");
            (format!("xl/worksheets/sheet{}.xml", i + 1), xml)
        })
        .collect();
    let root = format!(
        "<Relationships xmlns=\"{PACKAGE}\"><Relationship Id=\"rId1\" Type=\"{DOCUMENT}/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>"
    );
    let mut parts = vec![
        part("[Content_Types].xml", b"<Types/>"),
        part("_rels/.rels", root.as_bytes()),
        part("xl/workbook.xml", book.as_bytes()),
        part("xl/_rels/workbook.xml.rels", links.as_bytes()),
        part("xl/styles.xml", styles.as_bytes()),
        stored("xl/sharedStrings.xml", strings.as_bytes()),
    ];
    parts.extend(bodies.iter().map(|(name, xml)| part(name, xml.as_bytes())));
    zip(&parts)
}

//! Markup as a row of tags and texts. Nothing is built, loaded or run: a page is only read.

/// A piece of markup. Names are in lower case and without a prefix: `ss:Row` is `row`.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum Token<'a> {
    /// As written, entities not yet decoded.
    Text(&'a str),
    Open {
        name: String,
        attributes: &'a str,
        /// Closed at once: `<Cell/>`.
        is_closed: bool,
    },
    Close {
        name: String,
    },
    /// Text that stands for itself: `<![CDATA[…]]>`.
    Plain(&'a str),
}

/// Goes through markup from its beginning to its end, whatever it holds.
pub struct Markup<'a> {
    rest: &'a str,
    /// Whether `<script>` and the like hold text that is no markup.
    is_page: bool,
}

/// The content of these is never shown.
const UNSEEN: [&str; 6] = ["script", "style", "title", "textarea", "noscript", "template"];

impl<'a> Markup<'a> {
    pub fn page(text: &'a str) -> Markup<'a> {
        Markup { rest: text, is_page: true }
    }
    pub fn xml(text: &'a str) -> Markup<'a> {
        Markup { rest: text, is_page: false }
    }

    /// The text up to a mark, and goes on behind the mark; all of it where there is none.
    fn until(&mut self, mark: &str) -> &'a str {
        let (found, rest) = self.rest.split_once(mark).unwrap_or((self.rest, ""));
        self.rest = rest;
        found
    }

    /// Goes on at the closing tag of an element whose content is not markup.
    fn pass_unseen(&mut self, name: &str) {
        let mut from = 0;
        while let Some(at) = self.rest.get(from..).and_then(|r| r.find("</")) {
            let begin = from + at;
            let tag = self.rest.get(begin + 2..begin + 2 + name.len());
            if tag.is_some_and(|t| t.eq_ignore_ascii_case(name)) {
                self.rest = self.rest.get(begin..).unwrap_or_default();
                return;
            }
            from = begin + 2;
        }
        self.rest = "";
    }

    fn tag(&mut self) -> Option<Token<'a>> {
        let rest = self.rest;
        if let Some(inside) = rest.strip_prefix("<!--") {
            self.rest = inside;
            self.until("-->");
            return None;
        }
        if let Some(inside) = rest.strip_prefix("<![CDATA[") {
            self.rest = inside;
            return Some(Token::Plain(self.until("]]>")));
        }
        let inside = rest.get(1..).unwrap_or_default();
        if inside.starts_with(['!', '?']) {
            self.until(">");
            return None;
        }
        let is_end = inside.starts_with('/');
        let inside = inside.strip_prefix('/').unwrap_or(inside);
        if !inside.starts_with(|c: char| c.is_ascii_alphabetic()) {
            // A lone mark is text.
            self.rest = rest.get(1..).unwrap_or_default();
            return Some(Token::Text("<"));
        }
        let end = tag_end(inside);
        self.rest = inside.get(end + 1..).unwrap_or_default();
        let tag = inside.get(..end).unwrap_or_default();
        let length = tag.find(|c: char| c.is_ascii_whitespace() || c == '/').unwrap_or(tag.len());
        let (name, attributes) = tag.split_at(length);
        let name = name.rsplit(':').next().unwrap_or(name).to_ascii_lowercase();
        if is_end {
            return Some(Token::Close { name });
        }
        let is_closed = attributes.ends_with('/');
        if self.is_page && !is_closed && UNSEEN.contains(&name.as_str()) {
            self.pass_unseen(&name);
        }
        Some(Token::Open { name, attributes: attributes.trim_end_matches('/'), is_closed })
    }
}

/// Where a tag ends, quoted values passed over.
fn tag_end(tag: &str) -> usize {
    let mut quote = None;
    for (at, byte) in tag.bytes().enumerate() {
        match (quote, byte) {
            (None, b'>') => return at,
            (None, b'"' | b'\'') => quote = Some(byte),
            (Some(open), _) if open == byte => quote = None,
            _ => {}
        }
    }
    // A quote that never closes: the tag ends at the first mark all the same.
    tag.find('>').unwrap_or(tag.len())
}

impl<'a> Iterator for Markup<'a> {
    type Item = Token<'a>;

    fn next(&mut self) -> Option<Token<'a>> {
        while !self.rest.is_empty() {
            if !self.rest.starts_with('<') {
                let end = self.rest.find('<').unwrap_or(self.rest.len());
                let (text, rest) = self.rest.split_at(end);
                self.rest = rest;
                return Some(Token::Text(text));
            }
            if let Some(token) = self.tag() {
                return Some(token);
            }
        }
        None
    }
}

/// The value of an attribute, by its name without a prefix.
pub fn attribute(attributes: &str, wanted: &str) -> Option<String> {
    let mut rest = attributes;
    loop {
        rest = rest.trim_start_matches(|c: char| c.is_ascii_whitespace() || c == '/');
        let end = rest.find(|c: char| c.is_ascii_whitespace() || c == '=').unwrap_or(rest.len());
        let (name, after) = rest.split_at(end);
        if name.is_empty() && after.is_empty() {
            return None;
        }
        let after = after.trim_start();
        let Some(value) = after.strip_prefix('=') else {
            rest = after;
            continue;
        };
        let value = value.trim_start();
        let (value, next) = match value.chars().next() {
            Some(quote @ ('"' | '\'')) => {
                let inside = value.get(1..).unwrap_or_default();
                inside.split_once(quote).unwrap_or((inside, ""))
            }
            _ => {
                value.split_at(value.find(|c: char| c.is_ascii_whitespace()).unwrap_or(value.len()))
            }
        };
        if name.rsplit(':').next().is_some_and(|n| n.eq_ignore_ascii_case(wanted)) {
            let mut text = String::new();
            decode_entities(value, &mut text);
            return Some(text);
        }
        rest = next;
    }
}

/// Entities that stand in exports; all others are kept as they are written.
const ENTITIES: [(&str, &str); 40] = [
    ("amp", "&"),
    ("lt", "<"),
    ("gt", ">"),
    ("quot", "\""),
    ("apos", "'"),
    ("nbsp", "\u{a0}"),
    ("euro", "€"),
    ("pound", "£"),
    ("yen", "¥"),
    ("cent", "¢"),
    ("curren", "¤"),
    ("copy", "©"),
    ("reg", "®"),
    ("trade", "™"),
    ("laquo", "«"),
    ("raquo", "»"),
    ("ldquo", "“"),
    ("rdquo", "”"),
    ("bdquo", "„"),
    ("lsquo", "‘"),
    ("rsquo", "’"),
    ("ndash", "–"),
    ("mdash", "—"),
    ("hellip", "…"),
    ("bull", "•"),
    ("middot", "·"),
    ("times", "×"),
    ("deg", "°"),
    ("plusmn", "±"),
    ("sect", "§"),
    ("para", "¶"),
    ("ensp", "\u{2002}"),
    ("emsp", "\u{2003}"),
    ("thinsp", "\u{2009}"),
    ("zwj", "\u{200d}"),
    ("zwnj", "\u{200c}"),
    ("shy", "\u{ad}"),
    ("minus", "−"),
    ("larr", "←"),
    ("rarr", "→"),
];

/// Appends a text with its entities as the characters that they stand for.
pub fn decode_entities(text: &str, out: &mut String) {
    let mut rest = text;
    while let Some((before, after)) = rest.split_once('&') {
        out.push_str(before);
        let end = after.bytes().take(12).position(|b| b == b';');
        let found = end.and_then(|end| after.get(..end)).and_then(|name| {
            let known = ENTITIES.iter().find(|(n, _)| *n == name).map(|(_, t)| (*t).to_owned());
            known.or_else(|| numbered(name).map(String::from))
        });
        match (found, end) {
            (Some(character), Some(end)) => {
                out.push_str(&character);
                rest = after.get(end + 1..).unwrap_or_default();
            }
            _ => {
                out.push('&');
                rest = after;
            }
        }
    }
    out.push_str(rest);
}

/// `#1076` and `#x434`.
fn numbered(name: &str) -> Option<char> {
    let digits = name.strip_prefix('#')?;
    let code = match digits.strip_prefix(['x', 'X']) {
        Some(hex) => u32::from_str_radix(hex, 16).ok()?,
        None => digits.parse().ok()?,
    };
    // The first control characters of Windows-1252 are what is meant by 128 to 159.
    if (128..160).contains(&code) {
        let byte = [code as u8];
        return encoding_rs::WINDOWS_1252.decode_without_bom_handling(&byte).0.chars().next();
    }
    char::from_u32(code).filter(|c| *c != '\0')
}

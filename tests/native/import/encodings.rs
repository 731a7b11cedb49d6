//! How often the encoding is told from the bytes alone: made files of CRM texts, short and long, in
//! eight languages and every encoding that can write them.

use super::property::Lcg;
use super::read;
use encoding_rs::*;

struct Language {
    name: &'static str,
    encodings: &'static [&'static Encoding],
    headers: &'static [&'static str],
    cells: &'static [&'static str],
}

const LANGUAGES: &[Language] = &[
    Language {
        name: "Russian",
        encodings: &[WINDOWS_1251, KOI8_R, IBM866, ISO_8859_5, X_MAC_CYRILLIC],
        headers: &[
            "Название сделки",
            "Стадия",
            "Сумма",
            "Ответственный",
            "Источник",
            "Дата создания",
            "Причина отказа",
            "Регион",
            "Компания",
            "Этап сделки",
            "Бюджет",
            "Кампания",
        ],
        cells: &[
            "Поставка оборудования",
            "ООО «Ромашка»",
            "Щёголева Юлия",
            "Сделка успешна",
            "Новая",
            "В работе",
            "Закрыто и не реализовано",
            "Яндекс.Директ",
            "ИП Жданов",
            "Москва",
            "Счёт на предоплату",
            "нет бюджета",
            "ЗАО ТЕХНОСЕРВИС",
            "Цой",
            "Холодный звонок",
            "Повторный клиент",
            "Объявление №7",
            "Эдуард Хабибуллин",
        ],
    },
    Language {
        name: "Greek",
        encodings: &[WINDOWS_1253, ISO_8859_7],
        headers: &[
            "Όνομα Ευκαιρίας",
            "Στάδιο",
            "Ποσό",
            "Υπεύθυνος",
            "Πηγή",
            "Ημερομηνία",
            "Λόγος απώλειας",
            "Περιοχή",
            "Εταιρεία",
            "Καμπάνια",
            "Άθροισμα",
        ],
        cells: &[
            "Προμήθεια αντλιών",
            "Άρδευση Κρήτης",
            "Κλειστή - Κερδισμένη",
            "Γιώργος Παπαδόπουλος",
            "Άννα",
            "Ελένη Ξένου",
            "Σε διαπραγμάτευση",
            "Αθήνα",
            "ΘΕΣΣΑΛΟΝΙΚΗ",
            "Ψυχογιός ΑΕ",
            "Παραπομπή",
            "Οργανική αναζήτηση",
            "Ήπειρος",
            "Ύδρα",
            "χωρίς προϋπολογισμό",
        ],
    },
    Language {
        name: "German",
        encodings: &[WINDOWS_1252, ISO_8859_15, WINDOWS_1250, ISO_8859_2],
        headers: &[
            "Geschäft",
            "Phase",
            "Betrag",
            "Eigentümer",
            "Quelle",
            "Schließdatum",
            "Größe",
            "Währung",
        ],
        cells: &[
            "Müller GmbH",
            "Geschäftsführer",
            "München",
            "Jürgen Weiß",
            "Straßenbau Köln",
            "Köln",
            "Angebot übermittelt",
            "verloren",
            "Übergabe",
            "gewonnen",
            "Österreich",
        ],
    },
    Language {
        name: "French",
        encodings: &[WINDOWS_1252, ISO_8859_15],
        headers: &[
            "Affaire",
            "Étape",
            "Montant",
            "Propriétaire",
            "Source",
            "Créé le",
            "Coût",
            "Société",
        ],
        cells: &[
            "Société Générale",
            "Hélène Lefèvre",
            "gagné",
            "perdu",
            "Orléans",
            "Forêt & Fils",
            "Benoît",
            "Noël",
            "réseau social",
            "Le Cœur SA",
            "Besançon",
            "août",
            "Où est-il",
        ],
    },
    Language {
        name: "Spanish",
        encodings: &[WINDOWS_1252, ISO_8859_15],
        headers: &[
            "Negocio",
            "Etapa",
            "Importe",
            "Dueño",
            "Campaña",
            "Fecha de creación",
            "Teléfono",
        ],
        cells: &[
            "José Muñoz",
            "A Coruña",
            "ganado",
            "perdido",
            "Peña e Hijos",
            "Reunión",
            "año nuevo",
            "búsqueda orgánica",
            "Núñez",
            "México",
            "Málaga",
        ],
    },
    Language {
        name: "Polish",
        encodings: &[WINDOWS_1250, ISO_8859_2],
        headers: &[
            "Nazwa",
            "Etap",
            "Wartość",
            "Właściciel",
            "Źródło",
            "Data utworzenia",
            "Imię",
            "Sprzedaż",
        ],
        cells: &[
            "Spółka Źródło",
            "Łódź",
            "Wiśniewski",
            "Kraków",
            "Gdańsk",
            "wygrana",
            "przegrana",
            "Małgorzata Dąbrowska",
            "w trakcie",
            "Żółkiewski",
            "Paweł",
            "Święty",
        ],
    },
    Language {
        name: "Czech",
        encodings: &[WINDOWS_1250, ISO_8859_2],
        headers: &["Jméno", "Fáze", "Částka", "Vlastník", "Zdroj", "Vytvořeno", "Město", "Příčina"],
        cells: &[
            "Jiří Dvořák",
            "Plzeň",
            "Žaneta",
            "Děčín",
            "vyhráno",
            "prohráno",
            "Škoda",
            "Tomáš Novák",
            "Ústí nad Labem",
            "České Budějovice",
            "zákazník",
            "Šťastný",
        ],
    },
    Language {
        name: "Hungarian",
        encodings: &[WINDOWS_1250, ISO_8859_2],
        headers: &["Ügylet", "Szakasz", "Összeg", "Felelős", "Forrás", "Létrehozva", "Cég", "Jövő"],
        cells: &[
            "Győr",
            "Szabó Zsófia",
            "megnyert",
            "elveszett",
            "Kovács és Társa",
            "gyűjtő",
            "Nagy Ödön",
            "értékesítő",
            "Pécs",
            "Hűtő Kft",
            "új ügyfél",
        ],
    },
];

fn file(language: &Language, rows: usize, random: &mut Lcg) -> String {
    let width = 2 + random.below(3);
    let mut text = String::new();
    for row in 0..=rows {
        let mut cells = vec![if row == 0 { "ID".to_owned() } else { row.to_string() }];
        for _ in 0..width {
            let of = if row == 0 { language.headers } else { language.cells };
            let cell = *random.pick(of);
            // Cells that anybody writes stand among them.
            let plain = row > 0 && random.below(3) == 0;
            cells.push(if plain { random.below(9999).to_string() } else { cell.to_owned() });
        }
        text += &cells.join(";");
        text += "\r\n";
    }
    text
}

#[test]
fn the_encoding_is_told_from_few_rows_and_from_many() {
    let mut random = Lcg(1251);
    let mut report = String::new();
    let (mut all_long, mut all_short, mut wrong_long, mut wrong_short) = (0, 0, 0, 0);
    for language in LANGUAGES {
        for encoding in language.encodings {
            for rows in [1, 4, 40] {
                let (mut tried, mut wrong, mut example) = (0, 0, String::new());
                for _ in 0..60 {
                    let text = file(language, rows, &mut random);
                    let (bytes, _, lossy) = encoding.encode(&text);
                    if lossy || bytes.is_ascii() {
                        continue;
                    }
                    tried += 1;
                    let found = read(&bytes).profile.dialect.encoding;
                    let label = Encoding::for_label(found.as_bytes()).unwrap();
                    // Another encoding that makes the same text of the bytes is as good.
                    if label.decode(&bytes).0 != text {
                        wrong += 1;
                        example = format!("as {found}: {text:?}");
                    }
                }
                if rows == 1 {
                    (all_short, wrong_short) = (all_short + tried, wrong_short + wrong);
                } else {
                    (all_long, wrong_long) = (all_long + tried, wrong_long + wrong);
                }
                if wrong > 0 {
                    report += &format!(
                        "{} {} {rows}: {wrong}/{tried} {example}\n",
                        language.name,
                        encoding.name()
                    );
                }
            }
        }
    }
    println!(
        "one row: {wrong_short} of {all_short} wrong; four and more: {wrong_long} of {all_long}\n{report}"
    );
    assert!(wrong_long * 500 <= all_long && wrong_short * 100 <= all_short, "{report}");
}

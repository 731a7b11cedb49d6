//! Encodings told from few words: short exports must be read right as well.

use super::read;
use encoding_rs::*;

const RUSSIAN: &[&str] = &[
    "ФИО;Город\nИванов Иван;Москва\n",
    "Дата;Сумма\n01.01.2025;5\n",
    "ID;Стадия\n1;Новая\n2;Отказ\n",
    "id;name\n1;Ольга\n",
    "id;name\n1;ООО РОМАШКА\n",
    "Название сделки;Ответственный\nПоставка оборудования;Щёголева Юлия\n",
    "Кампания;Показы;Клики\nПоиск | Москва;10;1\nРСЯ | Россия;5;0\n",
    "owner,deals\nЖуков,5\nЦой,7\nФомин,9\n",
    "Телефон;Почта\n+7 495 000;a@b.ru\n",
    "id;статус\n1;в работе\n2;успешно реализовано\n",
];
const GREEK: &[&str] = &[
    "Όνομα;Πόλη\nΓιώργος Παπαδόπουλος;Αθήνα\n",
    "Ημερομηνία;Ποσό\n01/01/2025;5\n",
    "id;name\n1;Μαρία\n",
    "id;name\n1;ΑΘΗΝΑ\n",
    "Στάδιο;Υπεύθυνος\nΚλειστή - Κερδισμένη;Ελένη\n",
    "Πηγή;Κανάλι\nΟργανική αναζήτηση;Παραπομπή\n",
    "Καμπάνια;Κόστος\nΆνοιξη;5,00\n",
    "Εταιρεία,Πελάτης\nΑφοί Ξένου ΟΕ,Ψυχογιός\n",
];
const WESTERN: &[&str] = &[
    "Straße;Stadt\nMüllergasse;München\n",
    "Größe;Preis €\nklein;5\n",
    "prénom;ville\nHélène;Orléans\n",
    "nombre;año\nJosé Muñoz;2024\n",
    "id;name\n1;Café\n",
    "kunde;wert\nJürgen;5\n",
    "Coût;Clics\n5;1\n",
    "id;price\n1;£5\n",
];
const CENTRAL: &[&str] = &[
    "Nazwa;Miasto\nSpółka Źródło;Łódź\nWiśniewski;Kraków\n",
    "Jméno;Město\nJiří Dvořák;Plzeň\nŽaneta;Děčín\n",
];

#[test]
fn short_files_are_read_right() {
    let families: [(&[&str], &[&'static Encoding]); 4] = [
        (RUSSIAN, &[WINDOWS_1251, KOI8_R, IBM866, ISO_8859_5, X_MAC_CYRILLIC, UTF_8]),
        (GREEK, &[WINDOWS_1253, ISO_8859_7, UTF_8]),
        (WESTERN, &[WINDOWS_1252, UTF_8]),
        (CENTRAL, &[WINDOWS_1250, ISO_8859_2, UTF_8]),
    ];
    let mut wrong = Vec::new();
    for (texts, encodings) in families {
        for encoding in encodings {
            for text in texts {
                let (bytes, _, lossy) = encoding.encode(text);
                if lossy {
                    continue;
                }
                let imported = read(&bytes);
                let found = imported.profile.dialect.encoding.clone();
                let label = Encoding::for_label(found.as_bytes()).unwrap();
                // Another encoding that makes the same text of the bytes is as good.
                if label.decode(&bytes).0 != *text {
                    wrong.push(format!("{} as {found}: {text:?}", encoding.name()));
                }
            }
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_lone_sign_is_read_as_the_commonest_table_has_it() {
    let bytes = WINDOWS_1251.encode("№;name\n1;Anna\n").0;
    assert_eq!(read(&bytes).table.columns[0].header, "№");
    let bytes = WINDOWS_1252.encode("id;price\n1;£5\n2;£6\n").0;
    assert_eq!(read(&bytes).table.columns[1].currency.as_deref(), Some("GBP"));
}

//! Greek: what `inspect` writes for programs.

pub const USAGE: &str = "\
tundish inspect ΑΡΧΕΙΟ…                          πώς είναι γραμμένα τα αρχεία, για ανθρώπους
tundish inspect ΑΡΧΕΙΟ --format json [--typed]   ένα αρχείο σε γραμμές JSON, για προγράμματα

Κάθε γραμμή είναι μία τιμή JSON:
  {\"encoding\",\"bom\",\"delimiter\",\"quote\",\"escape\",\"newline\",\"skipped\",\"header\",\"columns\"}
      μία φορά, πρώτη. encoding: το όνομα της κωδικοποίησης κατά WHATWG. escape: το ίδιο το
      εισαγωγικό, όπου τα εισαγωγικά διπλασιάζονται. newline: LF, CRLF, CR ή mixed. skipped: γραμμές
      πάνω από την επικεφαλίδα. header: τα κελιά της όπως στο αρχείο, ή null. columns:
      {\"name\",\"type\",\"format\",\"decimal\",\"group\",\"ambiguous\",\"note\"}· type: text, number,
      percent, currency, date, datetime, time, boolean· format: π.χ. 1.234,56 ή DD.MM.YYYY·
      note: τι υποτέθηκε, και το νόμισμα.
  [\"…\",\"…\"]
      μία γραμμή του πίνακα: τα κελιά όπως στο αρχείο, χωρίς εισαγωγικά, με τα κενά, όσα έχει.
      --typed: μία τιμή για κάθε στήλη. 1234.5 (ή \"…\", όπου ένας double δεν χωρά τα ψηφία), 0.12
      για 12%, \"2026-11-22\", \"2026-11-22T09:30:00\", true, false, κείμενο χωρίς κενά στα άκρα,
      null για ό,τι λείπει ή δεν διαβάστηκε.
  {\"problem\",\"row\",\"line\",\"byte\",\"column\",\"raw\",\"message\"}
      ένα πρόβλημα, πίσω από τη γραμμή του· όσα αφορούν ολόκληρες στήλες, πίσω από την πρώτη γραμμή.
      raw: όλη η γραμμή του αρχείου για title_line, totals_row, footer_line, second_table,
      blank_record· τα περιττά κελιά για long_row (από την ίδια τη γραμμή τα βγάζει μόνο το
      --typed)· το κελί για unread_cell και bad_bytes. row και line από το 1· byte από το 0: η αρχή
      της εγγραφής ή το ίδιο το κακό byte, και σε αρχειοθήκη μέσα στον ίδιο τον πίνακα.
  {\"rows\",\"problems\",\"complete\":true}
      μία φορά, τελευταία.

Κωδικός εξόδου 0: διαβάστηκε, ίσως με προβλήματα. 2: μία γραμμή {\"error\"} και καμία του πίνακα.
";

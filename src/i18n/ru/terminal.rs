//! Russian: the command line.

use crate::engine::error::{BuildError, ImportError};
use crate::i18n::{Complaint, Help, Terminal};

pub const TERMINAL: Terminal = Terminal {
    usage: "\
Tundish: отчёты по воронке из файлов CSV, прямо на этом компьютере.

  tundish report ДОКУМЕНТ.json ФАЙЛ…   отчёт, описанный в сохранённом документе, по этим файлам
  tundish audit ДОКУМЕНТ.json ФАЙЛ…    все проверки данных и что от них зависит
  tundish suggest ФАЙЛ…                заготовка документа для этих файлов
  tundish inspect ФАЙЛ…                как записаны файлы и что в их столбцах
  tundish sample ПАПКА                 записывает в папку файлы с примером

  На месте документа может стоять файл пресета: он применяется к этим файлам, а что больше
  не подходит, выводится в stderr.

  --format json|text     вид отчёта (если не указан, json) или описания файла (text)
  --typed                с inspect --format json: значения как поняты; см. inspect --help
  --language en|ru|el    язык текстов и сообщений; если не указан, язык системы
  --help, --version
",
    inspect_usage: super::listing::USAGE,
    complaint,
    import_todo: |error| match error {
        ImportError::Unreadable { .. } => Some("Проверьте имя файла и право на его чтение."),
        ImportError::UnknownEncoding { .. } => Some(
            "Впишите в документ принятое название кодировки, например windows-1251, или null, \
                чтобы она определилась сама.",
        ),
        ImportError::Several { .. } => Some("Распакуйте его и укажите сами файлы."),
        _ => None,
    },
    build_todo: |error| match error {
        BuildError::NoRecords => {
            "Укажите в документе, в каком файле сделки, лиды или расходы на рекламу. В приложении \
                это делается на экране разметки."
        }
        BuildError::FileMissing { .. } => "Укажите и его после документа.",
        BuildError::ColumnMissing { .. } => {
            "Выгрузите файл вместе с этим столбцом или выберите в приложении другой и сохраните \
                документ заново."
        }
        BuildError::Document { .. } => {
            "Первым идёт документ: сохранённый в приложении или созданный командой \
                `tundish suggest ФАЙЛ… > document.json`. Если он новее программы, обновите Tundish."
        }
    },
    todo: "Что делать",
    place: "Где",
};

fn complaint(complaint: &Complaint) -> Help {
    let help = |what: String, place: &str, todo: &str| Help {
        what,
        place: place.to_owned(),
        todo: todo.to_owned(),
    };
    let usage = "Список команд: `tundish --help`.";
    match complaint {
        Complaint::NoCommand => help("Команда не указана.".to_owned(), "", usage),
        Complaint::UnknownCommand { command } => {
            help(format!("Команды «{command}» нет."), "", usage)
        }
        Complaint::UnknownOption { option } => help(
            format!("Параметра «{option}» нет."),
            "",
            "Список параметров: `tundish --help`. Имя, которое начинается с дефиса, пишут после `--`.",
        ),
        Complaint::OptionValue { option, choices } => {
            help(format!("После {option} нужно одно из значений: {choices}."), "", usage)
        }
        Complaint::OptionElsewhere { option, command } => {
            help(format!("У команды `{command}` нет параметра {option}."), "", "Уберите его.")
        }
        Complaint::OptionOnlyFor { option, command } => {
            help(format!("{option} бывает только у `{command}`."), "", "Уберите этот параметр.")
        }
        Complaint::OneFile { command } => help(
            format!("`{command}` берёт один файл."),
            "",
            "Вызовите его для каждого файла отдельно.",
        ),
        Complaint::Names { command } => help(
            match *command {
                "report" | "audit" => "Для отчёта нужны документ и хотя бы один файл.".to_owned(),
                "sample" => "Для примера нужно имя одной папки.".to_owned(),
                other => format!("Команде `{other}` нужен хотя бы один файл."),
            },
            "",
            usage,
        ),
        Complaint::SameName { name } => help(
            "У двух файлов одно имя, а документ различает файлы по именам.".to_owned(),
            name,
            "Переименуйте один из них.",
        ),
        Complaint::Exists { path } => help(
            "Файл с таким именем уже есть, он не будет перезаписан.".to_owned(),
            path,
            "Укажите другую папку или уберите этот файл.",
        ),
        Complaint::Unwritable { path, reason } => help(
            format!("Не удалось записать: {reason}."),
            path,
            "Проверьте, что такая папка есть, на диске хватает места и у вас есть право записи.",
        ),
    }
}

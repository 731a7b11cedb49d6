//! Russian: activities and survey answers.

use crate::i18n::MeasureText;

const OWN_DAY: &str = "По дате активности при любом расчёте.";

const BY_CREATION: &str = "Записи, созданные за период, при любом расчёте.";

pub const RESPONSE_TIME: MeasureText = MeasureText {
    name: "Время ответа на лид",
    short: "Время ответа",
    answers: "Сколько новый лид ждёт первого контакта?",
    formula: "Половина записей с контактом ждала меньше часов от создания до первой активности, половина больше.",
    unit: "часы",
    basis: BY_CREATION,
    empty_when: "Ни у одной записи нет активности после создания.",
    cautions: "Те, с кем никто не связался, считаются отдельно. Ночи и выходные входят, если в разметке не заданы рабочие часы.",
};

pub const NEVER_CONTACTED: MeasureText = MeasureText {
    name: "Без контакта",
    short: "Без контакта",
    answers: "С какой частью лидов никто так и не связался?",
    formula: "Записи без активности после создания ÷ все.",
    unit: "доля, %",
    basis: BY_CREATION,
    empty_when: "Нет записей.",
    cautions: "Чего нет в файле активностей, того здесь не было. Пропущенные звонки и отменённые встречи — не контакт.",
};

pub const CALLS: MeasureText = MeasureText {
    name: "Звонки",
    short: "Звонки",
    answers: "Сколько было звонков?",
    formula: "Число активностей-звонков, принятых и нет.",
    unit: "звонки",
    basis: OWN_DAY,
    empty_when: "Никогда: если их нет, это 0.",
    cautions: "Звонки, не связанные с записями, стоят отдельной группой.",
};

pub const EMAILS: MeasureText = MeasureText {
    name: "Письма",
    short: "Письма",
    answers: "Сколько было писем?",
    formula: "Число активностей-писем.",
    unit: "письма",
    basis: OWN_DAY,
    empty_when: "Никогда: если их нет, это 0.",
    cautions: "Письма, не связанные с записями, стоят отдельной группой.",
};

pub const MEETINGS: MeasureText = MeasureText {
    name: "Состоявшиеся встречи",
    short: "Встречи",
    answers: "Сколько встреч состоялось?",
    formula: "Число встреч без отменённых, перенесённых и сорвавшихся.",
    unit: "встречи",
    basis: OWN_DAY,
    empty_when: "Никогда: если их нет, это 0.",
    cautions: "Встреча считается состоявшейся, если файл не говорит обратного.",
};

pub const MEETINGS_TO_DEALS: MeasureText = MeasureText {
    name: "Встречи → продажи",
    short: "Встречи → продажи",
    answers: "Какая часть тех, с кем встретились, купила?",
    formula: "Выигранные записи с состоявшейся встречей ÷ записи с состоявшейся встречей.",
    unit: "доля, %",
    basis: BY_CREATION,
    empty_when: "Ни у одной записи нет состоявшейся встречи.",
    cautions: "С лучшими могут встречаться чаще: это не доказательство, что встречи продают.",
};

pub const MISSED_CALLS: MeasureText = MeasureText {
    name: "Пропущенные звонки",
    short: "Пропущено",
    answers: "На какую часть входящих никто не ответил?",
    formula: "Пропущенные входящие ÷ входящие.",
    unit: "доля, %",
    basis: OWN_DAY,
    empty_when: "Нет входящих звонков.",
    cautions: "Пропущенным считается то, что телефония так называет: пропущен, нет ответа, занято.",
};

pub const CONTENT_USE: MeasureText = MeasureText {
    name: "Материалы в продажах",
    short: "Материалы",
    answers: "В какой части сделок показывали материалы?",
    formula: "Записи с презентацией, кейсом или предложением среди активностей ÷ все.",
    unit: "доля, %",
    basis: BY_CREATION,
    empty_when: "Нет записей.",
    cautions: "Чего нет в файле активностей, тем здесь не пользовались.",
};

pub const NPS: MeasureText = MeasureText {
    name: "Индекс лояльности (NPS)",
    short: "NPS",
    answers: "Порекомендуют ли нас клиенты?",
    formula: "(Ответы 9 и 10 − ответы от 0 до 6) ÷ ответы × 100.",
    unit: "баллы, от −100 до 100",
    basis: "По дате ответа при любом расчёте.",
    empty_when: "Нет ответов.",
    cautions: "Считаются только целые от 0 до 10. Отвечают не все.",
};

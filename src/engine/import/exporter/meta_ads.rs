//! Meta Ads: campaign, ad-set and ad reports in English, Russian, Greek and Ukrainian.

use super::fingerprint::{NO_SHEET, Sheet};
use super::{ExportKind, ExporterId, PLAIN, System};

pub const SYSTEM: System = System {
    id: ExporterId::MetaAds,
    sheets: &[ENGLISH, RUSSIAN, GREEK, UKRAINIAN],
    delivery: "campaign delivery|ad set delivery|ad delivery|показ кампании|\
        показ группы объявлений|показ объявления",
    results: "results|result|результат(ы)|результаты|результат|αποτελεσματα|результати",
    result_kind: "result indicator|result type|индикатор результата|тип результата",
    ..PLAIN
};

const ADS: Sheet = Sheet { kind: ExportKind::AdCosts, ..NO_SHEET };

const ENGLISH: Sheet = Sheet {
    telling: "amount spent|reporting starts|reporting ends|result indicator|cost per result|\
        cost per results|link clicks|ad set name|campaign delivery|clicks (all)|ctr (all)|cpc (all)|\
        ctr (link click through rate)|cpc (cost per link click)|\
        cpm (cost per 1,000 impressions)|purchases conversion value",
    usual: "day|account name|campaign name|campaign id|ad name|impressions|reach|frequency|results|\
        leads|purchases|attribution setting",
    never: "total spent|impr.",
    ..ADS
};

const RUSSIAN: Sheet = Sheet {
    telling: "потраченная сумма|начало отчетного периода|конец отчетного периода|\
        дата начала отчетности|окончание отчетности|показ кампании|клики на ссылку|\
        название группы объявлений|цена за результат(ы)|цена за результат|результат(ы)|\
        покупки на сайте|ценность конверсии покупки с сайта",
    usual: "день|название кампании|название объявления|показы|охват|частота|цена за клик|\
        результаты|результат",
    ..ADS
};

const GREEK: Sheet = Sheet {
    telling: "ποσο που δαπανηθηκε|εναρξη αναφορασ|ληξη αναφορασ|κλικ συνδεσμου|\
        κοστοσ ανα αποτελεσμα",
    usual: "ημερα|ονομα καμπανιασ|εμφανισεισ|αποτελεσματα|απηχηση|συχνοτητα|ονομα διαφημισησ",
    ..ADS
};

const UKRAINIAN: Sheet = Sheet {
    telling: "витрачена сума|початок звітності|кінець звітності|назва кампанії|\
        ціна за результат",
    usual: "день|покази|охоплення|частота|результати|кліки посилання|назва оголошення",
    ..ADS
};

//! English: the checks of the audit, what each looks for and what to do.

use crate::engine::audit::CheckId;
use crate::i18n::CheckText;

pub fn check(id: CheckId) -> CheckText {
    let (name, about, advice) = match id {
        CheckId::MissingCreated => (
            "Created date missing",
            "Records without the day on which they were created.",
            "They stand in no period and in no cohort. Export the column in full, or fill the dates in.",
        ),
        CheckId::MissingClosed => (
            "Closing date missing",
            "Won and lost records without the day on which they were closed.",
            "They are in no cycle and, by events, in no period. Add the closing day in the CRM and make it required.",
        ),
        CheckId::PastExpectedClose => (
            "Expected close has passed",
            "Open records that were to close before the latest day in the data.",
            "Close them or give them a new date: the pipeline and the forecast look larger than they are.",
        ),
        CheckId::CloseBeforeCreated => (
            "Closed before created",
            "Records whose closing day lies before the day of creation.",
            "Their cycle is left out. Correct one of the dates; often day and month are swapped, or the record was entered afterwards.",
        ),
        CheckId::FutureDates => (
            "Days in the future",
            "Days of creation, closing, stages or cost that are later than today.",
            "Correct them. Unless it lies more than a year after all others, such a day moves “as of” and with it every relative period; the day can be set in the filter bar.",
        ),
        CheckId::CalendarGaps => (
            "Gaps in the calendar",
            "Months, or weeks where there are many records, without a single record.",
            "Check whether the export was cut or a filter was set. If nobody worked then, leave it.",
        ),
        CheckId::CostGaps => (
            "Gaps in the costs",
            "A week or longer without any cost, where the file usually has one sooner.",
            "Check whether the export was cut or a filter was set. If nothing ran then, leave it.",
        ),
        CheckId::StaleExport => (
            "File out of date",
            "Files that end more than 31 days before they should.",
            "Export the file again up to the same day as the others.",
        ),
        CheckId::WonWithoutAmount => (
            "Won without an amount",
            "Won records whose amount is empty.",
            "They count as wins and add nothing to revenue. Fill the amounts in, or make the field required for a win.",
        ),
        CheckId::WonZeroAmount => (
            "Won with an amount of 0",
            "Won records with an amount of 0.",
            "They pull the average down. Correct them, or filter out free deals.",
        ),
        CheckId::Outliers => (
            "Unusual amounts",
            "Amounts far from the usual, measured by the median and the median absolute deviation of their logarithms, each currency by itself.",
            "Look at each: a slip of the keyboard is to be corrected; a real large deal is to be named beside the average.",
        ),
        CheckId::SeveralCurrencies => (
            "Several currencies",
            "Amounts in another currency than most.",
            "They are in no sum. Convert them before the export, or look at each currency by itself.",
        ),
        CheckId::StatusUnmapped => (
            "Statuses not mapped",
            "Records whose status stands for no stage and for neither won nor lost.",
            "They count as open and as having reached the first stage only. Give each status its stage on the mapping screen.",
        ),
        CheckId::StageUnused => (
            "Stages without records",
            "Stages of the ladder that no record stands for.",
            "Take the stage out of the ladder, or find out why it is not used.",
        ),
        CheckId::StageNotMeasurable => (
            "Stages without a date",
            "Stages of which no column says when they were entered.",
            "Time in them can’t be measured, and passing them is only implied. Export the dates of the stages or the history of changes.",
        ),
        CheckId::LostDepthUnknown => (
            "Depth of losses unknown",
            "Lost records of which nothing says how far they came.",
            "They count at the first stage, so early steps look worse. Export the stage before the loss, or dates of stages.",
        ),
        CheckId::ClosedOnly => (
            "Closed records only",
            "The file holds no open record.",
            "Long ones are still open and not in it: cycles look shorter and recent months better than they are. Export open records too.",
        ),
        CheckId::Stuck => (
            "Stuck records",
            "Open records that have been in their stage longer than nine tenths of those that left it; without dates of stages, older than nine tenths of the closed were.",
            "Go through them with their owners: move, close or lose each.",
        ),
        CheckId::WithoutChannel => (
            "No channel",
            "Records without a channel.",
            "They are in no channel’s figures. Assign the sources on the mapping screen; for empty ones, make the field required.",
        ),
        CheckId::SpendWithoutLeads => (
            "Spend without records",
            "Channels that cost money and brought no record.",
            "Check that both files name the channel alike. If they do, the money brought nothing.",
        ),
        CheckId::LeadsWithoutSpend => (
            "Records without spend",
            "Records of paid channels that cost nothing in any file.",
            "Add the file with the cost of these channels: cost per record and return look better than they are.",
        ),
        CheckId::SpendMonthsWithoutLeads => (
            "Spend in months without records",
            "Cost of months in which the channel has no record, though it has some in others.",
            "Compare the months of the two files. If both are whole, look at what was paid for then.",
        ),
        CheckId::LeadMonthsWithoutSpend => (
            "Records in months without spend",
            "Records of months in which their channel cost nothing, though it did in others.",
            "Export the cost for these months too: without it, cost per record and return look better than they are.",
        ),
        CheckId::SpendWithoutDay => (
            "Cost without a day",
            "Cost rows without a day.",
            "They are in no period. Export the cost by day.",
        ),
        CheckId::CampaignUntied => (
            "Campaigns without records",
            "Cost rows whose campaign no record names.",
            "Pass the campaign on to the CRM (utm_campaign), or correct the names: below the channel this money has no result.",
        ),
        CheckId::SameId => (
            "Repeated IDs",
            "Rows with an ID that another row has too.",
            "With a date of change only the latest row counts; without one each is counted. Export the date of change, or remove the copies.",
        ),
        CheckId::SameContact => (
            "Repeated contacts",
            "Records, or leads joined to them, with the e-mail or the telephone number of another one.",
            "One person who came back, or one lead entered twice: merge the latter in the CRM.",
        ),
        CheckId::SameDeal => (
            "Repeated deals",
            "Records of one name, one amount and one day of creation.",
            "Most likely entered twice: keep one of each.",
        ),
        CheckId::Orphans => (
            "Missing partners",
            "Rows that name a partner which the joined file does not have.",
            "Complete the joined file or correct the names; by its columns these rows have no value.",
        ),
        CheckId::FileNotCounted => (
            "Files not counted",
            "Files of deals or leads beside the one that is counted.",
            "Their rows are in no figure. Join the files into one table on the data screen, or take them out.",
        ),
        CheckId::WithoutOwner => (
            "No owner",
            "Records that nobody is responsible for.",
            "Assign them: nobody follows them up.",
        ),
        CheckId::IdleOwners => (
            "Owners without records",
            "Owners in the joined list who have no record.",
            "People who left, or names that the two files write differently.",
        ),
        CheckId::OtherCostWithoutDay => (
            "Other costs without a day",
            "Rows of other costs without a day.",
            "They are in no period. Add the day, or the first of the month that the cost is for.",
        ),
        CheckId::OtherCostWithoutAmount => (
            "Other costs without an amount",
            "Rows of other costs whose amount is empty or can’t be read.",
            "They are in no sum, so full cost of a customer looks lower. Fill the amounts in.",
        ),
        CheckId::OtherCostWithoutType => (
            "Other costs without a type",
            "Rows of other costs that don’t say what they are for.",
            "They are in the sum of all costs. Name a type, so that a change can be traced.",
        ),
        CheckId::OtherCostOutside => (
            "Other costs outside the data",
            "Other costs of months before the first record or after the last.",
            "Nothing they could have brought is in the data. Export the records of these months too, or set the report’s period.",
        ),
        CheckId::OtherCostCurrencies => (
            "Other costs in several currencies",
            "Other costs in another currency than most of them.",
            "They are in no sum with the others. Give a rate on the mapping screen, or convert them before the export.",
        ),
        CheckId::OtherCostRepeated => (
            "Repeated other costs",
            "Other costs alike in day, type, amount and whatever else is named.",
            "Most likely entered twice: keep one of each. Two equal bills of one day are fine.",
        ),
        CheckId::OtherCostSpikes => (
            "Unusual other costs",
            "Other costs far from the usual of their type, by the median and the median absolute deviation of their logarithms.",
            "Look at each: a slip of the keyboard is to be corrected, a bill for a whole year spread over its months.",
        ),
        CheckId::ActivityWithoutDay => (
            "Activities without a day",
            "Calls, meetings and messages without a day.",
            "They are in no period and answer nobody. Export the time of each.",
        ),
        CheckId::ActivityWithoutRecord => (
            "Activities without a record",
            "Activities that name nobody, or somebody who is in no record.",
            "They count as activities, but no record counts as contacted by them. Export the ID of the deal or the lead with each.",
        ),
        CheckId::ActivityWithoutResult => (
            "Activities without an outcome",
            "Calls and meetings of which nothing says how they ended.",
            "They count as having taken place: missed ones among them make contact look better. Make the field required.",
        ),
        CheckId::ActivityWithoutDuration => (
            "Calls without a duration",
            "Calls that are not marked as missed and have no duration, or one of 0.",
            "Many of them were not taken. Check how the telephone marks a missed call.",
        ),
        CheckId::ActivityInFuture => (
            "Activities in the future",
            "Activities later than today that are not marked as planned.",
            "Correct the day, or mark what is planned: it counts as done.",
        ),
        CheckId::ActivityBeforeRecord => (
            "Activities before the record",
            "Activities earlier than the day on which their record was created.",
            "They are no answer to it. Often the record was entered after the first call: enter it when somebody calls.",
        ),
        CheckId::ActivityAtNight => (
            "Activities at night",
            "Activities between midnight and five in the morning.",
            "If there are many, the clock of the file is hours off: choose its time zone on the mapping screen.",
        ),
        CheckId::ActivityUnknownOwner => (
            "Activities of unknown people",
            "Activities of people who are responsible for no record.",
            "Names that the two files write differently, or records that are missing: bring the names together.",
        ),
        CheckId::ActivityRepeated => (
            "Repeated activities",
            "Activities alike in all that is known of them.",
            "Most likely one export twice, or one call noted twice: keep one of each.",
        ),
        CheckId::ClockChanges => (
            "Times around a change of clocks",
            "Times that their clock shows twice or never, since it was moved then.",
            "A time that comes twice is read as the first, one that is left out by the clock before the change: each may be an hour off. Export times in UTC.",
        ),
    };
    CheckText { name, about, advice }
}

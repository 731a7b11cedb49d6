//! Made samples of CRM exports, headers as the reference lists them.

use super::sample::Sample;
use tundish::engine::mapping::{FileKind, Role};

pub const SAMPLES: &[Sample] = &[
    Sample {
        name: "hubspot-deals.csv",
        kind: FileKind::Deals,
        header: "Record ID,Deal Name,Deal Stage,Pipeline,Amount,Amount in company currency,Currency,\
            Close Date,Create Date,Deal owner,Deal Type,Closed Lost Reason,Is closed lost,\
            Is Closed Won,Original Source,Original Source Drill-Down 1,Associated Company,\
            Associated Company IDs,Last Activity Date,\"Date entered \"\"Closed Won (Sales Pipeline)\"\"\",\
            \"Date entered \"\"Contract Sent (Sales Pipeline)\"\"\",Date entered current stage,Days to close",
        rows: &[
            "55#,Deal #,Appointment Scheduled,Sales,100.5#,100.5#,EUR,2026-10-31,2026-09-01,Ann,New,,false,false,ORGANIC_SEARCH,google,ACME #,77#,2026-09-20,,,2026-09-02,",
            "56#,Deal #,Contract Sent,Sales,200.5#,200.5#,EUR,2026-10-31,2026-09-02,Bob,New,,false,false,PAID_SEARCH,brand,Beta #,78#,2026-09-21,,2026-09-20,2026-09-20,",
            "57#,Deal #,Closed Won,Sales,300.5#,300.5#,EUR,2026-09-25,2026-09-03,Ann,New,,false,true,OFFLINE,x,Beta #,78#,2026-09-21,2026-09-25,2026-09-20,2026-09-25,22",
            "58#,Deal #,Closed Lost,Sales,300.5#,300.5#,EUR,2026-09-25,2026-09-03,Ann,New,Price,true,false,OFFLINE,x,Beta #,78#,2026-09-21,,,2026-09-25,22",
        ],
        roles: &[
            (Role::RecordId, "Record ID"),
            (Role::Name, "Deal Name"),
            (Role::Stage, "Deal Stage"),
            (Role::Pipeline, "Pipeline"),
            (Role::Amount, "Amount"),
            (Role::Currency, "Currency"),
            (Role::Closed, "Close Date"),
            (Role::Created, "Create Date"),
            (Role::Modified, "Last Activity Date"),
            (Role::Owner, "Deal owner"),
            (Role::LostReason, "Closed Lost Reason"),
            (Role::Source, "Original Source"),
            (Role::Account, "Associated Company"),
        ],
    },
    Sample {
        name: "hubspot-contacts.csv",
        kind: FileKind::Leads,
        header: "Record ID,First Name,Last Name,Email,Phone Number,Company Name,Lifecycle Stage,\
            Lead Status,Create Date,Contact owner,Original Source,HubSpot Score,\
            Number of Associated Deals,Total Revenue,Became a Lead Date,\
            Became a Marketing Qualified Lead Date,Became a Sales Qualified Lead Date,\
            Became an Opportunity Date,Became a Customer Date,Close Date",
        rows: &[
            "1#,Ann,Ray,a#@x.io,+30 210#,ACME #,Lead,New,2026-01-01,Bob,ORGANIC_SEARCH,1,0,,2026-01-01,,,,,",
            "2#,Joe,Fox,b#@x.io,+30 211#,Beta #,Marketing Qualified Lead,Open,2026-01-02,Bob,PAID_SEARCH,2,0,,2026-01-02,2026-01-05,,,,",
            "3#,Eve,Lee,c#@x.io,+30 212#,Gama #,Customer,Unqualified,2026-01-03,Kim,PAID_SEARCH,2,1,100.50,2026-01-03,2026-01-06,2026-01-09,2026-01-10,2026-01-25,2026-01-25",
        ],
        roles: &[
            (Role::RecordId, "Record ID"),
            (Role::Person, "First Name"),
            (Role::Account, "Company Name"),
            (Role::Stage, "Lifecycle Stage"),
            (Role::Outcome, "Lead Status"),
            (Role::Created, "Create Date"),
            (Role::Owner, "Contact owner"),
            (Role::Source, "Original Source"),
            (Role::Amount, "Total Revenue"),
            (Role::Closed, "Close Date"),
        ],
    },
    Sample {
        name: "salesforce-report.csv",
        kind: FileKind::Deals,
        header: "Opportunity Name,Opportunity ID,Account Name,Opportunity Owner,Stage,Amount Currency,Amount,\
            Expected Revenue,Probability (%),Age,Close Date,Created Date,Last Stage Change Date,\
            Stage Duration,Lead Source,Type,Fiscal Period,Closed,Won,Loss Reason",
        rows: &[
            "Opp #,006#,ACME #,Ann,Prospecting,EUR,1000.50,100.05,10,5,12/31/2026,9/1/2026,9/2/2026,3,Web,New,Q3-2026,0,0,",
            "Opp #,007#,Beta #,Bob,Closed Won,EUR,2000.50,2000.50,100,6,9/28/2026,9/2/2026,9/28/2026,3,Partner,New,Q3-2026,1,1,",
            "Opp #,008#,Beta #,Bob,Closed Lost,EUR,2000.50,0.00,0,6,9/28/2026,9/2/2026,9/28/2026,3,Partner,New,Q3-2026,1,0,Price",
        ],
        roles: &[
            (Role::Name, "Opportunity Name"),
            (Role::RecordId, "Opportunity ID"),
            (Role::Account, "Account Name"),
            (Role::Owner, "Opportunity Owner"),
            (Role::Stage, "Stage"),
            (Role::Currency, "Amount Currency"),
            (Role::Amount, "Amount"),
            (Role::Closed, "Close Date"),
            (Role::Created, "Created Date"),
            (Role::Source, "Lead Source"),
            (Role::LostReason, "Loss Reason"),
        ],
    },
    Sample {
        name: "salesforce-loader.csv",
        kind: FileKind::Deals,
        header: "Id,Name,AccountId,StageName,Amount,CloseDate,CreatedDate,IsClosed,IsWon,LeadSource",
        rows: &[
            "006#,Opp #,001#,Qualification,1000.50,2026-12-31,2026-09-01,false,false,Web",
            "007#,Opp #,002#,Closed Won,1000.50,2026-09-30,2026-09-01,true,true,Web",
            "008#,Opp #,003#,Closed Lost,1000.50,2026-09-30,2026-09-01,true,false,Web",
        ],
        roles: &[
            (Role::RecordId, "Id"),
            (Role::Name, "Name"),
            (Role::Stage, "StageName"),
            (Role::Amount, "Amount"),
            (Role::Closed, "CloseDate"),
            (Role::Created, "CreatedDate"),
            (Role::Source, "LeadSource"),
        ],
    },
    Sample {
        name: "salesforce-leads.csv",
        kind: FileKind::Leads,
        header: "Lead ID,First Name,Last Name,Company / Account,Lead Status,Lead Source,Rating,Created Date,\
            Converted,Converted Date,Converted Opportunity ID,Lead Owner,Email,Industry",
        rows: &[
            "00Q#,Ann,Ray,ACME #,Open - Not Contacted,Web,Hot,2026-09-01,0,,,Bob,a#@x.io,IT",
            "00R#,Joe,Fox,Beta #,Closed - Converted,Web,Cold,2026-09-02,1,2026-09-05,006#,Bob,b#@x.io,IT",
            "00S#,Joe,Fox,Beta #,Closed - Not Converted,Web,Cold,2026-09-02,0,,,Bob,b#@x.io,IT",
        ],
        roles: &[
            (Role::RecordId, "Lead ID"),
            (Role::Person, "First Name"),
            (Role::Account, "Company / Account"),
            (Role::Stage, "Lead Status"),
            (Role::Source, "Lead Source"),
            (Role::Created, "Created Date"),
            (Role::Closed, "Converted Date"),
            (Role::Owner, "Lead Owner"),
        ],
    },
    Sample {
        name: "pipedrive.csv",
        kind: FileKind::Deals,
        header: "Deal - ID,Deal - Title,Deal - Stage,Deal - Status,Deal - Value,Deal - Currency of value,\
            Deal - Weighted value,Deal - Probability,Deal - Deal created,Deal - Update time,\
            Deal - Expected close date,Deal - Won time,Deal - Lost time,Deal - Deal closed on,\
            Deal - Lost reason,Deal - Owner,Deal - Organization,Deal - Contact person,Deal - Pipeline,\
            Deal - Label,Deal - Source channel,Deal - Source origin,Deal - Last activity date,\
            Person - Email - Work",
        rows: &[
            "1#,Deal #,Contact Made,open,1000.5,EUR,100.5,10,2026-09-01 10:00:00,2026-09-02 10:00:00,2026-10-01,,,,,Ann,ACME #,Joe #,Main,hot,Web,Form,2026-09-02,a#@x.io",
            "2#,Deal #,Qualified,won,1000.5,EUR,1000.5,10,2026-09-01 10:00:00,2026-09-02 11:00:00,2026-10-01,2026-09-05 10:00:00,,2026-09-05 10:00:00,,Ann,ACME #,Joe #,Main,hot,Ads,API,2026-09-02,a#@x.io",
            "3#,Deal #,Demo Scheduled,lost,1000.5,EUR,0,10,2026-09-01 10:00:00,2026-09-02 12:00:00,2026-10-01,,2026-09-05 10:00:00,2026-09-05 10:00:00,Price,Bob,ACME #,Joe #,Main,cold,Ads,API,2026-09-02,a#@x.io",
        ],
        roles: &[
            (Role::RecordId, "Deal - ID"),
            (Role::Name, "Deal - Title"),
            (Role::Stage, "Deal - Stage"),
            (Role::Outcome, "Deal - Status"),
            (Role::Amount, "Deal - Value"),
            (Role::Currency, "Deal - Currency of value"),
            (Role::Created, "Deal - Deal created"),
            (Role::Modified, "Deal - Update time"),
            (Role::ExpectedClose, "Deal - Expected close date"),
            (Role::Closed, "Deal - Deal closed on"),
            (Role::LostReason, "Deal - Lost reason"),
            (Role::Owner, "Deal - Owner"),
            (Role::Account, "Deal - Organization"),
            (Role::Person, "Deal - Contact person"),
            (Role::Pipeline, "Deal - Pipeline"),
            (Role::Source, "Deal - Source channel"),
        ],
    },
    Sample {
        name: "zoho.csv",
        kind: FileKind::Deals,
        header: "Record Id,Deal Name,Account Name,Account Name.id,Contact Name,Stage,Closing Date,Amount,\
            Lead Source,Type",
        rows: &[
            "zcrm_#,Deal #,ACME #,zcrm_9#,Joe #,Qualification,2026-09-30,\"$12,400.00\",Web,New",
            "zcrm_#,Deal #,Beta #,zcrm_8#,Joe #,Closed Won,2026-09-29,\"$2,400.00\",Web,New",
        ],
        roles: &[
            (Role::RecordId, "Record Id"),
            (Role::Name, "Deal Name"),
            (Role::Account, "Account Name"),
            (Role::Person, "Contact Name"),
            (Role::Stage, "Stage"),
            (Role::Closed, "Closing Date"),
            (Role::Amount, "Amount"),
            (Role::Source, "Lead Source"),
        ],
    },
    Sample {
        name: "bitrix-bi.csv",
        kind: FileKind::Deals,
        header: "ID,DATE_CREATE,CREATED_BY_NAME,DATE_MODIFY,ASSIGNED_BY_NAME,ASSIGNED_BY_DEPARTMENT,\
            MOVED_TIME,LEAD_ID,COMPANY_NAME,TITLE,CATEGORY_NAME,STAGE_ID,STAGE_NAME,STAGE_SEMANTIC_ID,\
            OPPORTUNITY,CURRENCY_ID,BEGINDATE,CLOSEDATE,CLOSED,SOURCE_NAME,UTM_SOURCE",
        rows: &[
            "1#,2026-09-01 10:00:00,Ann,2026-09-02 10:00:00,Bob,Sales,2026-09-02 10:00:00,5#,ACME #,Deal #,General,NEW,New,P,1000.50,EUR,2026-09-01,2026-09-08,N,Web,google",
            "2#,2026-09-01 10:00:00,Ann,2026-09-02 11:00:00,Bob,Sales,2026-09-02 10:00:00,6#,ACME #,Deal #,General,WON,Deal closed,S,1000.50,EUR,2026-09-01,2026-09-08,Y,Call,yandex",
            "3#,2026-09-01 10:00:00,Ann,2026-09-02 12:00:00,Kim,Sales,2026-09-02 10:00:00,7#,ACME #,Deal #,General,LOSE,Deal over,F,1000.50,EUR,2026-09-01,2026-09-08,Y,Call,yandex",
        ],
        roles: &[
            (Role::RecordId, "ID"),
            (Role::Created, "DATE_CREATE"),
            (Role::Modified, "DATE_MODIFY"),
            (Role::Owner, "ASSIGNED_BY_NAME"),
            (Role::Account, "COMPANY_NAME"),
            (Role::Name, "TITLE"),
            (Role::Pipeline, "CATEGORY_NAME"),
            (Role::Stage, "STAGE_NAME"),
            (Role::Outcome, "STAGE_SEMANTIC_ID"),
            (Role::Amount, "OPPORTUNITY"),
            (Role::Currency, "CURRENCY_ID"),
            (Role::Closed, "CLOSEDATE"),
            (Role::Source, "SOURCE_NAME"),
            (Role::UtmSource, "UTM_SOURCE"),
        ],
    },
];

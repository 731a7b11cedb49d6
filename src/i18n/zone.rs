//! Time zones: the clock of the report and of each file, and names of places.

/// See the module.
pub struct Zones {
    pub report: &'static str,
    pub report_hint: &'static str,
    /// No zone for the report, and none for a file.
    pub own: &'static str,
    pub as_report: &'static str,
    /// What is seen on a file whose zone acts only once the report has one.
    pub needs_report: &'static str,
    pub search: &'static str,
    pub none_found: &'static str,
    /// The zone of the computer.
    pub here: &'static str,
    /// The name of a place by its name in the database; empty: as that says.
    pub place: fn(name: &str) -> &'static str,
}

impl Zones {
    /// `New York` for `America/New_York`, in the language where the place has a name in it.
    pub fn name(&self, zone: &str) -> String {
        match (self.place)(zone) {
            "" if zone.starts_with("Etc/") => "UTC".to_owned(),
            "" => zone.rsplit('/').next().unwrap_or(zone).replace('_', " "),
            name => name.to_owned(),
        }
    }
}

/// `UTC+2`, `UTC−3:30`, `UTC`.
pub fn offset(seconds: i64) -> String {
    let minutes = seconds.abs() / 60;
    let sign = match seconds.signum() {
        0 => return "UTC".to_owned(),
        1 => '+',
        _ => '−',
    };
    match minutes % 60 {
        0 => format!("UTC{sign}{}", minutes / 60),
        rest => format!("UTC{sign}{}:{rest:02}", minutes / 60),
    }
}

/// The places that are offered before anything is searched for.
pub const PLACES: [&str; 84] = [
    "UTC",
    "Europe/Athens",
    "Europe/Moscow",
    "Europe/London",
    "Europe/Dublin",
    "Europe/Lisbon",
    "Europe/Madrid",
    "Europe/Paris",
    "Europe/Brussels",
    "Europe/Amsterdam",
    "Europe/Berlin",
    "Europe/Zurich",
    "Europe/Vienna",
    "Europe/Rome",
    "Europe/Copenhagen",
    "Europe/Oslo",
    "Europe/Stockholm",
    "Europe/Helsinki",
    "Europe/Tallinn",
    "Europe/Riga",
    "Europe/Vilnius",
    "Europe/Warsaw",
    "Europe/Prague",
    "Europe/Budapest",
    "Europe/Belgrade",
    "Europe/Sofia",
    "Europe/Bucharest",
    "Europe/Chisinau",
    "Europe/Kyiv",
    "Europe/Minsk",
    "Europe/Istanbul",
    "Europe/Kaliningrad",
    "Europe/Samara",
    "Asia/Nicosia",
    "Asia/Yekaterinburg",
    "Asia/Omsk",
    "Asia/Novosibirsk",
    "Asia/Krasnoyarsk",
    "Asia/Irkutsk",
    "Asia/Yakutsk",
    "Asia/Vladivostok",
    "Asia/Magadan",
    "Asia/Kamchatka",
    "Asia/Tbilisi",
    "Asia/Yerevan",
    "Asia/Baku",
    "Asia/Almaty",
    "Asia/Tashkent",
    "Asia/Bishkek",
    "Asia/Dubai",
    "Asia/Riyadh",
    "Asia/Jerusalem",
    "Asia/Beirut",
    "Asia/Karachi",
    "Asia/Kolkata",
    "Asia/Bangkok",
    "Asia/Jakarta",
    "Asia/Singapore",
    "Asia/Hong_Kong",
    "Asia/Shanghai",
    "Asia/Tokyo",
    "Asia/Seoul",
    "Africa/Cairo",
    "Africa/Johannesburg",
    "Africa/Lagos",
    "Africa/Nairobi",
    "Africa/Casablanca",
    "America/New_York",
    "America/Toronto",
    "America/Chicago",
    "America/Denver",
    "America/Phoenix",
    "America/Los_Angeles",
    "America/Anchorage",
    "America/Halifax",
    "America/Mexico_City",
    "America/Bogota",
    "America/Sao_Paulo",
    "America/Argentina/Buenos_Aires",
    "Australia/Sydney",
    "Australia/Perth",
    "Australia/Brisbane",
    "Pacific/Auckland",
    "Pacific/Honolulu",
];

//! Numbers, money, days as text for a locale: the only formatter.

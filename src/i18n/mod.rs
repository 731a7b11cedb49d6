//! Every text of the interface, in English, Russian and Greek.

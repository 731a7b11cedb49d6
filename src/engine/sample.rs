//! The sample data, made by a seeded generator.

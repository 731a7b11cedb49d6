//! The engine behind the protocol.

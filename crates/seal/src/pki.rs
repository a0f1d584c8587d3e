//! A throw-away PKI for tests.

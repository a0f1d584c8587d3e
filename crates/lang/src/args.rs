//! What sentences take: a struct with named fields for a message with several variables, an enum for a choice among words.

use crate::Value;

include!(concat!(env!("OUT_DIR"), "/args.rs"));

/// What a plural can be chosen by.
pub trait Number: Into<Value<'static>> + Copy {}

impl Number for u8 {}
impl Number for u16 {}
impl Number for u32 {}
impl Number for u64 {}
impl Number for usize {}
impl Number for i32 {}
impl Number for i64 {}
impl Number for f64 {}

// Templates pass references.
impl<'n, N: Number> Number for &'n N where &'n N: Into<Value<'static>> {}

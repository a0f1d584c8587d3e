//! The European Learning Model as types over the JSON of a credential: each class is a view that borrows, each property a method.
//!
//! Reading is lenient. Any property may be one value or many, and whatever is missing or misshapen is not there; whether a credential
//! follows the profile is asked by [`crate::check`]. References are left as they stand; [`crate::Credential::resolved`] follows them.
//! The name of a property stands in [`property_name`] and nowhere else among the readers.

mod claim;
mod class;
mod concept;
mod identifier;
mod lang_string;
mod note;
mod property_name;
mod time;
mod web_resource;

pub(crate) use class::*;
pub use property_name::PropertyName;
pub(crate) use time::{day_of, is_day, moment, moment_of};

use std::marker::PhantomData;

use crate::json::{JsonKind, Value};

/// A value as one class of the model.
pub(crate) trait Node<'a>: Copy {
    /// Takes a value for one of the class; nothing is asked of it.
    fn of(value: Value<'a>) -> Self;

    /// The JSON itself.
    fn value(self) -> Value<'a>;

    /// Its identifier.
    fn id(self) -> Option<&'a str> {
        self.value().string("id")
    }
}

/// A property of an object with the values it has.
#[derive(Clone, Copy)]
pub(crate) struct Property<'a, T> {
    owner: Value<'a>,
    name: &'static str,
    range: PhantomData<T>,
}

impl<'a, T: Node<'a>> Property<'a, T> {
    fn new(owner: Value<'a>, name: &'static str) -> Self {
        Property { owner, name, range: PhantomData }
    }

    /// Its name in the JSON.
    pub(crate) fn name(self) -> &'static str {
        self.name
    }

    /// One or many, in the order of the file.
    pub(crate) fn all(self) -> impl Iterator<Item = T> + use<'a, T> {
        self.owner.all(self.name).map(T::of)
    }

    /// The first of one or many.
    pub(crate) fn first(self) -> Option<T> {
        self.owner.first(self.name).map(T::of)
    }

    /// Whether both have it and it says the same.
    pub(crate) fn same(self, other: Property<'_, T>) -> bool {
        self.owner.get(self.name).zip(other.owner.get(other.name)).is_some_and(|(one, other)| one.same(other))
    }

    /// Whether its values stand in a list.
    pub(crate) fn is_list(self) -> bool {
        self.owner.get(self.name).is_some_and(|value| value.kind() == JsonKind::Array)
    }
}

impl<'a> Literal<'a> {
    /// The text or the number as it is written.
    pub(crate) fn written(self) -> Option<&'a str> {
        self.value().text().or_else(|| self.value().number())
    }
}

impl<'a> Property<'a, Literal<'a>> {
    /// The first text that it is.
    pub(crate) fn text(self) -> Option<&'a str> {
        self.owner.string(self.name)
    }
}

//! Values whose fields must fit each other: they read like their fields and are made only by their
//! constructor.

/// Wraps fields so that only `new(fields)`, written by hand, makes a value; reading one back from
/// JSON goes through it too.
macro_rules! checked {
    ($(#[$meta:meta])* $name:ident($fields:ident)) => {
        $(#[$meta])*
        #[derive(Clone, Debug, PartialEq, Eq, serde::Serialize)]
        #[serde(transparent)]
        pub struct $name($fields);

        impl std::ops::Deref for $name {
            type Target = $fields;

            fn deref(&self) -> &$fields {
                &self.0
            }
        }

        impl From<$name> for $fields {
            fn from(value: $name) -> $fields {
                value.0
            }
        }

        impl<'de> serde::Deserialize<'de> for $name {
            fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
                let fields = <$fields as serde::Deserialize>::deserialize(deserializer)?;
                $name::new(fields).map_err(serde::de::Error::custom)
            }
        }
    };
}
pub(crate) use checked;

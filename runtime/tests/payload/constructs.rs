//! The types that the emitter writes, and the application's own ones that the schema names.

use serde::{Deserialize, Serialize};

#[sockgen::socket_events("constructs.sockgen.yaml")]
pub(crate) mod emitted {}

/// Money as the application has it, `"12.50"` on the wire.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Cents(pub(crate) u32);

impl Serialize for Cents {
    fn serialize<S: serde::Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.collect_str(&format_args!("{}.{:02}", self.0 / 100, self.0 % 100))
    }
}

impl<'de> Deserialize<'de> for Cents {
    fn deserialize<D: serde::Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        let text = String::deserialize(deserializer)?;
        let cents = text.split_once('.').and_then(|(whole, cents)| {
            Some(
                whole.parse::<u32>().ok()?.checked_mul(100)?
                    + cents.parse::<u32>().ok().filter(|c| *c < 100)?,
            )
        });
        cents.map(Cents).ok_or_else(|| serde::de::Error::custom("secret of the application"))
    }
}

/// A type with binary data and an enum inside, by serde's derives.
#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
pub struct Pixels {
    pub(crate) name: Shade,
    pub(crate) body: bytes::Bytes,
}

#[derive(Clone, Debug, PartialEq, Serialize, Deserialize)]
#[serde(rename_all = "lowercase")]
pub enum Shade {
    Light,
    Dark,
}

//! `datetime`, `date` and `uuid`: texts with one form each.

use chrono::{Datelike as _, FixedOffset, NaiveDate, NaiveTime, TimeZone as _, Timelike as _, Utc};
use serde::de::{self, Visitor};
use serde::{Deserializer, Serializer};

use super::visit::{expecting, refuse_kinds};
use super::{Codec, Cx, ViolationKind};

/// `datetime`: RFC 3339, read with any offset, sent as `YYYY-MM-DDTHH:MM:SS.sssZ` cut to milliseconds, since that is
/// what JavaScript's `Date` keeps. Years 0 to 9999, no leap second.
pub struct DateTime;

impl Codec for DateTime {
    type Value = chrono::DateTime<Utc>;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<Self::Value, D::Error> {
        let read = |text: &str| parse_datetime(text);
        deserializer.deserialize_any(TextVisitor { cx, read, form: "must be a date and time as in RFC 3339" })
    }

    fn encode<S: Serializer>(value: &Self::Value, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        let date = value.date_naive();
        let time = value.time();
        if !is_four_digits(date.year()) {
            return Err(cx.refuse_to_send(ViolationKind::Range, YEARS));
        }
        // chrono counts a leap second as milliseconds past 999 of the second before; the form sent has no room for it.
        let millis = (time.nanosecond() / 1_000_000).min(999);
        serializer.collect_str(&format_args!(
            "{:04}-{:02}-{:02}T{:02}:{:02}:{:02}.{millis:03}Z",
            date.year(),
            date.month(),
            date.day(),
            time.hour(),
            time.minute(),
            time.second(),
        ))
    }
}

/// `date`: `YYYY-MM-DD`, years 0 to 9999.
pub struct Date;

impl Codec for Date {
    type Value = NaiveDate;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<NaiveDate, D::Error> {
        let read = |text: &str| parse_date(text.as_bytes());
        deserializer.deserialize_any(TextVisitor { cx, read, form: "must be a date such as 2024-12-31" })
    }

    fn encode<S: Serializer>(value: &NaiveDate, serializer: S, cx: &Cx) -> Result<S::Ok, S::Error> {
        if !is_four_digits(value.year()) {
            return Err(cx.refuse_to_send(ViolationKind::Range, YEARS));
        }
        serializer.collect_str(&format_args!("{:04}-{:02}-{:02}", value.year(), value.month(), value.day()))
    }
}

/// `uuid`: the hyphenated form of RFC 9562, read in either case, sent in lower case.
pub struct Uuid;

impl Codec for Uuid {
    type Value = uuid::Uuid;

    fn decode<'de, D: Deserializer<'de>>(deserializer: D, cx: &Cx) -> Result<uuid::Uuid, D::Error> {
        // The parser takes four forms; only the hyphenated one has 36 characters.
        let read = |text: &str| if text.len() == 36 { uuid::Uuid::try_parse(text).ok() } else { None };
        deserializer.deserialize_any(TextVisitor { cx, read, form: "must be a UUID" })
    }

    fn encode<S: Serializer>(value: &uuid::Uuid, serializer: S, _: &Cx) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(value.hyphenated().encode_lower(&mut uuid::Uuid::encode_buffer()))
    }
}

const YEARS: &str = "the year must be 0 to 9999";

fn is_four_digits(year: i32) -> bool {
    (0..=9999).contains(&year)
}

/// Reads a text of a certain form.
struct TextVisitor<'c, F> {
    cx: &'c Cx,
    read: F,
    form: &'static str,
}

impl<F> TextVisitor<'_, F> {
    fn wrong<E: de::Error>(self, got: &str) -> E {
        self.cx.mistyped("string", got)
    }
}

impl<'de, T, F: Fn(&str) -> Option<T>> Visitor<'de> for TextVisitor<'_, F> {
    type Value = T;
    expecting!("string");
    refuse_kinds!(bool, number, binary, null, array, object);

    fn visit_str<E: de::Error>(self, text: &str) -> Result<T, E> {
        (self.read)(text).ok_or_else(|| self.cx.refuse(ViolationKind::Format, self.form))
    }
}

/// chrono's own parser takes more than RFC 3339 (spaces, leap seconds, signed years), and clients' validators do not.
fn parse_datetime(text: &str) -> Option<chrono::DateTime<Utc>> {
    let bytes = text.as_bytes();
    let date = parse_date(bytes.get(..10)?)?;
    let [b'T' | b't', h1, h2, b':', m1, m2, b':', s1, s2] = *bytes.get(10..19)? else { return None };
    let (nanos, offset) = parse_fraction(bytes.get(19..)?)?;
    // Hour 24 and second 60 are refused here.
    let time =
        NaiveTime::from_hms_nano_opt(digits(&[h1, h2])?, digits(&[m1, m2])?, digits(&[s1, s2])?, nanos)?;
    let moment =
        parse_offset(offset)?.from_local_datetime(&date.and_time(time)).single()?.with_timezone(&Utc);
    // An offset can push a moment out of the years that can be sent on.
    is_four_digits(moment.year()).then_some(moment)
}

fn parse_date(bytes: &[u8]) -> Option<NaiveDate> {
    let [y1, y2, y3, y4, b'-', m1, m2, b'-', d1, d2] = *bytes else { return None };
    let year = i32::try_from(digits(&[y1, y2, y3, y4])?).ok()?;
    NaiveDate::from_ymd_opt(year, digits(&[m1, m2])?, digits(&[d1, d2])?)
}

/// The nanoseconds of an optional fraction, and the rest. Digits past the ninth are read and dropped.
fn parse_fraction(bytes: &[u8]) -> Option<(u32, &[u8])> {
    let Some(fraction) = bytes.strip_prefix(b".") else { return Some((0, bytes)) };
    let count = fraction.iter().take_while(|b| b.is_ascii_digit()).count();
    let (fraction, rest) = fraction.split_at(count);
    if fraction.is_empty() {
        return None;
    }
    let padded = fraction.iter().copied().chain(std::iter::repeat(b'0')).take(9);
    Some((padded.fold(0, |nanos, digit| nanos * 10 + u32::from(digit - b'0')), rest))
}

fn parse_offset(bytes: &[u8]) -> Option<FixedOffset> {
    let (sign, h1, h2, m1, m2) = match *bytes {
        [b'Z' | b'z'] => return FixedOffset::east_opt(0),
        [b'+', h1, h2, b':', m1, m2] => (1, h1, h2, m1, m2),
        [b'-', h1, h2, b':', m1, m2] => (-1, h1, h2, m1, m2),
        _ => return None,
    };
    let (hours, minutes) = (digits(&[h1, h2])?, digits(&[m1, m2])?);
    if hours > 23 || minutes > 59 {
        return None;
    }
    FixedOffset::east_opt(sign * i32::try_from(hours * 3600 + minutes * 60).ok()?)
}

fn digits(bytes: &[u8]) -> Option<u32> {
    bytes.iter().try_fold(0, |value, byte| byte.is_ascii_digit().then(|| value * 10 + u32::from(byte - b'0')))
}

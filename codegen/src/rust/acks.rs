//! The ways in which a schema writes its acks, as constants that the runtime reads.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use sockgen_schema::model::{AckStyle, AckStyleId, ClientEvent, EventHead, Model, Shape, ShapeEntry, Slot};

use super::names::Here;

/// A constant for each style that is not the runtime's own.
pub(super) fn styles(model: &Model) -> TokenStream {
    let styles = (0..).map(AckStyleId).zip(&model.ack_styles).filter(|(_, style)| !style.is_standard());
    styles
        .map(|(id, AckStyle { ok, error, fault, .. })| {
            let (name, ok) = (constant(id), shape(ok));
            let (error, fault) = (optional(error.as_ref()), optional(fault.as_ref()));
            quote! {
                const #name: __rt::AckStyle = __rt::AckStyle::new(#ok, #error, #fault);
            }
        })
        .collect()
}

/// The rules of an event, as a constant expression.
pub(super) fn rules(
    model: &Model,
    head: &EventHead,
    client: Option<&ClientEvent>,
    here: Here,
) -> TokenStream {
    let mut rules = quote!(__rt::Rules::NONE);
    if let Some(ClientEvent { max_bytes, rate, ordered, strict, .. }) = client {
        if let Some(bytes) = max_bytes.map(Literal::u64_unsuffixed) {
            rules.extend(quote!(.max_bytes(#bytes)));
        }
        if let Some(rate) = rate {
            let (count, per) = (Literal::u32_unsuffixed(rate.count), Literal::u64_unsuffixed(rate.per_ms));
            rules.extend(quote!(.rate(#count, #per)));
        }
        rules.extend(ordered.then(|| quote!(.ordered())));
        rules.extend(strict.then(|| quote!(.strict())));
    }
    if let Some(ms) = head.ack_timeout_ms.map(Literal::u64_unsuffixed) {
        rules.extend(quote!(.timeout_ms(#ms)));
    }
    if let Some(style) = style(model, head.ack_style, here) {
        rules.extend(quote!(.acks(&#style)));
    }
    rules
}

/// The rules of an event, by a reference that lives for ever.
/// Without what is said of events that clients send alone: for who sends an event and waits for its answer.
pub(super) fn rules_ref(model: &Model, head: &EventHead, here: Here) -> TokenStream {
    let rules = rules(model, head, None, here);
    quote!(const { &#rules })
}

/// The style of what is answered about events that the schema does not have; `None` for the runtime's own.
pub(super) fn of_unknown(model: &Model, here: Here) -> Option<TokenStream> {
    style(model, AckStyleId::default(), here).map(|style| quote!(&#style))
}

fn style(model: &Model, id: AckStyleId, here: Here) -> Option<TokenStream> {
    if model.ack_style(id).is_standard() {
        return None;
    }
    let (prefix, name) = (here.prefix(), constant(id));
    Some(quote!(#prefix #name))
}

fn constant(id: AckStyleId) -> Ident {
    format_ident!("__ACKS_{}", id.0)
}

fn optional(shape: Option<&Shape>) -> TokenStream {
    match shape.map(self::shape) {
        Some(shape) => quote!(::std::option::Option::Some(#shape)),
        None => quote!(::std::option::Option::None),
    }
}

fn shape(shape: &Shape) -> TokenStream {
    match shape {
        Shape::Slot(slot) => {
            let slot = self::slot(*slot);
            quote!(__rt::Shape::Slot(#slot))
        }
        Shape::Const(value) => {
            let value = constant_value(value);
            quote!(__rt::Shape::Const(#value))
        }
        Shape::Object(entries) => {
            let entries = entries.iter().map(|entry| match entry {
                ShapeEntry::Key { key, value } => {
                    let value = self::shape(value);
                    quote!(__rt::Entry::Key(#key, #value))
                }
                ShapeEntry::Spread(slot) => {
                    let slot = self::slot(*slot);
                    quote!(__rt::Entry::Spread(#slot))
                }
            });
            quote!(__rt::Shape::Object(&[#(#entries),*]))
        }
    }
}

fn constant_value(value: &serde_json::Value) -> TokenStream {
    use serde_json::Value;
    match value {
        Value::Bool(value) => quote!(__rt::Const::Bool(#value)),
        Value::String(value) => quote!(__rt::Const::Str(#value)),
        Value::Number(number) => match (number.as_i64(), number.as_f64()) {
            (Some(value), _) => {
                let value = Literal::i64_unsuffixed(value);
                quote!(__rt::Const::Int(#value))
            }
            (None, Some(value)) if value.is_finite() => {
                let value = Literal::f64_unsuffixed(value);
                quote!(__rt::Const::Float(#value))
            }
            _ => quote!(__rt::Const::Null),
        },
        // A shape's own objects and lists are no constants.
        Value::Null | Value::Array(_) | Value::Object(_) => quote!(__rt::Const::Null),
    }
}

fn slot(slot: Slot) -> TokenStream {
    match slot {
        Slot::Data => quote!(__rt::Slot::Data),
        Slot::Error => quote!(__rt::Slot::Error),
        Slot::Fault => quote!(__rt::Slot::Fault),
        Slot::Code => quote!(__rt::Slot::Code),
        Slot::Message => quote!(__rt::Slot::Message),
    }
}

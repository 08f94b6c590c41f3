//! Markers: types that stand for what a codec has, and that cannot be one of its const parameters.
//!
//! They stand in the module of the types, each once however often it is used.

use proc_macro2::{Ident, Literal, TokenStream};
use quote::{format_ident, quote};
use sockgen_schema::model::{Bound, Bounds};

/// What was met so far, in that order.
#[derive(Default)]
pub(super) struct Markers {
    /// Ranges of floats.
    ranges: Vec<Bounds>,
    /// Patterns of strings.
    patterns: Vec<String>,
    /// Defaults of fields, as JSON.
    defaults: Vec<String>,
}

impl Markers {
    /// The marker of a range of floats.
    pub(super) fn range(&mut self, bounds: &Bounds) -> Ident {
        format_ident!("__Range{}", place(&mut self.ranges, *bounds))
    }

    /// The marker of a pattern.
    pub(super) fn pattern(&mut self, pattern: &str) -> Ident {
        format_ident!("__Pattern{}", place(&mut self.patterns, pattern.to_owned()))
    }

    /// The marker of a default.
    pub(super) fn default(&mut self, value: &impl std::fmt::Display) -> Ident {
        format_ident!("__Default{}", place(&mut self.defaults, value.to_string()))
    }

    /// All of them.
    pub(super) fn items(&self) -> TokenStream {
        let ranges = self.ranges.iter().enumerate().map(|(at, bounds)| {
            let name = format_ident!("__Range{at}");
            let (min, max) = (float(bounds.min), float(bounds.max));
            quote! {
                #[doc(hidden)]
                pub enum #name {}

                impl __rt::FloatRange for #name {
                    const MIN: ::std::option::Option<f64> = #min;
                    const MAX: ::std::option::Option<f64> = #max;
                }
            }
        });
        let patterns = self.patterns.iter().enumerate().map(|(at, pattern)| {
            let name = format_ident!("__Pattern{at}");
            quote! {
                #[doc(hidden)]
                pub enum #name {}

                impl __rt::Pattern for #name {
                    const SOURCE: &'static str = #pattern;
                    fn compiled() -> &'static __rt::LazyPattern {
                        static COMPILED: __rt::LazyPattern = __rt::LazyPattern::new();
                        &COMPILED
                    }
                }
            }
        });
        let defaults = self.defaults.iter().enumerate().map(|(at, json)| {
            let name = format_ident!("__Default{at}");
            quote! {
                #[doc(hidden)]
                pub enum #name {}

                impl __rt::DefaultValue for #name {
                    const JSON: &'static str = #json;
                }
            }
        });
        ranges.chain(patterns).chain(defaults).collect()
    }
}

/// Where something stands among what was met, which it is from now on.
fn place<T: PartialEq>(met: &mut Vec<T>, new: T) -> usize {
    met.iter().position(|old| *old == new).unwrap_or_else(|| {
        met.push(new);
        met.len() - 1
    })
}

fn float(bound: Option<Bound>) -> TokenStream {
    #[expect(clippy::cast_precision_loss, reason = "the bound of a float is a float")]
    let value = match bound {
        None => return quote!(::std::option::Option::None),
        Some(Bound::Int(value)) => value as f64,
        Some(Bound::Float(value)) => value,
    };
    let digits = Literal::f64_unsuffixed(value.abs());
    if value < 0.0 {
        quote!(::std::option::Option::Some(-#digits))
    } else {
        quote!(::std::option::Option::Some(#digits))
    }
}

//! Tuples of any length. The runtime, as the standard library, has those of up to twelve; longer ones nest.

use proc_macro2::TokenStream;
use quote::quote;

/// The longest tuple that does not nest.
const LONGEST: usize = 12;

/// A tuple of values, patterns or types.
pub(super) fn of_values(items: Vec<TokenStream>) -> TokenStream {
    grouped(items, &flat)
}

/// The tuple of the codecs of such values.
pub(super) fn of_codecs(items: Vec<TokenStream>) -> TokenStream {
    grouped(items, &|groups| quote!(__rt::Many<(#(#groups,)*)>))
}

fn flat(items: &[TokenStream]) -> TokenStream {
    quote!((#(#items,)*))
}

/// Up to twelve as they are; of more, tuples of twelve that `wrap` puts together, and those again.
fn grouped(items: Vec<TokenStream>, wrap: &dyn Fn(&[TokenStream]) -> TokenStream) -> TokenStream {
    if items.len() <= LONGEST {
        return flat(&items);
    }
    let mut groups: Vec<_> = items.chunks(LONGEST).map(flat).collect();
    while groups.len() > LONGEST {
        groups = groups.chunks(LONGEST).map(wrap).collect();
    }
    wrap(&groups)
}

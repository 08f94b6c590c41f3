//! Whether two written types are the same, so that two events may share one.

use crate::model::{Builtin, Type};
use crate::syntax::file::{FieldDecl, Name, TypeExpr, TypeKind as Written, UnionDecl};
use crate::syntax::json_value as json;

/// The inline type in a type, below nothing but `| null`.
pub(super) fn inline_part<'a>(ty: &'a TypeExpr<'a>) -> Option<&'a TypeExpr<'a>> {
    match &ty.kind {
        Written::Nullable(inner) => inline_part(inner),
        _ => ty.is_inline().then_some(ty),
    }
}

/// Puts a type where the inline part of a written one was.
pub(super) fn wrapped(ty: &TypeExpr<'_>, inner: Type) -> Type {
    match &ty.kind {
        Written::Nullable(below) => Type::Nullable(Box::new(wrapped(below, inner))),
        _ => inner,
    }
}

/// The numbers of a type's bounds.
fn numbers<'n>(ty: &TypeExpr<'n>) -> Option<[Option<&'n str>; 2]> {
    let limits = &ty.bounds.as_ref()?.value;
    Some([limits.min, limits.max].map(|side| side.map(|number| number.value)))
}

/// What else makes a value fit or not: the pattern, and the objects that are included.
fn constraints<'n>(ty: &'n TypeExpr<'_>) -> (Option<&'n str>, Vec<&'n str>) {
    let pattern = ty.notes.as_ref().and_then(|notes| notes.pattern);
    (pattern.map(|(_, pattern)| pattern), ty.include().iter().map(|name| name.value).collect())
}

fn text<'n>(name: &Option<Name<'n>>) -> Option<&'n str> {
    name.as_ref().map(|name| name.value)
}

fn same_maybe(a: Option<&TypeExpr<'_>>, b: Option<&TypeExpr<'_>>) -> bool {
    match (a, b) {
        (Some(a), Some(b)) => same_shape(a, b),
        (a, b) => a.is_none() && b.is_none(),
    }
}

fn same_union(a: &UnionDecl<'_>, b: &UnionDecl<'_>) -> bool {
    text(&a.tag) == text(&b.tag)
        && text(&a.content) == text(&b.content)
        && a.open == b.open
        && a.members.len() == b.members.len()
        && a.members
            .iter()
            .zip(&b.members)
            .all(|(a, b)| text(&a.tag) == text(&b.tag) && same_maybe(a.ty.as_ref(), b.ty.as_ref()))
}

/// Whether two objects, or the arguments of two events, have the same fields, defaults included.
pub(super) fn same_fields(a: &[FieldDecl<'_>], b: &[FieldDecl<'_>]) -> bool {
    let default = |field: &FieldDecl<'_>| field.ty.notes.as_ref()?.default.map(|(_, node)| json(node));
    a.len() == b.len()
        && a.iter().zip(b).all(|(a, b)| {
            a.name.value == b.name.value
                && a.optional == b.optional
                && default(a) == default(b)
                && same_shape(&a.ty, &b.ty)
        })
}

/// Whether two written types are the same but for documentation, examples and places.
pub(super) fn same_shape(a: &TypeExpr<'_>, b: &TypeExpr<'_>) -> bool {
    numbers(a) == numbers(b)
        && constraints(a) == constraints(b)
        && match (&a.kind, &b.kind) {
            // One name may stand for two types in two files.
            (Written::Name(a), Written::Name(b)) => {
                a.value == b.value && (a.span.file == b.span.file || Builtin::from_name(a.value).is_some())
            }
            (Written::List(a), Written::List(b))
            | (Written::Map(a), Written::Map(b))
            | (Written::Nullable(a), Written::Nullable(b)) => same_shape(a, b),
            (Written::Object(a), Written::Object(b)) => same_fields(a, b),
            (
                Written::Enum { values: a, open: x, numbers: n },
                Written::Enum { values: b, open: y, numbers: m },
            ) => x == y && n == m && a.iter().map(|v| &v.value.value).eq(b.iter().map(|v| &v.value.value)),
            (Written::Tuple(a), Written::Tuple(b)) => {
                a.len() == b.len() && a.iter().zip(b).all(|(a, b)| same_shape(a, b))
            }
            (Written::Brand(a), Written::Brand(b)) => same_shape(a, b),
            (Written::Union(a), Written::Union(b)) => same_union(a, b),
            (Written::External(a), Written::External(b)) => {
                text(&a.rust) == text(&b.rust)
                    && a.ts.map(|(name, from)| (name.value, from.value))
                        == b.ts.map(|(name, from)| (name.value, from.value))
                    && same_maybe(a.json.as_ref(), b.json.as_ref())
            }
            (Written::Invalid, Written::Invalid) => true,
            _ => false,
        }
}

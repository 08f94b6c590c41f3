//! Whether two written types are the same, so that two events may share one.

use crate::model::{Builtin, Type};
use crate::syntax::file::{FieldDecl, TypeExpr, TypeKind as Written};

/// The inline object or enum in a type, below nothing but `| null`, lists and maps.
pub(super) fn inline_part<'a>(ty: &'a TypeExpr<'a>) -> Option<&'a TypeExpr<'a>> {
    match &ty.kind {
        Written::Object(_) | Written::Enum { .. } => Some(ty),
        Written::Nullable(inner) => inline_part(inner),
        _ => None,
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

/// Whether two written types are the same but for documentation, examples and places.
pub(super) fn same_shape(a: &TypeExpr<'_>, b: &TypeExpr<'_>) -> bool {
    numbers(a) == numbers(b)
        && match (&a.kind, &b.kind) {
            // One name may stand for two types in two files.
            (Written::Name(a), Written::Name(b)) => {
                a.value == b.value && (a.span.file == b.span.file || Builtin::from_name(a.value).is_some())
            }
            (Written::List(a), Written::List(b))
            | (Written::Map(a), Written::Map(b))
            | (Written::Nullable(a), Written::Nullable(b)) => same_shape(a, b),
            (Written::Object(a), Written::Object(b)) => same_fields(a, b),
            (Written::Enum { values: a, open: x }, Written::Enum { values: b, open: y }) => {
                x == y && a.iter().map(|v| &v.value.value).eq(b.iter().map(|v| &v.value.value))
            }
            (Written::Invalid, Written::Invalid) => true,
            _ => false,
        }
}

/// Whether two objects, or the arguments of two events, have the same fields.
pub(super) fn same_fields(a: &[FieldDecl<'_>], b: &[FieldDecl<'_>]) -> bool {
    a.len() == b.len()
        && a.iter().zip(b).all(|(a, b)| {
            a.name.value == b.name.value && a.optional == b.optional && same_shape(&a.ty, &b.ty)
        })
}

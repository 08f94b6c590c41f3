//! The parameters in the path of a dynamic namespace: a struct like any other of the schema.

use proc_macro2::TokenStream;
use quote::quote;
use sockgen_schema::model::{Field, Namespace, Origin, RoomPart, TypeDef, TypeKind};

use super::codec::Types;
use super::names::Here;
use super::types;

/// The struct `Params`; nothing for a namespace that has one path.
pub(super) fn item(types: &Types<'_>, namespace: &Namespace, here: Here) -> TokenStream {
    if !namespace.is_dynamic() {
        return TokenStream::new();
    }
    let fields: Vec<Field> = namespace
        .template
        .iter()
        .filter_map(|part| match part {
            RoomPart::Literal(_) => None,
            RoomPart::Param { name, names, ty } => Some(Field {
                wire: name.clone(),
                names: names.clone(),
                optional: false,
                ty: ty.clone(),
                default: None,
                deprecated: None,
                doc: Some("A parameter of the path.".to_owned()),
                example: None,
                extensions: Vec::new(),
                span: namespace.span,
            }),
        })
        .collect();
    let def = TypeDef {
        name: "Params".to_owned(),
        local_name: "Params".to_owned(),
        namespace: None,
        origin: Origin::Declared,
        doc: Some(format!("The parameters in the path `{}`.", namespace.path)),
        example: None,
        deprecated: None,
        kind: TypeKind::Object(Vec::new()),
        extensions: Vec::new(),
        span: namespace.span,
    };
    types::object(types, &def, &fields, None, here)
}

/// The type of the parameters, as the handlers' trait and the runtime name it.
pub(super) fn name(namespace: &Namespace) -> TokenStream {
    if namespace.is_dynamic() { quote!(Params) } else { quote!(()) }
}

/// The texts around the parameters of the path, one more than there are of those.
pub(super) fn literals(template: &[RoomPart]) -> Vec<String> {
    let mut literals = vec![String::new()];
    for part in template {
        match (part, literals.last_mut()) {
            (RoomPart::Literal(text), Some(last)) => last.push_str(text),
            _ => literals.push(String::new()),
        }
    }
    literals
}

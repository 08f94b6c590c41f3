//! Unions: an enum, and which codec each of its variants has.

use proc_macro2::{Literal, TokenStream};
use quote::quote;
use sockgen_schema::model::{
    Builtin, EnumRepr, Member, Model, Tagging, Type, TypeDef, TypeId, TypeKind, Union,
};

use super::super::codec::Types;
use super::super::docs;
use super::super::names::{Here, ident};
use super::{binary, type_docs};

pub(super) fn item(types: &Types<'_>, id: TypeId, def: &TypeDef, union: &Union, here: Here) -> TokenStream {
    let (docs, name) = (type_docs(def), ident(&def.local_name));
    let variants: Vec<_> = union.members.iter().map(|member| ident(&member.variant)).collect();
    let declarations = union.members.iter().zip(&variants).map(|(member, variant)| {
        let docs = member_docs(types.model, union, member);
        match &member.ty {
            None => quote!(#docs #variant),
            Some(ty) => {
                let value = types.value(ty, here);
                quote!(#docs #variant(#value))
            }
        }
    });
    let places: Vec<_> = (0..variants.len()).map(Literal::usize_unsuffixed).collect();
    let codecs: Vec<_> =
        union.members.iter().map(|member| member.ty.as_ref().map(|ty| types.codec(ty, here))).collect();
    let reads = codecs.iter().zip(&variants).map(|(codec, variant)| match codec {
        None => quote!(member.empty().map(|()| Self::#variant)),
        Some(codec) => quote!(member.value::<#codec>().map(Self::#variant)),
    });
    let writes = codecs.iter().zip(&variants).zip(&places).map(|((codec, variant), place)| match codec {
        None => quote!(Self::#variant => member.empty(#place)),
        Some(codec) => quote!(Self::#variant(value) => member.value::<#codec>(#place, value)),
    });
    let (unknown, read_unknown, write_unknown) = if union.open {
        (
            quote! {
                /// A member that this version of the schema does not know, as the object that it is.
                Unknown(__rt::serde_json::Map<::std::string::String, __rt::serde_json::Value>),
            },
            quote!(member.unknown().map(Self::Unknown)),
            quote!(Self::Unknown(raw) => member.unknown(raw),),
        )
    } else {
        (quote!(), quote!(member.none()), quote!())
    };
    let tables = tables(types.model, union);
    let binary = binary(types, id);
    quote! {
        #docs
        #[derive(Clone, Debug, PartialEq)]
        pub enum #name {
            #(#declarations,)*
            #unknown
        }

        impl __rt::Union for #name {
            #tables
            #binary
            fn read<'de, __M: __rt::ReadMember<'de>>(
                index: usize,
                member: __M,
            ) -> ::std::result::Result<Self, __M::Error> {
                match index {
                    #(#places => #reads,)*
                    _ => #read_unknown,
                }
            }
            fn write<__M: __rt::WriteMember>(&self, member: __M) -> ::std::result::Result<__M::Ok, __M::Error> {
                match self {
                    #(#writes,)*
                    #write_unknown
                }
            }
        }

        __rt::union_impls!(#name);
    }
}

fn member_docs(model: &Model, union: &Union, member: &Member) -> TokenStream {
    match (&member.doc, &union.tagging, &member.ty) {
        (Some(doc), ..) => docs::text(doc),
        (None, Tagging::Untagged, Some(ty)) => match ty.named() {
            Some(id) => docs::or_wire(model.type_def(id).doc.as_deref(), &model.type_def(id).name),
            None => docs::line("A value of this type."),
        },
        (None, ..) => docs::or_wire(None, &member.wire),
    }
}

/// The constants by which the runtime finds the member.
fn tables(model: &Model, union: &Union) -> TokenStream {
    let wires = union.members.iter().map(|member| member.wire.as_str());
    let open = union.open.then(|| {
        quote!(
            const OPEN: bool = true;
        )
    });
    match &union.tagging {
        Tagging::Internal { tag } => quote! {
            type Codec = __rt::Internal<Self>;
            const TAG: &'static str = #tag;
            const VARIANTS: &'static [&'static str] = &[#(#wires),*];
            #open
        },
        Tagging::Adjacent { tag, content } => quote! {
            type Codec = __rt::Adjacent<Self>;
            const TAG: &'static str = #tag;
            const CONTENT: &'static str = #content;
            const VARIANTS: &'static [&'static str] = &[#(#wires),*];
            #open
        },
        Tagging::Untagged => {
            let members = union.members.iter().map(|member| {
                let mut shape = Shape::default();
                if let Some(ty) = &member.ty {
                    shape.add(model, ty, &mut Vec::new());
                }
                let (kinds, keys) = (shape.kinds, shape.keys.unwrap_or_default());
                let kinds = if kinds.is_empty() { quote!(0) } else { quote!(#(__rt::kind::#kinds)|*) };
                quote!(__rt::Member { kinds: #kinds, keys: &[#(#keys),*] })
            });
            quote! {
                type Codec = __rt::Untagged<Self>;
                const MEMBERS: &'static [__rt::Member] = &[#(#members),*];
            }
        }
    }
}

/// What a value can be on the wire.
#[derive(Default)]
struct Shape<'m> {
    /// The names of its kinds, each once.
    kinds: Vec<proc_macro2::Ident>,
    /// The keys that an object must have, in every form that it can have.
    keys: Option<Vec<&'m str>>,
}

impl<'m> Shape<'m> {
    fn kind(&mut self, name: &str) {
        let kind = ident(name);
        if !self.kinds.contains(&kind) {
            self.kinds.push(kind);
        }
    }

    fn object(&mut self, keys: Vec<&'m str>) {
        self.kind("OBJECT");
        self.keys = Some(match self.keys.take() {
            None => keys,
            Some(old) => old.into_iter().filter(|key| keys.contains(key)).collect(),
        });
    }

    fn add(&mut self, model: &'m Model, ty: &'m Type, within: &mut Vec<TypeId>) {
        match ty {
            Type::Builtin { builtin, .. } => match builtin {
                Builtin::String
                | Builtin::U64
                | Builtin::I64
                | Builtin::DateTime
                | Builtin::Date
                | Builtin::Uuid => self.kind("TEXT"),
                Builtin::Bool => self.kind("BOOL"),
                Builtin::U8
                | Builtin::U16
                | Builtin::U32
                | Builtin::I8
                | Builtin::I16
                | Builtin::I32
                | Builtin::Int
                | Builtin::F32
                | Builtin::F64 => self.kind("NUMBER"),
                Builtin::Bytes => self.kind("BINARY"),
                Builtin::Json => {
                    ["NULL", "BOOL", "NUMBER", "TEXT", "ARRAY"].into_iter().for_each(|kind| self.kind(kind));
                    self.object(Vec::new());
                }
            },
            Type::List { .. } | Type::Tuple(_) => self.kind("ARRAY"),
            Type::Map { .. } => self.object(Vec::new()),
            Type::Nullable(inner) => {
                self.kind("NULL");
                self.add(model, inner, within);
            }
            Type::Named { id, .. } if within.contains(id) => {}
            Type::Named { id, .. } => {
                within.push(*id);
                self.add_named(model, *id, within);
                within.pop();
            }
        }
    }

    fn add_named(&mut self, model: &'m Model, id: TypeId, within: &mut Vec<TypeId>) {
        match &model.type_def(id).kind {
            TypeKind::Alias(target) | TypeKind::Brand(target) => self.add(model, target, within),
            TypeKind::External(external) => self.add(model, &external.json, within),
            TypeKind::Object(fields) => {
                let required = fields.iter().filter(|field| !field.optional && field.default.is_none());
                self.object(required.map(|field| field.wire.as_str()).collect());
            }
            TypeKind::Enum { repr: EnumRepr::Text, .. } => self.kind("TEXT"),
            TypeKind::Enum { repr: EnumRepr::Number, .. } => self.kind("NUMBER"),
            TypeKind::Union(union) => match &union.tagging {
                Tagging::Internal { tag } | Tagging::Adjacent { tag, .. } => self.object(vec![tag]),
                Tagging::Untagged => {
                    for ty in union.members.iter().filter_map(|member| member.ty.as_ref()) {
                        self.add(model, ty, within);
                    }
                }
            },
        }
    }
}

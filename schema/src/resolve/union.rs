//! Unions, brands and types of the application's own.

use super::types::Home;
use super::{Resolver, doc_text, stand_in_name};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Builtin, External, ExternalTs, Member, Tagging, Type, Union};
use crate::syntax::file::{ExternalDecl, MemberDecl, Name, TypeExpr, TypeKind as Written, UnionDecl};
use crate::syntax::tree::shown;
use std::collections::HashSet;

/// Words that cannot be a part of a path in Rust.
#[rustfmt::skip]
const RUST_WORDS: &[&str] = &[
    "abstract", "as", "async", "await", "become", "box", "break", "const", "continue", "crate", "do", "dyn", "else",
    "enum", "extern", "false", "final", "fn", "for", "gen", "if", "impl", "in", "let", "loop", "macro", "match", "mod",
    "move", "mut", "override", "priv", "pub", "ref", "return", "self", "Self", "static", "struct", "super", "trait",
    "true", "try", "type", "typeof", "unsafe", "unsized", "use", "virtual", "where", "while", "yield", "_",
];
/// Words that cannot be the name of a type that a TypeScript file imports.
#[rustfmt::skip]
const TS_WORDS: &[&str] = &[
    "any", "as", "async", "await", "bigint", "boolean", "break", "case", "catch", "class", "const", "continue",
    "debugger", "default", "delete", "do", "else", "enum", "export", "extends", "false", "finally", "for", "function",
    "if", "implements", "import", "in", "instanceof", "interface", "let", "never", "new", "null", "number", "object",
    "package", "private", "protected", "public", "return", "static", "string", "super", "switch", "symbol", "this",
    "throw", "true", "try", "type", "typeof", "undefined", "unknown", "var", "void", "while", "with", "yield",
];

impl<'a> Resolver<'a, '_> {
    pub(super) fn union(&mut self, union: &'a UnionDecl<'a>, home: &Home<'_>) -> Union {
        let tagging = match (&union.tag, &union.content) {
            (None, _) => Tagging::Untagged,
            (Some(tag), None) => Tagging::Internal { tag: tag.value.to_owned() },
            (Some(tag), Some(content)) => {
                Tagging::Adjacent { tag: tag.value.to_owned(), content: content.value.to_owned() }
            }
        };
        let mut seen = HashSet::new();
        let members = union.members.iter().map(|member| self.member(member, home, &mut seen)).collect();
        Union { tagging, open: union.open, members }
    }

    fn member(&mut self, member: &'a MemberDecl<'a>, home: &Home<'_>, seen: &mut HashSet<String>) -> Member {
        let help = "choose a name that begins with a letter from a to z";
        let mut variant = match (&member.tag, &member.ty) {
            (Some(tag), _) => self.code_names(tag, "member", help).pascal,
            (None, Some(ty)) => form(ty).to_owned(),
            (None, None) => String::new(),
        };
        // Members whose names meet are reported as that; their inline types are kept from meeting as well.
        let name = match seen.insert(variant.clone()) {
            true => format!("{}{variant}", home.name),
            false => stand_in_name(member.span),
        };
        let ty = member.ty.as_ref().map(|ty| self.inner_named(ty, home, &name, member));
        if let (None, Some(ty)) = (&member.tag, &ty) {
            match ty {
                Type::Builtin { builtin, .. } => variant = format!("{builtin:?}"),
                Type::Named { id, .. } if !member.ty.as_ref().is_some_and(TypeExpr::is_inline) => {
                    variant.clone_from(&self.types.defs[id.0 as usize].name);
                }
                _ => {}
            }
        }
        Member {
            wire: member.tag.map_or("", |tag| tag.value).to_owned(),
            variant,
            ty,
            doc: doc_text(&member.doc),
            span: member.span,
        }
    }

    fn inner_named(
        &mut self,
        ty: &'a TypeExpr<'a>,
        home: &Home<'_>,
        name: &str,
        member: &MemberDecl<'_>,
    ) -> Type {
        self.ty(ty, &Home { place: member.span, ..home.inside(name) })
    }

    pub(super) fn brand(&mut self, inner: &'a TypeExpr<'a>, home: &Home<'_>) -> Type {
        let finding = match &inner.kind {
            Written::Nullable(_) => {
                let finding = Diagnostic::new(Code::Brand, inner.span, "a brand cannot be null");
                Some(finding.help("write `| null` where the brand is used"))
            }
            Written::Name(name) if name.value == "json" => {
                let finding = Diagnostic::new(
                    Code::Brand,
                    inner.span,
                    "`json` is anything, so a brand says nothing of it",
                );
                Some(finding.help("remove the brand, or declare what the value is"))
            }
            _ if inner.is_inline() => {
                let finding = Diagnostic::new(Code::Brand, inner.span, "this is a type of its own already");
                Some(finding.help("remove the `brand`"))
            }
            _ => None,
        };
        if let Some(finding) = finding {
            self.push(finding);
        }
        self.inner(inner, home, "Value")
    }

    pub(super) fn external(&mut self, external: &'a ExternalDecl<'a>, home: &Home<'_>) -> External {
        let rust = external.rust.as_ref().filter(|path| self.rust_path(path));
        let ts = external.ts.as_ref().filter(|(name, from)| {
            let (name, from) = (self.ts_name(name), self.module(from));
            name && from
        });
        External {
            rust: rust.map(|path| path.value.to_owned()),
            ts: ts
                .map(|(name, from)| ExternalTs { name: name.value.to_owned(), from: from.value.to_owned() }),
            json: match &external.json {
                Some(json) => self.inner(json, home, "Json"),
                None => Type::builtin(Builtin::Json),
            },
        }
    }

    fn rust_path(&mut self, path: &Name<'_>) -> bool {
        let written = path.value;
        let refuse = |message: String, help: String| {
            Some(Diagnostic::new(Code::External, path.span, message).help(help))
        };
        let parts: Vec<&str> = written.strip_prefix("::").unwrap_or(written).split("::").collect();
        let is_name = |(at, part): (usize, &&str)| {
            let first = part.starts_with(|c: char| c.is_ascii_alphabetic() || c == '_');
            first
                && part.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_')
                && (!RUST_WORDS.contains(part) || at == 0 && *part == "crate" && parts.len() > 1)
        };
        let finding = match parts.first() {
            Some(&("super" | "self" | "Self")) => refuse(
                format!("`{}` would begin at the generated module", shown(written)),
                "write the path from the crate: `crate::money::Money`".to_owned(),
            ),
            _ if !parts.iter().enumerate().all(is_name) => refuse(
                format!("`{}` is not a path in Rust", shown(written)),
                "write names with `::` between, such as `crate::money::Money`".to_owned(),
            ),
            _ if parts.len() == 1 => refuse(
                format!("`{}` would be looked for in the generated module", shown(written)),
                format!("write `crate::{}`, or the path that leads to it", shown(written)),
            ),
            _ => None,
        };
        let fits = finding.is_none();
        if let Some(finding) = finding {
            self.push(finding);
        }
        fits
    }

    fn ts_name(&mut self, name: &Name<'_>) -> bool {
        let first = name.value.starts_with(|c: char| c.is_ascii_alphabetic() || matches!(c, '_' | '$'));
        let rest = |byte: u8| byte.is_ascii_alphanumeric() || matches!(byte, b'_' | b'$');
        let fits = first && name.value.bytes().all(rest) && !TS_WORDS.contains(&name.value);
        if !fits {
            let message = format!("`{}` is not the name of a type in TypeScript", shown(name.value));
            let finding = Diagnostic::new(Code::External, name.span, message);
            self.push(finding.help("write the name that the module exports, such as `Money`"));
        }
        fits
    }

    fn module(&mut self, from: &Name<'_>) -> bool {
        let odd = |c: char| c.is_whitespace() || c.is_control() || matches!(c, '"' | '\'' | '`' | '\\');
        let fits = !from.value.contains(odd);
        if !fits {
            let message = format!("`{}` is not the name of a module", shown(from.value));
            let finding = Diagnostic::new(Code::External, from.span, message);
            self.push(finding.help("write it as an import does, such as `@/lib/money` or `./money`"));
        }
        fits
    }
}

/// What a member without a tag is called by its form; by more than that, where it has a name.
fn form(ty: &TypeExpr<'_>) -> &'static str {
    match &ty.kind {
        Written::List(_) => "List",
        Written::Map(_) => "Map",
        Written::Tuple(_) => "Tuple",
        Written::Nullable(_) => "Null",
        Written::Object(_) => "Object",
        Written::Enum { .. } => "Enum",
        Written::Union(_) => "Union",
        Written::Brand(_) => "Brand",
        Written::External(_) => "External",
        Written::Name(_) | Written::Invalid => "Value",
    }
}

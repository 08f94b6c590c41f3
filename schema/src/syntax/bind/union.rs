//! Unions and types of the application's own, in their long forms.

use super::Binder;
use super::read::Vocabulary;
use crate::diagnostic::{Code, Diagnostic};
use crate::syntax::file::{ExternalDecl, MemberDecl, Name, TypeExpr, TypeKind, UnionDecl};
use crate::syntax::tree::{Entry, Map, Node, Value, shown};

const EXTERNAL: Vocabulary = Vocabulary {
    what: "an external type",
    known: &["rust", "ts", "json"],
    elsewhere: &[],
    documented: &["json"],
    extensible: false,
    hint: "",
};
const TS: Vocabulary = Vocabulary { what: "`ts`", known: &["name", "from"], documented: &[], ..EXTERNAL };
const EXTERNAL_HELP: &str = "write `external: { rust: \"crate::money::Money\", ts: { name: Money, from: \"@/lib/money\" }, json: string }`";

impl<'n> Binder<'n, '_> {
    /// `union:`, with the `tag`, `content` and `open` beside it.
    pub(super) fn union(&mut self, map: &'n Map<'n>, head: &'n Entry<'n>, node: &Node<'_>) -> TypeExpr<'n> {
        let text = |binder: &mut Self, key: &str, help: &str| {
            map.get(key).and_then(|entry| Some((entry, binder.required_text(entry, help)?)))
        };
        let tag = text(self, "tag", "write the name of the field that tells the members apart: `tag: kind`");
        let content =
            text(self, "content", "write the name of the field that holds the member: `content: data`");
        let open = map.get("open").filter(|open| self.boolean(open));
        let tagged = map.get("tag").is_some();
        let finding =
            |entry: &Entry<'_>, message: &str| Diagnostic::new(Code::Union, entry.key_span, message);
        if !tagged {
            if let Some(open) = open {
                let message =
                    "an untagged union cannot be open: nothing would tell a new member from a mistake";
                self.push(finding(open, message).help("give it a tag, or remove `open`"));
            }
            if let Some((content, _)) = &content {
                let message = "`content` needs a `tag` beside it";
                self.push(finding(content, message).help("add a tag: `tag: kind`"));
            }
        }
        if let (Some((_, tag)), Some((_, content))) = (&tag, &content)
            && tag.value == content.value
        {
            let message = format!("`tag` and `content` are both `{}`", shown(tag.value));
            let finding = Diagnostic::new(Code::Union, content.span, message)
                .help("give the field that holds the member another name: `content: data`")
                .related(tag.span, "the tag");
            self.push(finding);
        }
        let members = match &head.value.value {
            Value::Map(members) if tagged => self.tagged(members),
            Value::List(members) if !tagged => self.untagged(members),
            Value::Map(members) => {
                self.tagged(members);
                let message =
                    "the members of this union have names, and no `tag` that says which one is there";
                let help = "add the name of the field that holds a member's name: `tag: kind`";
                self.push(Diagnostic::new(Code::Union, head.key_span, message).help(help));
                return TypeExpr::invalid(node.span);
            }
            Value::List(members) => {
                self.untagged(members);
                let message = "the members of a union with a tag need names, the values of the tag";
                let help = "write `union: { insert: Insert, noop: {} }`, or remove the tag";
                self.push(Diagnostic::new(Code::Union, head.value.span, message).help(help));
                return TypeExpr::invalid(node.span);
            }
            _ => {
                let help = "write `union: { insert: Insert, noop: {} }` beside a `tag`, or `union: [string, f64]` without one; an object with a field of that name is `{ fields: { union: … } }`";
                self.wrong_kind(&head.value, "`union`", "a mapping or a list of members", help);
                return TypeExpr::invalid(node.span);
            }
        };
        if members.is_empty() {
            if !self.diagnostics.has_error_in(head.value.span) {
                let finding =
                    Diagnostic::new(Code::Union, head.value.span, "a union needs at least one member");
                self.push(finding.help("write its members: `union: { insert: Insert, noop: {} }`"));
            }
            return TypeExpr::invalid(node.span);
        }
        let union = UnionDecl {
            tag: tag.map(|(_, tag)| tag),
            content: content.map(|(_, content)| content),
            open: open.is_some(),
            members,
        };
        // A tag of which no name could be read is not the absence of one.
        if tagged && union.tag.is_none() {
            return TypeExpr::invalid(node.span);
        }
        TypeExpr::new(TypeKind::Union(union), node.span)
    }

    /// `{ insert: Insert, noop: {} }`.
    fn tagged(&mut self, map: &'n Map<'n>) -> Vec<MemberDecl<'n>> {
        let mut members = Vec::with_capacity(map.entries.len());
        for (at, entry) in map.entries.iter().enumerate() {
            if self.flow_comma(map, at) {
                continue;
            }
            let tag = self.key(entry);
            let member = |doc, ty| MemberDecl { tag: Some(tag), doc, ty, span: tag.span };
            match &entry.value.value {
                Value::Map(fields) if fields.entries.is_empty() && fields.complete => {
                    let doc = self.comment_doc(entry.doc.as_deref());
                    members.push(member(doc, None));
                }
                _ if entry.value.is_empty() => {
                    let message = format!("the member `{}` has no type", shown(tag.value));
                    let help = format!(
                        "for a member that is nothing but its tag write `{}: {{}}`",
                        shown(tag.value)
                    );
                    self.push(Diagnostic::new(Code::WrongKind, entry.key_span, message).help(help));
                }
                _ => {
                    let mut ty = self.documented_type(entry);
                    members.push(member(ty.take_doc(), Some(ty)));
                }
            }
        }
        members
    }

    /// `[string, f64]`.
    fn untagged(&mut self, items: &'n [Node<'n>]) -> Vec<MemberDecl<'n>> {
        let mut members = Vec::with_capacity(items.len());
        for item in items {
            if item.is_empty() {
                let finding = Diagnostic::new(Code::Union, item.span, "`null` is no member of a union");
                self.push(finding.help("remove it here, and write `| null` where the union is used"));
                continue;
            }
            let mut ty = self.type_node(item);
            let comment = self.comment_doc(item.doc.as_deref());
            ty.doc = self.one_doc(comment, ty.doc.take());
            members.push(MemberDecl { tag: None, doc: ty.take_doc(), ty: Some(ty), span: item.span });
        }
        members
    }

    /// `external: { rust: …, ts: …, json: … }`.
    pub(super) fn external(&mut self, head: &'n Entry<'n>, node: &Node<'_>) -> TypeExpr<'n> {
        let Some(map) = self.map(&head.value, "`external`", "a mapping", EXTERNAL_HELP) else {
            return TypeExpr::invalid(node.span);
        };
        let options = self.options(map, &EXTERNAL);
        let mut external = ExternalDecl { rust: None, ts: None, json: None };
        for (key, option) in &options.found {
            match *key {
                "rust" => {
                    external.rust =
                        self.required_text(option, "write a path: `rust: \"crate::money::Money\"`");
                }
                "ts" => external.ts = self.external_ts(option),
                _ => external.json = Some(self.documented_type(option)),
            }
        }
        if options.complete && options.get("json").is_none() {
            let message = "this external type does not say what it is on the wire";
            let finding = Diagnostic::new(Code::MissingKey, head.key_span, message);
            self.push(finding.help("add its type: `json: string`, or `json: json` for any JSON value"));
        }
        if options.complete && options.get("rust").is_none() && options.get("ts").is_none() {
            let message = "this external type is external to neither language";
            let finding = Diagnostic::new(Code::MissingKey, head.key_span, message);
            self.push(finding.help("name the type in Rust, in TypeScript or in both, with `rust` and `ts`"));
        }
        TypeExpr::new(TypeKind::External(Box::new(external)), node.span)
    }

    fn external_ts(&mut self, option: &'n Entry<'n>) -> Option<(Name<'n>, Name<'n>)> {
        let help = "write the exported name and its module: `ts: { name: Money, from: \"@/lib/money\" }`";
        let map = self.map(&option.value, "`ts`", "a mapping", help)?;
        let options = self.options(map, &TS);
        let mut read = |key: &str| match options.get(key) {
            Some(entry) => self.required_text(entry, help),
            None => {
                if options.complete {
                    let message = format!("`ts` needs a `{key}`");
                    self.push(Diagnostic::new(Code::MissingKey, option.key_span, message).help(help));
                }
                None
            }
        };
        let (name, from) = (read("name"), read("from"));
        Some((name?, from?))
    }
}

//! Unions whose members the wire can tell apart, brands and external types of what can have them.

use crate::diagnostic::{Code, Diagnostic, Diagnostics};
use crate::model::{Ends, JsonKind, Member, Model, Origin, Tagging, Type, TypeDef, TypeKind, Union};
use crate::source::Span;
use crate::text::shown;
use std::collections::{HashMap, HashSet};

/// Runs the rules of this file.
pub(super) fn check(model: &Model, diagnostics: &mut Diagnostics) {
    let named =
        |kind: &TypeKind| matches!(kind, TypeKind::Union(_) | TypeKind::Brand(_) | TypeKind::External(_));
    if !model.types.iter().any(|def| named(&def.kind)) {
        return;
    }
    let mut rules = Rules { ends: Ends::new(&model.types), diagnostics, budget: BUDGET };
    let with_bytes = model.types_with_bytes();
    for def in &model.types {
        match &def.kind {
            TypeKind::Union(union) => rules.union(def, union),
            TypeKind::Brand(ty) => rules.brand(def, ty),
            TypeKind::External(external) if external.json.holds_bytes(&with_bytes) => {
                let message = format!("`{}` holds `bytes`, which do not travel as JSON", def.name);
                let finding = Diagnostic::new(Code::External, def.span, message);
                rules
                    .diagnostics
                    .push(finding.help("declare the object here, and make external what is in it"));
            }
            _ => {}
        }
    }
}

/// How many fields may be looked at to tell objects apart: far more than any that somebody wrote need.
const BUDGET: usize = 2_000_000;

struct Rules<'m, 'd> {
    ends: Ends<'m>,
    diagnostics: &'d mut Diagnostics,
    budget: usize,
}

/// The keys of an object.
struct Keys<'m> {
    /// Those that every value has.
    required: HashSet<&'m str>,
    /// Those that a value may have; absent where it may have any.
    all: Option<HashSet<&'m str>>,
}

/// The objects of a union so far, by their keys.
///
/// Of the objects that must have nothing but what a value has, the one that must have most of it is meant. So two are told
/// apart unless a value of one may have all that the other must have, and that is as much as the one itself must have.
#[derive(Default)]
struct Objects<'m> {
    all: Vec<(&'m Member, Keys<'m>)>,
    /// Those that may have a key.
    with: HashMap<&'m str, Vec<usize>>,
    /// Those that must have a key; each stands under one of its keys alone.
    needing: HashMap<&'m str, Vec<usize>>,
    /// Those that may have any keys: never many, since they are alike.
    boundless: Vec<usize>,
    /// One that must have nothing.
    undemanding: Option<usize>,
    /// One that must have most, with how much that is.
    most: Option<(usize, usize)>,
}

impl<'m> Objects<'m> {
    fn add(&mut self, member: &'m Member, keys: Keys<'m>) {
        let at = self.all.len();
        for key in keys.all.iter().flatten() {
            self.with.entry(key).or_default().push(at);
        }
        match keys.required.iter().min() {
            Some(key) => self.needing.entry(key).or_default().push(at),
            None => self.undemanding = self.undemanding.or(Some(at)),
        }
        self.boundless.extend(keys.all.is_none().then_some(at));
        if self.most.is_none_or(|(_, most)| most < keys.required.len()) {
            self.most = Some((at, keys.required.len()));
        }
        self.all.push((member, keys));
    }

    /// The first object that is not told apart from the new one. Nothing, where the budget does not suffice.
    fn alike(&self, new: &Keys<'m>, budget: &mut usize) -> Option<Option<usize>> {
        let count = new.required.len();
        let required = |at: usize| &self.all[at].1.required;
        let mut first: Option<usize> = None;
        let mut meet = |at: usize| first = Some(first.map_or(at, |first| first.min(at)));
        self.boundless.iter().copied().filter(|at| required(*at).len() <= count).for_each(&mut meet);
        if let Some(at) = self.undemanding.filter(|_| count == 0) {
            meet(at);
        }
        // What may have all that the new one must have is among those that may have any one of these.
        let rare =
            new.required.iter().map(|key| self.with.get(key)).min_by_key(|with| with.map_or(0, Vec::len));
        for at in rare.flatten().into_iter().flatten().copied() {
            *budget = budget.checked_sub(1)?;
            if required(at).len() > count {
                continue;
            }
            *budget = budget.checked_sub(count)?;
            let may_have = self.all[at].1.all.as_ref();
            if may_have.is_none_or(|may_have| new.required.is_subset(may_have)) {
                meet(at);
                break;
            }
        }
        let Some(may_have) = &new.all else {
            if let Some((at, _)) = self.most.filter(|(_, most)| *most >= count) {
                meet(at);
            }
            return Some(first);
        };
        for at in may_have.iter().filter_map(|key| self.needing.get(key)).flatten().copied() {
            *budget = budget.checked_sub(1)?;
            if required(at).len() < count {
                continue;
            }
            *budget = budget.checked_sub(required(at).len())?;
            if required(at).is_subset(may_have) {
                meet(at);
            }
        }
        Some(first)
    }
}

impl<'m> Rules<'m, '_> {
    fn push(&mut self, code: Code, span: Span, message: String, help: &str) {
        self.diagnostics.push(Diagnostic::new(code, span, message).help(help));
    }

    fn union(&mut self, def: &TypeDef, union: &'m Union) {
        match &union.tagging {
            Tagging::Internal { tag } => {
                union.members.iter().for_each(|member| self.has_room(member, tag));
            }
            Tagging::Adjacent { .. } => {}
            Tagging::Untagged => {
                let members: Vec<_> = union.members.iter().filter(|member| self.is_alone(member)).collect();
                self.told_apart(def, &members);
            }
        }
        for member in union.members.iter().filter(|member| union.open && member.variant == "Unknown") {
            let message = format!(
                "`{}` would be `Unknown` in code, which an open union has for members that are not listed",
                shown(&member.wire)
            );
            self.push(Code::NameCollision, member.span, message, "choose another name, or close the union");
        }
    }

    /// A member beside whose fields the tag stands.
    fn has_room(&mut self, member: &Member, tag: &str) {
        let Some(ty) = &member.ty else { return };
        let (def, end) = self.ends.behind(ty);
        let (name, help) = (
            shown(&member.wire),
            "write `content: data` beside the tag, so that the member has a field of its own",
        );
        match def.map(|def| &def.kind) {
            Some(TypeKind::Object(fields)) => {
                let Some(field) = fields.iter().find(|field| field.wire == tag) else { return };
                let message = format!("`{name}` has a field `{}`, where the tag would stand", shown(tag));
                let finding = Diagnostic::new(Code::UnionMember, member.span, message)
                    .help("give the tag another name, or remove the field: the tag says it already")
                    .related(field.span, "the field");
                self.diagnostics.push(finding);
            }
            _ if self.was_reported(member.span, end) => {}
            _ => {
                let message =
                    format!("`{name}` is no object, so there is no room for the tag `{}` in it", shown(tag));
                self.push(Code::UnionMember, member.span, message, help);
            }
        }
    }

    /// Whether something was said of what stands here, so that a stand-in fills the hole.
    fn was_reported(&self, span: Span, end: &Type) -> bool {
        matches!(end, Type::Named { .. }) && self.ends.behind(end).0.is_none()
            || self.diagnostics.has_error_in(span)
    }

    /// Whether a member without a tag can be told from others at all.
    fn is_alone(&mut self, member: &Member) -> bool {
        let Some(ty) = &member.ty else { return false };
        if self.diagnostics.has_error_in(member.span) {
            return false;
        }
        let (def, end) = self.ends.behind(ty);
        let (message, help) = match (def.map(|def| &def.kind), end) {
            (None, Type::Nullable(_)) => {
                ("a member cannot be null".to_owned(), "write `| null` where the union is used")
            }
            (None, Type::Builtin { .. }) if self.ends.kind(ty).is_none() => (
                "`json` is anything, so no other member could be told from it".to_owned(),
                "give the union a tag, or write `json` instead of it",
            ),
            (Some(TypeKind::Union(inner)), _) if inner.tagging == Tagging::Untagged => (
                "this is an untagged union itself".to_owned(),
                "write its members among these, or give one of the two a tag",
            ),
            (Some(TypeKind::External(_)), _) if self.ends.kind(ty).is_none() => (
                "what this external type is on the wire cannot be told from other members".to_owned(),
                "give the union a tag, or say more of the type's `json`",
            ),
            _ => return self.ends.kind(ty).is_some(),
        };
        self.push(Code::UnionMember, member.span, message, help);
        false
    }

    /// Members are told apart by their JSON kinds, and objects among each other by their keys.
    fn told_apart(&mut self, def: &TypeDef, members: &[&'m Member]) {
        let mut by_kind: HashMap<JsonKind, &Member> = HashMap::new();
        let mut by_name: HashMap<&str, &Member> = HashMap::new();
        let mut objects = Objects::default();
        for member in members.iter().copied() {
            let Some((ty, kind)) = member.ty.as_ref().and_then(|ty| Some((ty, self.ends.kind(ty)?))) else {
                continue;
            };
            if kind == JsonKind::Object {
                let Some(keys) = self.keys(ty) else { continue };
                let Some(alike) = objects.alike(&keys, &mut self.budget) else {
                    let message = "there are too many members that are alike to tell them apart";
                    self.push(
                        Code::UnionMember,
                        member.span,
                        message.to_owned(),
                        "give the union a tag: `tag: kind`",
                    );
                    return;
                };
                if let Some(other) = alike {
                    let (other, others) = &objects.all[other];
                    let why = match others.all.is_none() || keys.all.is_none() {
                        true => "one of them may have any keys",
                        false => "a value of one may have all that the other must have",
                    };
                    let help = "make what one of them must have unlike what the other may have, or give the union a tag: `tag: kind`";
                    self.alike_found(def, other, member, why, help);
                    continue;
                }
                objects.add(member, keys);
            } else if let Some(other) = by_kind.insert(kind, member) {
                by_kind.insert(kind, other);
                let why = match kind {
                    JsonKind::Bool => "both are booleans on the wire",
                    JsonKind::Number => "both are numbers on the wire",
                    JsonKind::String => "both are strings on the wire",
                    JsonKind::Array => "both are arrays on the wire",
                    _ => "both are attachments on the wire",
                };
                let help = "keep one of them, or give the union a tag: `tag: kind, content: value`, and each member a name";
                self.alike_found(def, other, member, why, help);
                continue;
            }
            if let Some(other) = by_name.insert(&member.variant, member) {
                let message = format!("two members would both be `{}` in code", member.variant);
                let finding = Diagnostic::new(Code::NameCollision, member.span, message)
                    .help("declare one of them under `types:`, with a name of its own")
                    .related(other.span, "the other one");
                self.diagnostics.push(finding);
            }
        }
    }

    fn alike_found(&mut self, def: &TypeDef, other: &Member, member: &Member, why: &str, help: &str) {
        let message = format!("nothing tells these two members of `{}` apart: {why}", def.name);
        let finding = Diagnostic::new(Code::UnionMember, member.span, message).help(help);
        self.diagnostics.push(finding.related(other.span, "the other one"));
    }

    fn keys(&mut self, ty: &'m Type) -> Option<Keys<'m>> {
        let fields = |kind: &'m TypeKind| match kind {
            TypeKind::Object(fields) => fields.as_slice(),
            _ => &[],
        };
        let (def, end) = self.ends.behind(ty);
        let Some(def) = def else {
            // A map takes any keys.
            return matches!(end, Type::Map { .. }).then(|| Keys { required: HashSet::new(), all: None });
        };
        match &def.kind {
            kind @ TypeKind::Object(_) => {
                let required = fields(kind).iter().filter(|field| !field.optional && field.default.is_none());
                Some(Keys {
                    required: required.map(|field| field.wire.as_str()).collect(),
                    all: Some(fields(kind).iter().map(|field| field.wire.as_str()).collect()),
                })
            }
            TypeKind::Union(union) => match &union.tagging {
                Tagging::Untagged => None,
                Tagging::Adjacent { tag, content } => Some(Keys {
                    required: HashSet::from([tag.as_str()]),
                    all: (!union.open).then(|| HashSet::from([tag.as_str(), content.as_str()])),
                }),
                Tagging::Internal { tag } => {
                    let mut all = HashSet::from([tag.as_str()]);
                    for ty in union.members.iter().filter_map(|member| member.ty.as_ref()) {
                        let own = self.ends.behind(ty).0.map_or(&[][..], |def| fields(&def.kind));
                        self.budget = self.budget.saturating_sub(own.len());
                        if self.budget == 0 {
                            return None;
                        }
                        all.extend(own.iter().map(|field| field.wire.as_str()));
                    }
                    Some(Keys { required: HashSet::from([tag.as_str()]), all: (!union.open).then_some(all) })
                }
            },
            TypeKind::External(external) => self.ends.step().then(|| self.keys(&external.json))?,
            TypeKind::Alias(_) | TypeKind::Brand(_) | TypeKind::Enum { .. } => None,
        }
    }

    /// A brand makes a type of its own of one that is none.
    fn brand(&mut self, def: &TypeDef, ty: &Type) {
        // What is written out at the place itself was judged there.
        let Type::Named { id, .. } = ty else { return };
        let Some(target) = self.ends.of(*id) else { return };
        let (what, help) = match &target.kind {
            TypeKind::Alias(Type::Nullable(_)) => ("may be null", "write `| null` where the brand is used"),
            TypeKind::Alias(_) => return,
            _ if target.origin == Origin::Inline => return,
            _ => (
                "is a type of its own already",
                "use that type, or declare another one with a `brand` of its own",
            ),
        };
        if self.diagnostics.has_error_in(def.span) {
            return;
        }
        let message = format!("`{}` is a brand of `{}`, which {what}", def.name, target.name);
        let finding = Diagnostic::new(Code::Brand, def.span, message).help(help);
        self.diagnostics.push(finding.related(target.span, "declared here"));
    }
}

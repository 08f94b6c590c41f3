//! Objects that include others: the fields of all of them, in one.

use super::Resolver;
use super::aliases::Aliases;
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{Builtin, Field, TypeId, TypeKind, graph};
use crate::source::Span;
use crate::syntax::file::Name;
use crate::syntax::tree::shown;
use std::collections::HashMap;

/// An object that includes others.
pub(super) struct Include {
    owner: TypeId,
    /// What is included, and where that is written.
    mixins: Vec<(TypeId, Span)>,
}

/// How many fields may come into all objects by inclusion. An object that includes another one with all that this
/// includes can be written in a line, so that without a limit a file could ask for the square of its own size.
const MOST: usize = 100_000;

impl<'a> Resolver<'a, '_> {
    /// Looks up what an object includes.
    pub(super) fn include(&mut self, owner: TypeId, names: &'a [Name<'a>]) {
        let mut mixins: Vec<(TypeId, Span)> = Vec::with_capacity(names.len());
        for name in names {
            if Builtin::from_name(name.value).is_some() {
                self.push(no_object(name.value, name.span));
                continue;
            }
            let Some(id) = self.types.lookup(self.program, name) else {
                self.unknown_type(name);
                continue;
            };
            if let Some((_, first)) = mixins.iter().find(|(other, _)| *other == id) {
                let message = format!("`{}` stands here twice", shown(name.value));
                let finding = Diagnostic::new(Code::Mixin, name.span, message).help("remove one of them");
                self.push(finding.related(*first, "first written here"));
                continue;
            }
            mixins.push((id, name.span));
        }
        self.later.includes.push(Include { owner, mixins });
    }

    /// Gives every object the fields of those that it includes, before its own.
    pub(super) fn flatten_mixins(&mut self) {
        let includes = std::mem::take(&mut self.later.includes);
        if includes.is_empty() {
            return;
        }
        let aliases = Aliases::follow(&self.types, self.diagnostics);
        let by_owner: HashMap<usize, usize> =
            includes.iter().enumerate().map(|(at, include)| (include.owner.0 as usize, at)).collect();
        let targets = |include: &Include| -> Vec<usize> {
            let ends = include.mixins.iter().map(|(id, _)| aliases.end(*id));
            ends.filter_map(|end| by_owner.get(&end).copied()).collect()
        };
        let edges: Vec<Vec<usize>> = includes.iter().map(targets).collect();
        let mut left = Some(MOST);
        for component in graph::components(&edges) {
            let first = component.iter().copied().min().unwrap_or_default();
            if component.len() > 1 || edges[first].contains(&first) {
                self.circle(&includes, first, &component, &aliases);
                continue;
            }
            self.flatten(&includes[first], &aliases, &mut left);
        }
    }

    fn circle(&mut self, includes: &[Include], first: usize, component: &[usize], aliases: &Aliases) {
        let owner = &self.types.defs[includes[first].owner.0 as usize];
        let members: Vec<usize> = component.iter().map(|at| includes[*at].owner.0 as usize).collect();
        let way = includes[first].mixins.iter().find(|(id, _)| members.contains(&aliases.end(*id)));
        let Some((next, place)) = way else { return };
        let message = format!("`{}` includes itself", owner.name);
        let mut finding = Diagnostic::new(Code::Mixin, *place, message)
            .help("put the fields that both need into a third object");
        let next = &self.types.defs[aliases.end(*next)];
        if component.len() > 1 {
            finding = finding.related(next.span, format!("through `{}`", next.name));
        }
        self.push(finding);
    }

    fn flatten(&mut self, include: &Include, aliases: &Aliases, left: &mut Option<usize>) {
        let owner = include.owner.0 as usize;
        let mut fields: Vec<Field> = Vec::new();
        let mut findings = Vec::new();
        {
            let defs = &self.types.defs;
            // By their keys, the places of what is there already.
            let mut seen: HashMap<&str, Span> = HashMap::new();
            for (id, place) in &include.mixins {
                let written = &defs[id.0 as usize];
                if aliases.is_broken(*id) {
                    continue;
                }
                let TypeKind::Object(mixed) = &defs[aliases.end(*id)].kind else {
                    findings.push(no_object(&written.name, *place));
                    continue;
                };
                for field in mixed {
                    match seen.insert(&field.wire, field.span) {
                        None => {}
                        // One field may come by two ways.
                        Some(first) if first == field.span => continue,
                        Some(first) => {
                            let message = format!(
                                "`{}` brings the field `{}`, which is there already",
                                written.name,
                                shown(&field.wire)
                            );
                            let finding = Diagnostic::new(Code::Mixin, *place, message)
                                .help("rename one of the fields, or include one of the objects alone")
                                .related(first, "the one that is there")
                                .related(field.span, "the other one");
                            findings.push(finding);
                            seen.insert(&field.wire, first);
                            continue;
                        }
                    }
                    let Some(more) = *left else { continue };
                    *left = more.checked_sub(1);
                    if left.is_none() {
                        let message = format!("more than {MOST} fields are included in all");
                        let finding = Diagnostic::new(Code::TooLarge, *place, message);
                        findings.push(finding.help("include fewer objects in each other"));
                    }
                    fields.push(field.clone());
                }
            }
            if let TypeKind::Object(own) = &defs[owner].kind {
                for field in own {
                    if let Some(first) = seen.get(field.wire.as_str()) {
                        let message = format!("the field `{}` is included already", shown(&field.wire));
                        let finding = Diagnostic::new(Code::Mixin, field.span, message)
                            .help("rename it, or leave out the object that has it as well")
                            .related(*first, "the one that is included");
                        findings.push(finding);
                        continue;
                    }
                    fields.push(field.clone());
                }
            }
        }
        findings.into_iter().for_each(|finding| self.push(finding));
        self.types.defs[owner].kind = TypeKind::Object(fields);
    }
}

fn no_object(name: &str, place: Span) -> Diagnostic {
    let message = format!("`{}` is no object, so it has no fields to include", shown(name));
    Diagnostic::new(Code::Mixin, place, message).help("include an object with fields: `{ fields: { … } }`")
}

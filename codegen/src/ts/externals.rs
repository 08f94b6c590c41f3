//! Types that the application has already: imports, and the same types under the schema's names.

use super::layout::{Doc, print, spaced, text};
use super::names::{Taken, is_reserved_word};
use crate::escape_ts::{is_name_path, string};
use sockgen_schema::model::{External, ExternalTs, Model, TypeDef, TypeId, TypeKind};
use std::collections::{BTreeMap, BTreeSet};

/// What an external type is imported as; absent where the schema does not say, or says what TypeScript could not read:
/// then it is what stands on the wire.
pub(super) fn import(external: &External) -> Option<&ExternalTs> {
    external.ts.as_ref().filter(|ts| is_name_path(&ts.name))
}

/// All imports of a file.
#[derive(Debug, Default)]
pub(super) struct Imports<'m> {
    /// By module what is imported: the name there and the name here.
    modules: BTreeMap<&'m str, BTreeSet<(&'m str, String)>>,
    /// The name here of what stands before the first dot of a longer path, by the type's id.
    heads: BTreeMap<TypeId, String>,
}

impl<'m> Imports<'m> {
    pub(super) fn new(model: &'m Model, taken: &mut Taken<'_>) -> Self {
        let mut imports = Imports::default();
        // What stands before a dot is one import, however many types stand behind it.
        let mut shared: BTreeMap<(&str, &str), String> = BTreeMap::new();
        for (id, def) in model.types() {
            let TypeKind::External(external) = &def.kind else { continue };
            let Some(ts) = import(external) else { continue };
            let module = imports.modules.entry(ts.from.as_str()).or_default();
            match ts.name.split_once('.') {
                // It takes the name that the schema has for it.
                None => {
                    module.insert((ts.name.as_str(), def.name.clone()));
                }
                Some((head, _)) => {
                    let here = shared.entry((ts.from.as_str(), head)).or_insert_with(|| {
                        let free = if is_reserved_word(head) { format!("{head}_") } else { head.to_owned() };
                        taken.claim(free)
                    });
                    module.insert((head, here.clone()));
                    imports.heads.insert(id, here.clone());
                }
            }
        }
        imports
    }

    /// A line for each module, in the order of the alphabet.
    pub(super) fn text(&self) -> String {
        let line = |(module, names): (&&str, &BTreeSet<(&str, String)>)| {
            let items: Vec<Doc<'_>> = names.iter().map(|(there, here)| imported(there, here)).collect();
            let names = match <[Doc<'_>; 1]>::try_from(items) {
                // Prettier leaves a single name on its line.
                Ok([only]) => Doc::Concat(vec![text("{ "), only, text(" }")]),
                Err(items) => spaced(items),
            };
            print(&[text("import type "), names, text(format!(" from {};", string(module)))], 0) + "\n"
        };
        self.modules.iter().map(line).collect()
    }

    /// What exports a type that is imported, behind `export `.
    pub(super) fn export<'a>(&self, id: TypeId, def: &'a TypeDef, ts: &'a ExternalTs) -> Vec<Doc<'a>> {
        match (self.heads.get(&id), ts.name.split_once('.')) {
            (Some(head), Some((_, rest))) => {
                let value = Doc::Fluid(Box::new(text(format!("{head}.{rest}"))));
                vec![text(format!("type {} =", def.name)), value, text(";")]
            }
            _ => vec![text(format!("type {{ {} }};", def.name))],
        }
    }
}

fn imported<'a>(there: &'a str, here: &'a str) -> Doc<'a> {
    text(if there == here { here.to_owned() } else { format!("{there} as {here}") })
}

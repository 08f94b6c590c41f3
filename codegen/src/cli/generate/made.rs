//! Everything that the contracts make, in memory.

use super::super::config::{At, Config, Contract, Explorer, Place, Render, Ts, Within, slashed};
use super::super::finding::Finding;
use super::super::output::Output;
use super::super::{Failure, explorer, render, report, rust, schema, templates, ts};
use super::{Made, outside};
use sockgen_schema::diagnostic::Code;
use sockgen_schema::model::Model;
use sockgen_schema::{Disk, Loaded, load};
use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

/// What came of all contracts.
#[derive(Default)]
pub(super) struct Generated {
    pub(super) made: Vec<Made>,
    /// The contracts of which nothing came. Why has been said.
    pub(super) broken: Vec<usize>,
    /// The files that all of it was made from.
    pub(super) sources: BTreeSet<PathBuf>,
    /// What is wrong with the configuration in the light of what is made.
    pub(super) findings: Vec<Finding>,
}

/// Makes everything. What keeps a contract from being made is said. What a run depends on is added to `inputs`, whether it is there or not.
pub(super) fn all(config: &Config, place: &Place, inputs: &mut BTreeSet<PathBuf>) -> Generated {
    let mut generated = Generated::default();
    let within = Within::new(&place.folder);
    for (at, contract) in config.contracts.iter().enumerate() {
        let mut making = Making { place, contract, sources: BTreeSet::new() };
        let made = making.all();
        inputs.extend(making.sources.iter().cloned());
        generated.sources.extend(making.sources);
        let made = made.unwrap_or_else(|failure| {
            report::failure(&failure);
            None
        });
        let Some(made) = made else {
            generated.broken.push(at);
            continue;
        };
        for (named, output) in made {
            let file = match named.value.rsplit_once('/') {
                Some((folder, _)) => format!("{folder}/{}", name(&output.path)),
                None => name(&output.path),
            };
            generated.findings.extend(outside(&within, &file, &output.path, named.at.clone()));
            generated.made.push(Made { file, schema: contract.schema.value.clone(), output });
        }
    }
    generated
}

fn name(path: &Path) -> String {
    slashed(Path::new(path.file_name().unwrap_or_default()))
}

/// One contract at work.
struct Making<'a> {
    place: &'a Place,
    contract: &'a Contract,
    /// The files that it is made from, so far; those that were looked for in vain among them.
    sources: BTreeSet<PathBuf>,
}

type Outputs<'a> = Vec<(&'a At<String>, Output)>;

impl<'a> Making<'a> {
    /// All outputs, each with the place of its name; nothing, where something is wrong. That has been said.
    fn all(&mut self) -> Result<Option<Outputs<'a>>, Failure> {
        let Contract { schema, ts, rust, json_schema, explorer, render } = self.contract;
        let path = self.place.path(&schema.value);
        self.sources.insert(path.clone());
        let loaded = load(&path, &report::display(&path), &Disk);
        report::say(&loaded, &path)?;
        self.sources.extend(loaded.files.iter().cloned());
        self.sources.extend(not_found(&loaded));
        let has_errors = loaded.has_errors();
        let Some(model) = loaded.model.filter(|_| !has_errors) else { return Ok(None) };
        let mut outputs = Vec::new();
        for ts in ts {
            let Some(made) = self.typescript(&model, ts)? else { return Ok(None) };
            outputs.extend(made.into_iter().map(|output| (&ts.file, output)));
        }
        if let Some(file) = rust {
            let text = rust::text(&model, &path);
            outputs.push((file, Output { path: self.place.path(&file.value), text }));
        }
        if let Some(file) = json_schema {
            let Some(text) = schema::text(&path)? else { return Ok(None) };
            outputs.push((file, Output { path: self.place.path(&file.value), text }));
        }
        for Explorer { file, options } in explorer {
            let text = explorer::text(&model, &path, options);
            outputs.push((file, Output { path: self.place.path(&file.value), text }));
        }
        for Render { template, file } in render {
            let template = self.place.path(&template.value);
            self.sources.insert(template.clone());
            let Some(text) = render::text(&model, &path, &template)? else { return Ok(None) };
            outputs.push((file, Output { path: self.place.path(&file.value), text }));
        }
        Ok(Some(outputs))
    }

    fn typescript(&mut self, model: &Model, ts: &Ts) -> Result<Option<Vec<Output>>, Failure> {
        let replaced = match &ts.templates {
            None => templates::Templates::default(),
            Some(folder) => {
                let folder = self.place.path(&folder.value);
                self.sources.insert(folder.clone());
                self.sources.extend(templates::files(&folder));
                match templates::read_folder(&folder)? {
                    Some(replaced) => replaced,
                    None => return Ok(None),
                }
            }
        };
        match ts::outputs(model, &ts.options, &replaced.printer, &self.place.path(&ts.file.value)) {
            Ok(outputs) => Ok(Some(outputs)),
            Err(error) => {
                replaced.texts.say_unrendered(&error)?;
                Ok(None)
            }
        }
    }
}

/// The files that a schema names and that could not be read: they may come to be.
fn not_found(loaded: &Loaded) -> Vec<PathBuf> {
    let unreadable = loaded.diagnostics.iter().filter(|found| found.code == Code::Unreadable);
    let paths = unreadable.filter_map(|found| {
        let from = Path::new(loaded.sources.get(found.span.file).name());
        let written = loaded.sources.text(found.span).trim_matches(['"', '\'']);
        (!written.is_empty()).then(|| from.parent().unwrap_or(Path::new("")).join(written))
    });
    paths.collect()
}

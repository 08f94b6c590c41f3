//! A user's templates: files of a folder in the place of ours, and what is wrong with them.

use super::finding::{self, Finding};
use super::{Failure, report};
use crate::ts::{Printer, template_names};
use handlebars::{RenderError, RenderErrorReason, TemplateError, TemplateErrorReason};
use sockgen_schema::source::Source;
use sockgen_schema::suggest::{Guesses, listed, nearest};
use std::fs;
use std::path::{Path, PathBuf};

/// The largest template that is read, in bytes.
const MAX_BYTES: u64 = 4 * 1024 * 1024;

/// Templates as they were read, for messages that show them.
#[derive(Debug, Default)]
pub(super) struct Texts(Vec<(String, Source)>);

/// Templates of a folder that replace ours.
#[derive(Debug, Default)]
pub(super) struct Templates {
    pub(super) printer: Printer,
    pub(super) texts: Texts,
    /// The files, which no output may replace.
    pub(super) files: Vec<PathBuf>,
}

/// Reads the templates of a folder. What is wrong in one of them is printed, and nothing comes back.
pub(super) fn read_folder(folder: &Path) -> Result<Option<Templates>, Failure> {
    let shown = folder.display();
    let cannot = |error: std::io::Error| {
        Failure::new(format!("the folder of templates `{shown}` cannot be read: {error}"))
            .help("name a folder that holds templates, such as `types.hbs`")
    };
    fs::read_dir(folder).map_err(cannot)?;
    let files = files(folder);
    let names = template_names();
    let mut texts = Texts::default();
    let mut ours = Vec::new();
    for file in files {
        let name = file.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
        let known = name.strip_suffix(".hbs").filter(|stem| names.clone().any(|known| known == *stem));
        let Some(stem) = known else {
            let all: Vec<String> = names.clone().map(|name| format!("{name}.hbs")).collect();
            let all: Vec<&str> = all.iter().map(String::as_str).collect();
            let help = match nearest(&name, all.iter().copied()) {
                Some(near) => format!("did you mean `{near}`?"),
                None => format!(
                    "only {} can be replaced; a template of another output is for `sockgen render`",
                    listed(&all)
                ),
            };
            return Err(Failure::new(format!("`{}` replaces no template", file.display())).help(help));
        };
        let text = read(&file)?;
        texts.0.push((stem.to_owned(), Source::new(file.to_string_lossy(), text.as_str())));
        ours.push((stem.to_owned(), text));
    }
    let files = texts.0.iter().map(|(_, source)| PathBuf::from(source.name())).collect();
    match Printer::replacing(ours) {
        Ok(printer) => Ok(Some(Templates { printer, texts, files })),
        Err(error) => {
            texts.say_unparsed(&error)?;
            Ok(None)
        }
    }
}

/// The files of a folder, sorted. What hides are leavings of editors and systems, mostly.
pub(super) fn files(folder: &Path) -> Vec<PathBuf> {
    let entries = fs::read_dir(folder).into_iter().flatten().flatten();
    let hides = |name: &str| name.starts_with('.') || name.ends_with('~');
    let shown = entries.filter(|entry| !hides(&entry.file_name().to_string_lossy()));
    let mut files: Vec<PathBuf> = shown.map(|entry| entry.path()).collect();
    files.sort();
    files
}

/// The text of a template.
pub(super) fn read(file: &Path) -> Result<String, Failure> {
    let shown = file.display();
    let cannot = |reason: String| {
        Failure::new(format!("the template `{shown}` cannot be read: {reason}")).help("check the path")
    };
    let metadata = fs::metadata(file).map_err(|error| cannot(error.to_string()))?;
    if !metadata.is_file() || metadata.len() > MAX_BYTES {
        return Err(cannot("it is no file, or larger than 4 MiB".to_owned()));
    }
    let bytes = fs::read(file).map_err(|error| cannot(error.to_string()))?;
    let text = String::from_utf8(bytes).map_err(|_| cannot("it is not UTF-8".to_owned()))?;
    // A checkout may have changed the line ends; what is generated has the same on every machine.
    Ok(if text.contains('\r') { text.replace("\r\n", "\n") } else { text })
}

impl Texts {
    /// One template under a name.
    pub(super) fn one(name: &str, file: &Path, text: &str) -> Self {
        Texts(vec![(name.to_owned(), Source::new(file.to_string_lossy(), text))])
    }

    fn named(&self, name: Option<&String>) -> Option<&Source> {
        let found = self.0.iter().find(|(known, _)| Some(known) == name);
        found.or_else(|| self.0.first().filter(|_| self.0.len() == 1)).map(|(_, source)| source)
    }

    /// Says why a text is no template.
    pub(super) fn say_unparsed(&self, error: &TemplateError) -> Result<(), Failure> {
        let ends_early = self.named(error.name()).zip(error.pos()).is_some_and(|(source, (line, column))| {
            finding::place(source, line, column).start >= source.text().trim_end().len()
        });
        let message = match error.reason() {
            _ if ends_early => {
                "this template ends too early: something that was opened is not closed".to_owned()
            }
            TemplateErrorReason::InvalidSyntax(reason) => {
                let reason = reason.trim().lines().last().unwrap_or_default().trim_start_matches([' ', '=']);
                match reason.matches(',').count() {
                    0..4 => format!("this is no Handlebars: {reason}"),
                    _ => "this is no Handlebars".to_owned(),
                }
            }
            reason => format!("this is no Handlebars: {reason}"),
        };
        let help = ends_early.then(|| "write `{{/if}}`, `{{/each}}`, `{{/inline}}`, or `}}`".to_owned());
        self.say(error.name(), error.pos(), message, help)
    }

    /// Says why a template cannot be filled.
    pub(super) fn say_unrendered(&self, error: &RenderError) -> Result<(), Failure> {
        let at = error.line_no.zip(error.column_no);
        let (message, help) = match error.reason() {
            RenderErrorReason::MissingVariable(path) => {
                let path = path.as_deref().unwrap_or("a variable");
                let help = "`sockgen view` prints what a template gets; every key is always there";
                (format!("there is no `{path}` here"), Some(help.to_owned()))
            }
            RenderErrorReason::HelperNotFound(name) => {
                let mut guesses = Guesses::default();
                let help = guesses.did_you_mean(name, crate::view::HELPERS.iter().copied());
                (format!("there is no helper `{name}`"), help)
            }
            RenderErrorReason::PartialNotFound(name) => {
                let help = "declare it in this file, with `{{#*inline \"name\"}}…{{/inline}}`";
                (format!("there is no partial `{name}`"), Some(help.to_owned()))
            }
            RenderErrorReason::TemplateError(error) => return self.say_unparsed(error),
            reason => {
                let reason = reason.to_string();
                (reason.strip_prefix("Nested error: ").unwrap_or(&reason).to_owned(), None)
            }
        };
        self.say(error.template_name.as_ref(), at, message, help)
    }

    fn say(
        &self,
        name: Option<&String>,
        at: Option<(usize, usize)>,
        message: String,
        help: Option<String>,
    ) -> Result<(), Failure> {
        let Some(source) = self.named(name) else {
            return Err(Failure::new(message));
        };
        let (line, column) = at.unwrap_or((1, 1));
        let found = Finding { at: finding::place(source, line, column), message, help };
        report::eprint(&finding::render(source, &[found]))
    }
}

//! `sockgen render FILE --template FILE`: a contract in any other language, and `sockgen view FILE`, what its template gets.

use super::templates::{self, Texts};
use super::{Failure, Outcome, output, report};
use crate::ts::{self, Dates, Int64, Options, Printer, template_names};
use crate::view::{self, View};
use clap::Args;
use clap::builder::PossibleValuesParser;
use sockgen_schema::model::Model;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct RenderArgs {
    /// The schema file, `*.sockgen.yaml`
    file: PathBuf,
    /// The template, in Handlebars
    #[arg(short, long, value_name = "FILE")]
    template: PathBuf,
    /// Write to this file instead of printing
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write nothing; exit with 1 and show what differs if the output file is not current
    #[arg(long, requires = "output")]
    check: bool,
}

#[derive(Args)]
pub(super) struct ViewArgs {
    /// The schema file, `*.sockgen.yaml`
    file: PathBuf,
    /// What one of our own TypeScript templates gets (see `sockgen ts --templates`; unstable), instead of what templates for
    /// `sockgen render` get
    #[arg(long, value_name = "NAME", value_parser = PossibleValuesParser::new(template_names()))]
    template: Option<String>,
}

pub(super) fn run(args: &RenderArgs) -> Result<Outcome, Failure> {
    let Some(contract) = report::contract(&args.file)? else { return Ok(Outcome::Findings) };
    let Some(text) = text(&contract.model, &args.file, &args.template)? else { return Ok(Outcome::Findings) };
    let sources: Vec<PathBuf> = contract.files.into_iter().chain([args.template.clone()]).collect();
    output::place(args.output.as_deref(), &sources, args.check, text)
}

/// What a template makes of a contract. What is wrong in it is said, and nothing comes back.
pub(super) fn text(model: &Model, schema: &Path, template: &Path) -> Result<Option<String>, Failure> {
    let text = templates::read(template)?;
    // The name that errors give back.
    let name = template.file_name().map(|name| name.to_string_lossy().into_owned()).unwrap_or_default();
    let texts = Texts::one(&name, template, &text);
    let mut templates = view::engine();
    if let Err(error) = templates.register_template_string(&name, &text) {
        texts.say_unparsed(&error)?;
        return Ok(None);
    }
    match templates.render(&name, &View::new(model, &output::source_name(schema))) {
        Ok(text) => Ok(Some(text)),
        Err(error) => {
            texts.say_unrendered(&error)?;
            Ok(None)
        }
    }
}

pub(super) fn view(args: &ViewArgs) -> Result<Outcome, Failure> {
    let Some(contract) = report::contract(&args.file)? else { return Ok(Outcome::Findings) };
    let source = output::source_name(&args.file);
    let text = match &args.template {
        None => {
            serde_json::to_string_pretty(&View::new(&contract.model, &source))
                .map_err(|error| Failure::new(format!("the view cannot be printed: {error}")))?
                + "\n"
        }
        Some(template) => {
            let mut options = Options::everything(source, "events");
            if template == "convert" {
                (options.dates, options.int64) = (Dates::Date, Int64::BigInt);
            }
            let ends = if template == "types" { ".ts".to_owned() } else { format!(".{template}.ts") };
            let files = ts::files_with(&contract.model, &options, &Printer::views())
                .map_err(|error| Failure::new(error.to_string()))?;
            let found = files.into_iter().find(|file| file.name == format!("events{ends}"));
            found.map(|file| file.text).ok_or_else(|| {
                Failure::new(format!("nothing is printed with `{template}.hbs` alone"))
                    .help("it is a part of another template, or this schema needs no such file")
            })?
        }
    };
    report::print(&text)?;
    Ok(Outcome::Done)
}

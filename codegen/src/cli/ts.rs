//! `sockgen ts FILE`: types, and all that is made over them, in TypeScript.

use super::output::Output;
use super::ts_options::{Choice, Written, beside, is_several, settle, stem, url_env};
use super::{Failure, GenerateArgs, Outcome, output, report, templates};
use crate::files::{File, Files};
use crate::ts::{self, Dates, ImportExtension, Int64, Options, Platform, Printer, UrlEnv};
use clap::Args;
use clap::builder::{PossibleValue, PossibleValuesParser, TypedValueParser};
use handlebars::RenderError;
use sockgen_schema::model::Model;
use std::path::{Path, PathBuf};

#[derive(Args)]
pub(super) struct TsArgs {
    #[command(flatten)]
    generate: GenerateArgs,
    /// Also write the client, `createSocket()`, to `….client.ts`
    #[arg(long)]
    client: bool,
    /// Also write validators, which implement Standard Schema, to `….validators.ts`
    #[arg(long)]
    validators: bool,
    /// Also write hooks for React to `….react.ts`; implies `--client`
    #[arg(long)]
    react: bool,
    /// Also write a fake server for the frontend's own tests to `….fake.ts`; implies `--client`
    #[arg(long)]
    fake: bool,
    /// What dates and times are; all but `string` needs `--client`
    #[arg(long, value_name = "TYPE", default_value = "string", value_parser = choice::<Dates>())]
    dates: Dates,
    /// What 64-bit integers are; all but `string` needs `--client`
    #[arg(long, value_name = "TYPE", default_value = "string", value_parser = choice::<Int64>())]
    int64: Int64,
    /// Where the client runs
    #[arg(long, value_name = "PLATFORM", default_value = "browser", value_parser = choice::<Platform>())]
    platform: Platform,
    /// The variable in which the client finds the server's address: `NEXT_PUBLIC_…` and others are read from
    /// `process.env`, `VITE_…` from Vite's `import.meta.env`. `import.meta.env.NAME` and `process.env.NAME` say which
    #[arg(long, value_name = "NAME", value_parser = parse_url_env)]
    url_env: Option<UrlEnv>,
    /// How generated files import each other
    #[arg(long, value_name = "EXTENSION", default_value = "none", value_parser = choice::<ImportExtension>())]
    import_extension: ImportExtension,
    /// Print with the templates of this folder in the place of ours of the same name (`types.hbs`). Unstable: what
    /// templates get changes between versions; `sockgen view FILE --template types` shows it
    #[arg(long, value_name = "DIR")]
    templates: Option<PathBuf>,
}

/// One of the words of a choice.
fn choice<C: Choice>() -> impl TypedValueParser<Value = C> {
    let words = C::WORDS.iter().map(|(word, _, meaning)| PossibleValue::new(*word).help(*meaning));
    PossibleValuesParser::new(words)
        .map(|word| C::of(&word).expect("the parser lets the words through alone"))
}

fn parse_url_env(written: &str) -> Result<UrlEnv, String> {
    url_env(written).map_err(|(message, help)| format!("{message}: {help}"))
}

pub(super) fn run(args: &TsArgs) -> Result<Outcome, Failure> {
    let TsArgs { generate, client, validators, react, fake, .. } = args;
    let mut options = Options {
        client: *client,
        validators: *validators,
        react: *react,
        fake: *fake,
        dates: args.dates,
        int64: args.int64,
        platform: args.platform,
        url_env: args.url_env.clone(),
        extension: args.import_extension,
        ..Options::types(output::source_name(&generate.file))
    };
    settle(&mut options, Written::Flags).map_err(|(_, (message, help))| Failure::new(message).help(help))?;
    if is_several(&options) {
        options.stem = match &generate.output {
            Some(file) => stem(file).map_err(|(message, help)| Failure::new(message).help(help))?,
            None => {
                let (message, file) = ("these flags make several files", generate.file.display());
                return Err(Failure::new(message).help(format!(
                    "say where with `-o`: `sockgen ts {file} -o {}.ts` and the flags; the others stand beside it",
                    options.stem
                )));
            }
        };
    }
    let replaced = match &args.templates {
        None => templates::Templates::default(),
        Some(folder) => match templates::read_folder(folder)? {
            Some(replaced) => replaced,
            None => return Ok(Outcome::Findings),
        },
    };
    let Some(contract) = report::contract(&generate.file)? else { return Ok(Outcome::Findings) };
    let sources: Vec<PathBuf> = contract.files.into_iter().chain(replaced.files).collect();
    let Some(file) = &generate.output else {
        let files = ts::files_with(&contract.model, &options, &replaced.printer);
        return match files {
            Ok(files) => {
                report::print(&files.into_iter().map(|file| file.text).collect::<String>())?;
                Ok(Outcome::Done)
            }
            Err(error) => unrendered(&replaced.texts, &error),
        };
    };
    match outputs(&contract.model, &options, &replaced.printer, file) {
        Ok(outputs) => output::place_all(&outputs, &sources, generate.check),
        Err(error) => unrendered(&replaced.texts, &error),
    }
}

fn unrendered(texts: &templates::Texts, error: &RenderError) -> Result<Outcome, Failure> {
    texts.say_unrendered(error)?;
    Ok(Outcome::Findings)
}

/// All files: the first one as it is called, the others beside it.
pub(super) fn outputs(
    model: &Model,
    options: &Options,
    printer: &Printer,
    file: &Path,
) -> Result<Vec<Output>, Box<RenderError>> {
    Ok(placed(ts::files_with(model, options, printer)?, file))
}

fn placed(files: Files, file: &Path) -> Vec<Output> {
    let place = |(at, made): (usize, File)| Output {
        path: if at == 0 { file.to_owned() } else { beside(file, &made.name) },
        text: made.text,
    };
    files.into_iter().enumerate().map(place).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn files_stand_beside_the_one_that_was_named() {
        let mut files = Files::default();
        files.push("io.ts", "types".to_owned());
        files.push("io.client.ts", "client".to_owned());
        let places = |file: &str| -> Vec<String> {
            let outputs = placed(files.clone(), Path::new(file));
            outputs.iter().map(|output| format!("{}: {}", output.path.display(), output.text)).collect()
        };
        assert_eq!(places("a/io.ts"), ["a/io.ts: types", "a/io.client.ts: client"]);
        assert_eq!(places("io"), ["io: types", "io.client.ts: client"]);
    }
}

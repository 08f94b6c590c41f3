//! The `sockgen` command. One file a subcommand; `output` alone writes to disk.
//!
//! Exit codes: 0 for success, 1 where a schema has errors (or warnings that are denied) or an output is not current, 2
//! for misuse and for files that cannot be read or written.

mod check;
mod completions;
mod config;
mod explain;
mod explorer;
mod finding;
mod fmt;
mod generate;
mod init;
mod levels;
mod output;
mod render;
mod report;
mod rust;
mod schema;
mod templates;
mod ts;
mod ts_options;

use clap::{Args, Parser, Subcommand, ValueEnum};
use std::path::PathBuf;
use std::process::ExitCode;

/// Typed Socket.IO from one schema file: Rust servers on socketioxide, TypeScript clients on socket.io-client.
#[derive(Parser)]
#[command(name = "sockgen", version, arg_required_else_help = true, max_term_width = 100)]
struct Cli {
    #[command(subcommand)]
    command: Command,
}

#[derive(Subcommand)]
enum Command {
    /// Report every error of schema files, and what could be better
    Check(CheckArgs),
    /// Say what a rule is about, with examples. Without one, list all rules
    Explain(ExplainArgs),
    /// Generate TypeScript: the types of every event for socket.io-client, a client, validators, React hooks, a fake server
    Ts(ts::TsArgs),
    /// Write a contract to begin with, sockgen.toml, and scripts in package.json. Nothing that is there is overwritten
    Init(init::InitArgs),
    /// Generate everything that sockgen.toml names
    Generate(generate::AllArgs),
    /// Format schema files: one layout, with comments kept. Nothing that they mean changes
    Fmt(FmtArgs),
    /// Print a contract with a template of your own, in any language (`sockgen view` prints what it gets)
    Render(render::RenderArgs),
    /// Write the page on which every event can be tried, as one file
    Explorer(explorer::ExplorerArgs),
    /// Print what templates get, as JSON
    View(render::ViewArgs),
    /// Print the JSON Schema of the schema language, with which editors complete, explain and check schema files
    Schema(SchemaArgs),
    /// Print a script with which a shell completes this command: bash, zsh, fish, elvish, powershell
    Completions {
        /// The shell
        shell: clap_complete::Shell,
    },
    /// Print what #[socket_events] expands to, as a file that can be used without the macro
    Rust(GenerateArgs),
}

#[derive(Args)]
struct CheckArgs {
    /// The schema files, `*.sockgen.yaml`
    #[arg(required = true, value_name = "FILE")]
    files: Vec<PathBuf>,
    /// How findings are printed
    #[arg(long, value_enum, default_value_t = Format::Human)]
    format: Format,
    #[command(flatten)]
    levels: levels::LevelArgs,
}

#[derive(Args)]
struct ExplainArgs {
    /// Codes or names of rules, such as `SG0101` or `unknown-key`
    #[arg(value_name = "RULE")]
    rules: Vec<String>,
    /// List all rules, a line each
    #[arg(long, conflicts_with = "rules")]
    list: bool,
}

#[derive(Args)]
struct FmtArgs {
    /// The schema files; `-` formats standard input to standard output. Without any, every `*.sockgen.yaml` below this
    /// folder, except in hidden folders, `node_modules` and `target`
    #[arg(value_name = "FILE")]
    files: Vec<PathBuf>,
    /// Write nothing; exit with 1 and show what differs in the files that are not formatted
    #[arg(long)]
    check: bool,
}

#[derive(Args)]
struct SchemaArgs {
    /// Complete the names in this schema file as well: its types and those of the files it names, its rooms, its events
    #[arg(long = "for", value_name = "FILE")]
    file: Option<PathBuf>,
    /// Write to this file instead of printing
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write nothing; exit with 1 and show what differs if the output file is not current
    #[arg(long, requires = "output")]
    check: bool,
}

#[derive(Args)]
struct GenerateArgs {
    /// The schema file, `*.sockgen.yaml`
    file: PathBuf,
    /// Write to this file instead of printing
    #[arg(short, long, value_name = "FILE")]
    output: Option<PathBuf>,
    /// Write nothing; exit with 1 and show what differs if the output file is not current
    #[arg(long, requires = "output")]
    check: bool,
}

#[derive(Clone, Copy, PartialEq, Eq, ValueEnum)]
enum Format {
    /// With the lines they speak of
    Human,
    /// One line each
    Short,
    /// One JSON array
    Json,
    /// Workflow commands of GitHub Actions, which shows them beside the code
    Github,
    /// One SARIF log, version 2.1.0, for code scanning
    Sarif,
}

/// Runs the command with the process's arguments.
pub fn main() -> ExitCode {
    let result = match Cli::parse().command {
        Command::Check(args) => check::run(&args),
        Command::Explain(args) => explain::run(&args),
        Command::Init(args) => init::run(&args),
        Command::Generate(args) => generate::run(&args),
        Command::Fmt(args) => fmt::run(&args),
        Command::Render(args) => render::run(&args),
        Command::View(args) => render::view(&args),
        Command::Explorer(args) => explorer::run(&args),
        Command::Schema(args) => schema::run(&args),
        Command::Completions { shell } => completions::run(shell),
        Command::Ts(args) => ts::run(&args),
        Command::Rust(args) => rust::run(&args),
    };
    match result {
        Ok(Outcome::Done) => ExitCode::SUCCESS,
        Ok(Outcome::Findings) => ExitCode::from(1),
        Err(failure) => {
            report::failure(&failure);
            ExitCode::from(2)
        }
    }
}

/// How a command that could do its work ended.
enum Outcome {
    /// Everything is in order.
    Done,
    /// The schema has errors, or an output is not current. What was found has been printed.
    Findings,
}

/// Why a command could not do its work: one sentence, and what to do.
struct Failure {
    message: String,
    help: Option<String>,
}

impl Failure {
    fn new(message: impl Into<String>) -> Self {
        Failure { message: message.into(), help: None }
    }

    fn help(mut self, help: impl Into<String>) -> Self {
        self.help = Some(help.into());
        self
    }
}

//! `sockgen init`: a contract, `sockgen.toml`, and scripts in `package.json`. It asks nothing and overwrites nothing.

mod package_json;
mod project;

use super::output::{self, Output, write_all};
use super::{Failure, Outcome, config, report};
use clap::Args;
use package_json::with_scripts;
use project::{Framework, NEXT_URL, Project, VITE_URL};
use std::fs;
use std::path::{Path, PathBuf};

/// The contract that a new project begins with.
const STARTER: &str = include_str!("starter.sockgen.yaml");
/// What it is called.
const STARTER_NAME: &str = "events.sockgen.yaml";

#[derive(Args)]
pub(super) struct InitArgs {
    /// The folder; without it, this one
    #[arg(value_name = "FOLDER")]
    folder: Option<PathBuf>,
    /// Write nothing, and print what would be written
    #[arg(long)]
    dry_run: bool,
    /// Nothing is asked in any case; scripts that say so may go on saying it
    #[arg(short, long, hide = true)]
    yes: bool,
}

pub(super) fn run(args: &InitArgs) -> Result<Outcome, Failure> {
    let folder = args.folder.clone().unwrap_or_default();
    if args.folder.is_some() && !folder.is_dir() {
        return Err(Failure::new(format!("`{}` is no folder", folder.display())).help("make it first"));
    }
    let project = Project::of(&folder);
    let mut plan = Plan::default();
    plan.config(&folder, &project);
    plan.package_json(&folder);
    if args.dry_run {
        let would = |output: &Output| format!("would write {}:\n\n{}\n", output.path.display(), output.text);
        report::print(&plan.outputs.iter().map(would).collect::<String>())?;
    } else {
        write_all(&plan.outputs.iter().collect::<Vec<_>>())
            .map_err(|(path, error)| output::not_written(&path, &error))?;
    }
    let mut message = plan.said;
    if plan.outputs.is_empty() {
        message.push_str("nothing to do\n");
    } else if !args.dry_run {
        message.push_str(&next(&folder, &project));
    }
    report::eprint(&message)?;
    Ok(Outcome::Done)
}

/// What is to be written, and what is said of it.
#[derive(Default)]
struct Plan {
    outputs: Vec<Output>,
    said: String,
}

impl Plan {
    fn write(&mut self, path: PathBuf, text: String, what: &str) {
        self.said.push_str(&format!("{}: {what}\n", path.display()));
        self.outputs.push(Output { path, text });
    }

    fn config(&mut self, folder: &Path, project: &Project) {
        let path = folder.join(config::NAME);
        // A link that leads nowhere is there as well.
        if fs::symlink_metadata(&path).is_ok() {
            self.said.push_str(&format!("{} is there already, and stays as it is\n", path.display()));
            return;
        }
        let mut schemas = project.schemas.clone();
        if schemas.is_empty() {
            let what = "the contract, to change into yours";
            self.write(folder.join(STARTER_NAME), STARTER.to_owned(), what);
            schemas.push(STARTER_NAME.to_owned());
        }
        self.write(path, project.config(&schemas), "what is generated from it");
    }

    fn package_json(&mut self, folder: &Path) {
        let path = folder.join("package.json");
        let Ok(text) = fs::read_to_string(&path) else { return };
        let shown = path.display();
        match with_scripts(&text) {
            Err(reason) => self.said.push_str(&format!("{shown} stays as it is: {reason}\n")),
            Ok(scripted) => {
                for name in scripted.others {
                    self.said
                        .push_str(&format!("{shown} has another script `{name}`, which stays as it is\n"));
                }
                match scripted.added.as_slice() {
                    [] => {}
                    added => {
                        let what = match added {
                            [one] => format!("the script `{one}`"),
                            several => format!("the scripts `{}`", several.join("` and `")),
                        };
                        self.write(path, scripted.text, &what);
                    }
                }
            }
        }
    }
}

/// What to do next.
fn next(folder: &Path, project: &Project) -> String {
    let schema = project.schemas.first().map_or(STARTER_NAME, String::as_str);
    let mut steps = Vec::new();
    if project.npm && !project.socket_io_client {
        steps.push(format!("{} socket.io-client", project.manager));
    }
    if project.npm && !project.sockgen {
        let dev = if project.manager == "npm install" { "--save-dev" } else { "-D" };
        steps.push(format!("{} {dev} sockgen    # for the scripts, on every machine", project.manager));
    }
    let within = if folder.as_os_str().is_empty() {
        String::new()
    } else {
        format!(" --config {}", folder.join(config::NAME).display())
    };
    let variable = match project.framework {
        Framework::Next => Some((".env.local", NEXT_URL)),
        Framework::Vite => Some((".env", VITE_URL)),
        Framework::Other => None,
    };
    if let Some((file, name)) = variable {
        steps.push(format!("echo {name}=http://localhost:3001 >> {file}    # the server's address"));
    }
    // A package manager's programs are not on the path.
    let runner = match project.manager {
        _ if !project.npm => "",
        "pnpm add" => "pnpm ",
        "yarn add" => "yarn ",
        "bun add" => "bunx ",
        _ => "npx ",
    };
    let generate = format!("{runner}sockgen generate{within}");
    steps.push(format!("{generate}    # and again whenever {schema} changes, or with --watch"));
    steps.push(format!("{generate} --check    # in CI"));
    let mut text = String::from("\nNext:\n");
    steps.iter().for_each(|step| text.push_str(&format!("  {step}\n")));
    if project.framework == Framework::Vite {
        text.push_str("\nWith Vite it runs by itself: `plugins: [sockgen()]`, of \"sockgen/vite\".\n");
    }
    if project.cargo {
        let name = schema.rsplit('/').next().unwrap_or(schema);
        let module = name.split(['.', '-']).next().unwrap_or("events");
        text.push_str(&format!(
            "\nIn the server, which needs nothing generated:\n  #[socket_events(\"{schema}\")]\n  pub mod {module} {{}}\n"
        ));
    }
    text
}

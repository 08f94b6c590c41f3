//! Programs that tests start, and that end with them.

use std::io::{BufRead, BufReader, Read};
use std::path::PathBuf;
use std::process::{Child, Command, ExitStatus, Stdio};
use std::sync::mpsc::{self, Receiver, Sender};
use std::thread;
use std::time::{Duration, Instant};

/// How long a program may take to come up or to end. Far more than it needs, since machines differ.
const PATIENCE: Duration = Duration::from_secs(60);

/// A running program, whose output is read line by line, with what it writes to a piped stderr among it. It is killed
/// when this is dropped, in a panic too.
pub struct Process {
    child: Child,
    lines: Receiver<String>,
}

impl Process {
    /// Starts a program.
    ///
    /// # Panics
    ///
    /// If it cannot be started.
    #[track_caller]
    pub fn start(command: &mut Command) -> Self {
        let child = command.stdin(Stdio::null()).stdout(Stdio::piped()).spawn();
        let mut child = child.unwrap_or_else(|error| panic!("{command:?} cannot be started: {error}"));
        let (sender, lines) = mpsc::channel();
        child.stdout.take().into_iter().for_each(|out| read(out, sender.clone()));
        // Only where the command says that it is piped.
        child.stderr.take().into_iter().for_each(|out| read(out, sender.clone()));
        Process { child, lines }
    }

    /// Ends it, and returns all further lines of its output.
    pub fn rest(mut self) -> Vec<String> {
        // It may have ended already.
        let _ = self.child.kill();
        self.lines.iter().collect()
    }

    /// The first further line of its output in which something is found.
    ///
    /// # Errors
    ///
    /// All lines that came instead, if it ends or takes too long.
    pub fn line_with<T>(&self, find: impl Fn(&str) -> Option<T>) -> Result<T, Vec<String>> {
        let mut seen = Vec::new();
        let deadline = Instant::now() + PATIENCE;
        while let Ok(line) = self.lines.recv_timeout(deadline.saturating_duration_since(Instant::now())) {
            if let Some(found) = find(&line) {
                return Ok(found);
            }
            seen.push(line);
        }
        Err(seen)
    }

    /// Sends a signal, by its name: `TERM`.
    ///
    /// # Panics
    ///
    /// If `kill` cannot be run.
    #[cfg(unix)]
    #[track_caller]
    pub fn signal(&self, name: &str) {
        let sent = Command::new("kill").args(["-s", name, &self.child.id().to_string()]).status();
        assert!(sent.is_ok_and(|status| status.success()), "kill -s {name} failed");
    }

    /// Waits for it to end by itself.
    ///
    /// # Panics
    ///
    /// If it does not.
    #[track_caller]
    pub fn wait(&mut self) -> ExitStatus {
        let deadline = Instant::now() + PATIENCE;
        loop {
            match self.child.try_wait() {
                Ok(Some(status)) => return status,
                Ok(None) if Instant::now() < deadline => thread::sleep(Duration::from_millis(10)),
                other => panic!("the process did not end: {other:?}"),
            }
        }
    }
}

/// Reads to the end, since a program whose output nobody reads comes to a halt.
fn read(output: impl Read + Send + 'static, lines: Sender<String>) {
    thread::spawn(move || {
        for line in BufReader::new(output).lines().map_while(Result::ok) {
            let _ = lines.send(line);
        }
    });
}

impl Drop for Process {
    fn drop(&mut self) {
        // It may have ended already.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}

/// A server at work.
pub struct Server {
    /// Its process.
    pub process: Process,
    /// Where it says that it is, as `http://localhost:3001`.
    pub url: String,
}

impl Server {
    /// Starts a server on a free port, and waits for the line in which it says where it is.
    ///
    /// # Panics
    ///
    /// If it cannot be started, or ends before it says so.
    #[track_caller]
    pub fn start(command: &mut Command) -> Self {
        Self::start_on(command, 0)
    }

    /// Starts a server on a port, where another one was before.
    ///
    /// # Panics
    ///
    /// If it cannot be started, or ends before it says where it is.
    #[track_caller]
    pub fn start_on(command: &mut Command, port: u16) -> Self {
        let process = Process::start(command.env("PORT", port.to_string()));
        let url =
            |line: &str| line.split_whitespace().find(|word| word.starts_with("http://")).map(str::to_owned);
        match process.line_with(url) {
            Ok(url) => Server { process, url },
            Err(seen) => panic!("{command:?} did not say where it is:\n{}", seen.join("\n")),
        }
    }
}

/// Builds a program of this workspace with the profile of the running test, and returns its path.
///
/// # Panics
///
/// If it does not build.
#[track_caller]
pub fn build(package: &str) -> PathBuf {
    build_with(package, &[]).join(package).with_extension(std::env::consts::EXE_EXTENSION)
}

/// Builds the programs of a package with these features, and returns the folder that they are in.
///
/// # Panics
///
/// If they do not build.
#[track_caller]
pub fn build_with(package: &str, features: &[&str]) -> PathBuf {
    // `target/debug/deps/e2e-0123456789abcdef`
    let test = std::env::current_exe().unwrap_or_default();
    let mut folders = test.ancestors().skip(2);
    let (Some(profile), Some(target)) = (folders.next(), folders.next()) else {
        panic!("{} is not in a target folder", test.display());
    };
    let name = profile.file_name().and_then(|name| name.to_str()).unwrap_or("debug");
    let mut command = Command::new(env!("CARGO"));
    command
        .args(["build", "--quiet", "--package", package, "--features", &features.join(",")])
        .args(["--profile", if name == "debug" { "dev" } else { name }])
        .arg("--target-dir")
        .arg(target)
        .current_dir(crate::root());
    crate::node::succeed(&mut command);
    profile.to_owned()
}

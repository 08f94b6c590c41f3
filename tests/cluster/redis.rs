//! A Redis of the test's own: on a port from the system, in a folder of the test's, with nothing kept on disk.

use sockgen_tests::process::Process;
use std::net::TcpListener;
use std::path::{Path, PathBuf};
use std::process::Command;

/// A running `redis-server`, which ends with this value.
pub struct Redis {
    process: Process,
    folder: PathBuf,
    port: u16,
}

impl Redis {
    /// Starts it.
    #[track_caller]
    pub fn start(folder: &Path) -> Self {
        let version = Command::new("redis-server").arg("--version").output();
        assert!(
            version.is_ok_and(|output| output.status.success()),
            "`redis-server` cannot be run: install it (on Debian: apt-get install --no-install-recommends redis-server; the service need not run)"
        );
        // Redis does not take a port of the system's choice. Between here and its start somebody else may take this one.
        for _ in 0..10 {
            let free = TcpListener::bind(("127.0.0.1", 0)).and_then(|listener| listener.local_addr());
            let port = free.unwrap().port();
            if let Ok(process) = run(folder, port) {
                return Self { process, folder: folder.to_owned(), port };
            }
        }
        panic!("redis-server did not start in {}", folder.display());
    }

    /// Where it is.
    pub fn url(&self) -> String {
        format!("redis://127.0.0.1:{}", self.port)
    }

    /// Ends it, as a process manager does.
    pub fn stop(&mut self) {
        self.process.signal("TERM");
        self.process.wait();
    }

    /// Starts it where it was.
    pub fn start_again(&mut self) {
        let process = run(&self.folder, self.port);
        self.process =
            process.unwrap_or_else(|said| panic!("redis-server did not start:\n{}", said.join("\n")));
    }
}

fn run(folder: &Path, port: u16) -> Result<Process, Vec<String>> {
    let process = Process::start(
        Command::new("redis-server")
            .args(["--bind", "127.0.0.1", "--port", &port.to_string(), "--save", "", "--appendonly", "no"])
            .args(["--daemonize", "no", "--dir"])
            .arg(folder),
    );
    process.line_with(|line| line.contains("Ready to accept connections").then_some(()))?;
    Ok(process)
}

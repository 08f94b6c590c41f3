//! Several nodes: the cluster example behind a real Redis, and what happens when a part of it goes away.
//!
//! The clients are in `web/e2e/cluster*.test.ts`. The processes are owned here, so that they end with the test: a client
//! program prints what is to be done to them, `> kill 1` say, and sees for itself when it was done.

mod redis;

use crate::redis::Redis;
use sockgen_tests::generated;
use sockgen_tests::node::{node, succeed};
use sockgen_tests::process::{Process, Server, build_with};
use std::cell::RefCell;
use std::fs::{self, File};
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::OnceLock;

#[test]
fn the_same_handlers_work_on_two_nodes() {
    let cluster = Cluster::start("two_nodes");
    succeed(cluster.clients().args(["--test", "--test-timeout=60000", "e2e/cluster.test.ts"]));
}

#[test]
fn what_goes_away_takes_nothing_else_with_it() {
    let mut cluster = Cluster::start("faults");
    // Not with `--test`, which would keep back what it prints until it ends.
    let mut clients = Process::start(cluster.clients().arg("e2e/cluster_faults.test.ts"));
    let said = RefCell::new(Vec::new());
    let wish = |line: &str| {
        said.borrow_mut().push(line.to_owned());
        line.strip_prefix("> ").map(str::to_owned)
    };
    while let Ok(wish) = clients.line_with(wish) {
        cluster.fulfil(&wish);
    }
    let logs = [cluster.log(0), cluster.log(1)];
    let said = said.into_inner().join("\n");
    assert!(clients.wait().success(), "{said}\n\n{}", logs.join("\n\n"));

    // The outage is in the log: when it began, what it cost, and that it is over.
    for log in &logs {
        assert!(log.contains("Redis is away"), "{log}");
    }
    let said = "the other nodes could not be reached: broadcasts went to this node's sockets alone";
    let lost = logs[0].lines().filter(|line| line.contains(said)).count();
    assert!(lost >= 1, "{}", logs[0]);
    // The clients lost more than fifty messages, which is no reason to say so fifty times.
    assert!(lost < 50, "{}", logs[0]);
    assert!(logs[0].contains("the other nodes can be reached again"), "{}", logs[0]);
}

#[test]
fn an_announcement_that_reaches_nobody_fails() {
    let redis = Redis::start(&folder("announcement"));
    let said = announce(&redis).args(["stage", "hello"]).output().unwrap();
    let error = String::from_utf8_lossy(&said.stderr);
    assert!(!said.status.success() && error.contains("no node is listening"), "{error}");

    // It is checked as a server checks what it sends, before anything is sent.
    let said = announce(&redis).args(["stage", &"x".repeat(201)]).output().unwrap();
    let error = String::from_utf8_lossy(&said.stderr);
    assert!(!said.status.success() && error.contains("breaks its schema: $.text"), "{error}");
}

#[test]
fn a_node_without_its_redis_does_not_start() {
    let said = program("cluster-node").env("REDIS_URL", "redis://127.0.0.1:1").output().unwrap();
    let error = String::from_utf8_lossy(&said.stderr);
    assert!(!said.status.success() && error.contains("REDIS_URL"), "{error}");
}

/// Two nodes and what is between them.
struct Cluster {
    folder: PathBuf,
    redis: Redis,
    nodes: [Server; 2],
}

impl Cluster {
    fn start(name: &str) -> Self {
        let folder = folder(name);
        let redis = Redis::start(&folder);
        let nodes = [0, 1].map(|number| Server::start(&mut Self::node(&folder, &redis, number)));
        Self { folder, redis, nodes }
    }

    fn node(folder: &Path, redis: &Redis, number: usize) -> Command {
        let mut command = program("cluster-node");
        let log = File::options().create(true).append(true).open(folder.join(format!("node{number}.log")));
        command
            .env("REDIS_URL", redis.url())
            .env("RUST_LOG", "info")
            .env("NO_COLOR", "1")
            .stderr(log.unwrap());
        command
    }

    /// What a node said of what happened to it.
    fn log(&self, number: usize) -> String {
        fs::read_to_string(self.folder.join(format!("node{number}.log"))).unwrap()
    }

    /// Node, as it runs a program of clients.
    fn clients(&self) -> Command {
        generated::write_types();
        let mut command = node();
        command.args(["--import", "tsx"]);
        command.env("NODES", self.nodes.each_ref().map(|node| node.url.as_str()).join(","));
        command
    }

    fn fulfil(&mut self, wish: &str) {
        let words: Vec<_> = wish.split(' ').collect();
        match words[..] {
            ["kill", number] => self.nodes[number.parse::<usize>().unwrap()].process.signal("KILL"),
            ["start", "redis"] => self.redis.start_again(),
            ["stop", "redis"] => self.redis.stop(),
            ["start", number] => {
                let number = number.parse::<usize>().unwrap();
                let port = self.nodes[number].url.rsplit(':').next().unwrap().parse().unwrap();
                let mut command = Self::node(&self.folder, &self.redis, number);
                self.nodes[number] = Server::start_on(&mut command, port);
            }
            ["announce", room, ..] => {
                let text = words[2..].join(" ");
                succeed(announce(&self.redis).args([room, &text]));
            }
            _ => panic!("nobody knows how to {wish}"),
        }
    }
}

/// A folder that is empty, for one test.
fn folder(name: &str) -> PathBuf {
    let folder = Path::new(env!("CARGO_TARGET_TMPDIR")).join("cluster").join(name);
    // It may be there from an earlier run.
    let _ = fs::remove_dir_all(&folder);
    fs::create_dir_all(&folder).unwrap();
    folder
}

fn announce(redis: &Redis) -> Command {
    let mut command = program("cluster-announce");
    command.env("REDIS_URL", redis.url());
    command
}

/// A program of the example.
fn program(name: &str) -> Command {
    static BUILT: OnceLock<PathBuf> = OnceLock::new();
    let folder = BUILT.get_or_init(|| build_with("cluster", &["redis"]));
    let mut command = Command::new(folder.join(name).with_extension(std::env::consts::EXE_EXTENSION));
    // What the shell that runs the tests has set for a server of its own is not meant here.
    for variable in ["PORT", "REDIS_URL", "MONGODB_URL", "POSTGRES_URL", "RUST_LOG"] {
        command.env_remove(variable);
    }
    command
}

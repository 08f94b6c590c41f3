//! Generated files that are checked in are what the command writes today.

use assert_cmd::Command;
use std::path::Path;

#[test]
fn checked_in_outputs_are_current() {
    let root = Path::new(env!("CARGO_MANIFEST_DIR")).join("..");
    for (command, schema, output) in
        [("rust", "examples/call/call.sockgen.yaml", "runtime/tests/expansion/call.rs")]
    {
        let mut sockgen = Command::new(env!("CARGO_BIN_EXE_sockgen"));
        sockgen.current_dir(&root).args([command, schema, "-o", output, "--check"]).assert().success();
    }
}

//! The `sockgen` command.

fn main() -> std::process::ExitCode {
    sockgen_codegen::cli::main()
}

//! x
fn main() {
    for path in std::env::args().skip(1) {
        let loaded = sockgen_schema::load(std::path::Path::new(&path), &path, &sockgen_schema::Disk);
        print!(
            "{}",
            sockgen_schema::diagnostic::human(
                &loaded.sources,
                &loaded.diagnostics,
                sockgen_schema::diagnostic::Style::Plain
            )
        );
        if std::env::var("DUMP").is_ok() {
            println!("{:#?}", loaded.model);
        }
        if let Some(m) = &loaded.model {
            println!("{} types, hash {}", m.types.len(), m.wire_hash());
        }
    }
}

//! What may be chosen about generated TypeScript, in words: the same for the flags of `sockgen ts` and the keys of
//! `sockgen.toml`.

use crate::escape::one_line;
use crate::escape_ts::is_name;
use crate::ts::{Dates, ImportExtension, Int64, Options, Platform, UrlEnv};
use std::path::{Path, PathBuf};

/// A choice between words.
pub(super) trait Choice: Copy + Send + Sync + 'static {
    /// Every word, with what it stands for and what it means. The first one is what is chosen by default.
    const WORDS: &'static [(&'static str, Self, &'static str)];

    /// What a word stands for.
    fn of(word: &str) -> Option<Self> {
        Self::WORDS.iter().find(|(known, ..)| *known == word).map(|(_, choice, _)| *choice)
    }
}

impl Choice for Dates {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("string", Dates::String, "The text on the wire"),
        ("date", Dates::Date, "A `Date` for `datetime`; a `date`, which has no time zone, stays a text"),
    ];
}

impl Choice for Int64 {
    const WORDS: &'static [(&'static str, Self, &'static str)] =
        &[("string", Int64::String, "The text on the wire"), ("bigint", Int64::BigInt, "A `bigint`")];
}

impl Choice for Platform {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("browser", Platform::Browser, "Binary data arrives as `ArrayBuffer`"),
        ("node", Platform::Node, "Binary data arrives as `Buffer`"),
        ("any", Platform::Any, "Binary data arrives as one or the other"),
    ];
}

impl Choice for ImportExtension {
    const WORDS: &'static [(&'static str, Self, &'static str)] = &[
        ("none", ImportExtension::None, "`./call`, for bundlers"),
        ("js", ImportExtension::Js, "`./call.js`, for Node and `\"moduleResolution\": \"nodenext\"`"),
        ("ts", ImportExtension::Ts, "`./call.ts`, where TypeScript is run as it is"),
    ];
}

/// Why something that was written cannot be: one sentence, and what to write instead.
pub(super) type Refusal = (String, String);

/// The variable in which the client finds the server's address.
///
/// `VITE_…` and `import.meta.env.…` are read as Vite has them, all else as Next.js and Node do. `process.env.VITE_…` says
/// that a name is meant in their way all the same.
pub(super) fn url_env(written: &str) -> Result<UrlEnv, Refusal> {
    let (name, meta) = if let Some(name) = written.strip_prefix("import.meta.env.") {
        (name, true)
    } else if let Some(name) = written.strip_prefix("process.env.") {
        (name, false)
    } else {
        (written, written.starts_with("VITE_"))
    };
    if !is_name(name) || name.contains('$') {
        let help = "write its name alone, such as `NEXT_PUBLIC_SOCKET_URL` or `VITE_SOCKET_URL`";
        return Err((format!("`{}` is no name of a variable", name.escape_debug()), help.to_owned()));
    }
    let name = name.to_owned();
    Ok(if meta { UrlEnv::ImportMeta(name) } else { UrlEnv::Process(name) })
}

/// What the options are called where they are written: `--client`, or `client = true`.
#[derive(Clone, Copy)]
pub(super) enum Written {
    Flags,
    Keys,
}

impl Written {
    fn say(self, name: &str, value: Option<&str>) -> String {
        match (self, value) {
            (Written::Flags, None) => format!("`--{name}`"),
            (Written::Flags, Some(value)) => format!("`--{name} {value}`"),
            (Written::Keys, None) => format!("`{name} = true`"),
            (Written::Keys, Some(value)) => format!("`{name} = \"{value}\"`"),
        }
    }
}

/// Makes options agree with each other, or says why they cannot. What is wrong comes with the option's name.
pub(super) fn settle(options: &mut Options, written: Written) -> Result<(), (&'static str, Refusal)> {
    // Hooks and the fake server are made over the client, so whoever asks for them asks for it.
    options.client |= options.react || options.fake;
    if options.client {
        return Ok(());
    }
    let add = |why: &str| format!("add {}, {why}", written.say("client", None));
    let converts = "which converts: types alone change nothing that arrives";
    if options.dates == Dates::Date {
        let message = format!("{} needs the client", written.say("dates", Some("date")));
        return Err(("dates", (message, add(converts))));
    }
    if options.int64 == Int64::BigInt {
        let message = format!("{} needs the client", written.say("int64", Some("bigint")));
        return Err(("int64", (message, add(converts))));
    }
    if options.url_env.is_some() {
        let message = "only the client looks for the server's address".to_owned();
        return Err(("url-env", (message, add("or leave the variable out"))));
    }
    Ok(())
}

/// How many files the options ask for.
pub(super) fn is_several(options: &Options) -> bool {
    options.client || options.validators || options.react || options.fake
}

/// The stem of an output file, by which its neighbours are called.
pub(super) fn stem(file: &Path) -> Result<String, Refusal> {
    let shown = file.display();
    if file.as_os_str().to_string_lossy().ends_with('/') || file.is_dir() {
        let help = format!("name a file in it: `{}`", file.join("call.ts").display());
        return Err((format!("`{shown}` is a folder"), help));
    }
    let name = file.file_name().and_then(|name| name.to_str()).unwrap_or_default();
    let Some(stem) = name.strip_suffix(".ts").filter(|stem| !stem.is_empty()) else {
        let better = file.with_file_name(match name.rsplit_once('.') {
            Some((stem, _)) if !stem.is_empty() => format!("{stem}.ts"),
            _ if name.is_empty() || name.starts_with('.') => "call.ts".to_owned(),
            _ => format!("{name}.ts"),
        });
        let message = format!("`{shown}` does not end in `.ts`");
        let help = format!(
            "write `{}`: what else is generated stands beside it, as `….client.ts` and so on",
            better.display()
        );
        return Err((message, help));
    };
    let fits = |c: char| c.is_alphanumeric() || matches!(c, '.' | '-' | '_' | '$' | '@' | '+' | ' ');
    match stem.chars().find(|c| !fits(*c)) {
        None => Ok(stem.to_owned()),
        Some(c) => Err((
            format!("`{}` cannot stand in the name of a generated file", one_line(c.encode_utf8(&mut [0; 4]))),
            "files that are generated beside each other import each other by name: use letters, digits, `-` and `_`"
                .to_owned(),
        )),
    }
}

/// Where a file that an emitter made goes: beside the first one, which has the name that was asked for.
pub(super) fn beside(file: &Path, name: &str) -> PathBuf {
    file.with_file_name(name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn variables_are_of_vite_or_of_the_others() {
        let process = |name: &str| Ok(UrlEnv::Process(name.to_owned()));
        let meta = |name: &str| Ok(UrlEnv::ImportMeta(name.to_owned()));
        assert_eq!(url_env("NEXT_PUBLIC_SOCKET_URL"), process("NEXT_PUBLIC_SOCKET_URL"));
        assert_eq!(url_env("VITE_SOCKET_URL"), meta("VITE_SOCKET_URL"));
        assert_eq!(url_env("import.meta.env.PUBLIC_URL"), meta("PUBLIC_URL"));
        assert_eq!(url_env("process.env.VITE_URL"), process("VITE_URL"));
        for none in ["", "VITE_A-B", "1A", "a b", "A\"]; evil(); x[\"", "import.meta.env.", "A.B", "$A", "Ü"]
        {
            assert!(url_env(none).is_err(), "{none}");
        }
    }

    #[test]
    fn stems_are_names_of_files() {
        assert_eq!(stem(Path::new("utils/socketIO.ts")).as_deref(), Ok("socketIO"));
        assert_eq!(stem(Path::new("a.b.ts")).as_deref(), Ok("a.b"));
        assert!(stem(Path::new("utils/out")).unwrap_err().1.contains("`utils/out.ts`"));
        assert!(stem(Path::new("utils/out.js")).unwrap_err().1.contains("`utils/out.ts`"));
        for none in [".ts", "a\".ts", "a\n.ts", "a`.ts", "", "a'.ts"] {
            assert!(stem(Path::new(none)).is_err(), "{none}");
        }
    }
}

//! What a user may choose about generated TypeScript.

/// Options of the TypeScript emitter.
#[derive(Clone, Debug, PartialEq, Eq)]
pub struct Options {
    /// The schema's file name, for the first line.
    pub source: String,
    /// The name of the types file without `.ts`: the other files are called `STEM.client.ts` and so on, and import
    /// `./STEM`.
    pub stem: String,
    /// Whether there is a file with the client, `createSocket()`.
    pub client: bool,
    /// Whether there is a file with validators.
    pub validators: bool,
    /// Whether there is a file with React's hooks. It needs the client.
    pub react: bool,
    /// Whether there is a file with a fake server for the frontend's own tests. It needs the client.
    pub fake: bool,
    /// What dates and times are.
    pub dates: Dates,
    /// What 64-bit integers are.
    pub int64: Int64,
    /// Where the client runs, which decides what binary data arrives as.
    pub platform: Platform,
    /// Where the client finds the server's address, if nobody tells it.
    pub url_env: Option<UrlEnv>,
    /// What stands at the end of imports of generated files.
    pub extension: ImportExtension,
}

impl Options {
    /// The types file alone, as it is by default. `source` is the schema's file name.
    pub fn types(source: impl Into<String>) -> Self {
        let source = source.into();
        let stem = stem(&source).to_owned();
        Options {
            source,
            stem,
            client: false,
            validators: false,
            react: false,
            fake: false,
            dates: Dates::String,
            int64: Int64::String,
            platform: Platform::Browser,
            url_env: None,
            extension: ImportExtension::None,
        }
    }

    /// Every file there is, with the types called `STEM.ts`.
    pub fn everything(source: impl Into<String>, stem: impl Into<String>) -> Self {
        let types = Options::types(source);
        Options { stem: stem.into(), client: true, validators: true, react: true, fake: true, ..types }
    }

    /// A generated file as another one imports it: `./call.client`.
    pub(super) fn module(&self, part: &str) -> String {
        format!("./{}{part}{}", self.stem, self.extension.as_str())
    }

    /// Whether some value is another one in code than on the wire, so that the client has to convert it.
    pub fn converts(&self) -> bool {
        self.dates == Dates::Date || self.int64 == Int64::BigInt
    }
}

/// `call` of `call.sockgen.yaml`.
fn stem(source: &str) -> &str {
    let ends = [".sockgen.yaml", ".sockgen.yml", ".sockgen.json", ".yaml", ".yml", ".json"];
    ends.iter().find_map(|end| source.strip_suffix(end)).unwrap_or(source)
}

/// What `datetime` and `date` are in TypeScript.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Dates {
    /// The text on the wire.
    #[default]
    String,
    /// `Date` for `datetime`. A `date` stays a text: it has no time zone, and a `Date` is a moment.
    Date,
}

/// What `u64` and `i64` are in TypeScript.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Int64 {
    /// The text on the wire, `` `${bigint}` ``.
    #[default]
    String,
    /// `bigint`.
    BigInt,
}

/// Where the client runs.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum Platform {
    /// Binary data arrives as `ArrayBuffer`.
    #[default]
    Browser,
    /// Binary data arrives as `Buffer`.
    Node,
    /// Either: binary data arrives as one or the other.
    Any,
}

/// Where the client finds the server's address.
#[derive(Clone, Debug, PartialEq, Eq)]
pub enum UrlEnv {
    /// `process.env["NAME"]`, which Next.js puts in at build time for names that begin with `NEXT_PUBLIC_`.
    Process(String),
    /// `import.meta.env["NAME"]`, as Vite has it.
    ImportMeta(String),
}

/// How generated files import each other.
#[derive(Clone, Copy, Debug, Default, PartialEq, Eq)]
pub enum ImportExtension {
    /// `./call`: for bundlers.
    #[default]
    None,
    /// `./call.js`: for Node and `"moduleResolution": "nodenext"`.
    Js,
    /// `./call.ts`: where TypeScript is run as it is.
    Ts,
}

impl ImportExtension {
    /// What stands behind the name.
    pub fn as_str(self) -> &'static str {
        match self {
            ImportExtension::None => "",
            ImportExtension::Js => ".js",
            ImportExtension::Ts => ".ts",
        }
    }
}

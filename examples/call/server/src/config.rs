//! What the environment says.
//!
//! | variable | default | |
//! |---|---|---|
//! | `PORT` | `3001` | 0 takes any free one |
//! | `HOST` | `localhost` | `0.0.0.0` lets other machines in |
//! | `ALLOWED_ORIGINS` | `http://localhost:3000` | which pages may connect, comma separated; the server's own always may, under any name of this machine |
//! | `RUST_LOG` | `warn` | |

use std::env::{self, VarError};

/// The settings of one run.
#[derive(Debug, PartialEq)]
pub(crate) struct Config {
    pub(crate) host: String,
    pub(crate) port: u16,
    allowed_origins: Vec<String>,
}

impl Config {
    pub(crate) fn from_environment() -> Result<Self, String> {
        Self::read(|name| match env::var(name) {
            Ok(value) => Ok(Some(value)),
            Err(VarError::NotPresent) => Ok(None),
            Err(VarError::NotUnicode(_)) => Err(format!("{name} is not valid UTF-8")),
        })
    }

    fn read(variable: impl Fn(&str) -> Result<Option<String>, String>) -> Result<Self, String> {
        // An empty variable is what `PORT= cargo run` makes; it means the default.
        let variable = |name| variable(name).map(|value| value.filter(|value| !value.trim().is_empty()));
        let host = variable("HOST")?.unwrap_or_else(|| "localhost".to_owned());
        let port = match variable("PORT")? {
            None => 3001,
            Some(text) => text
                .trim()
                .parse()
                .map_err(|_| format!("PORT must be a number from 0 to 65535, not {text:?}"))?,
        };
        let allowed = variable("ALLOWED_ORIGINS")?.unwrap_or_else(|| "http://localhost:3000".to_owned());
        let allowed_origins = allowed
            .split(',')
            .map(str::trim)
            .filter(|origin| !origin.is_empty())
            .map(origin)
            .collect::<Result<_, _>>()?;
        Ok(Self { host, port, allowed_origins })
    }

    /// The pages that may connect, the server's own among them, so that its explorer may.
    pub(crate) fn origins(&self, port: u16) -> Vec<String> {
        let own = ["localhost", "127.0.0.1", "[::1]"].map(|host| format!("http://{host}:{port}"));
        let mut origins = self.allowed_origins.clone();
        origins.extend(own.into_iter().filter(|own| !self.allowed_origins.contains(own)));
        origins
    }
}

/// An origin exactly as browsers send it, since it is compared as text.
fn origin(text: &str) -> Result<String, String> {
    let host = text.strip_prefix("http://").or_else(|| text.strip_prefix("https://")).unwrap_or("");
    let plain = |c: char| c.is_ascii_lowercase() || c.is_ascii_digit() || "-._:[]".contains(c);
    if host.is_empty() || !host.chars().all(plain) {
        return Err(format!(
            "ALLOWED_ORIGINS must be a list such as http://localhost:3000,https://app.example.org (lower case, no path, no *), not {text:?}"
        ));
    }
    Ok(text.to_owned())
}

#[cfg(test)]
mod tests {
    use super::*;

    fn read(port: &str, origins: &str) -> Result<Config, String> {
        Config::read(|name| {
            Ok(match name {
                "PORT" => Some(port.to_owned()),
                "ALLOWED_ORIGINS" => Some(origins.to_owned()),
                _ => None,
            })
        })
    }

    #[test]
    fn the_defaults_are_the_guides() {
        let config = Config::read(|_| Ok(None)).unwrap();
        assert_eq!((config.host.as_str(), config.port), ("localhost", 3001));
        assert_eq!(config.origins(3001)[..2], ["http://localhost:3000", "http://localhost:3001"]);
        assert_eq!(read("", "").unwrap(), config);
    }

    #[test]
    fn what_is_invalid_is_named() {
        for port in ["-1", "65536", "x", "3001x"] {
            assert!(read(port, "").unwrap_err().contains("PORT"), "{port}");
        }
        for origins in ["*", "null", "http://a/", "http://", "HTTP://A", "http://a b", "a.example"] {
            assert!(read("1", origins).unwrap_err().contains("ALLOWED_ORIGINS"), "{origins}");
        }
        let origins = read("1", " https://a.example , http://b:1,").unwrap().origins(1);
        assert_eq!(origins[..2], ["https://a.example", "http://b:1"]);
    }
}

//! The templates: ours, those of a user in their place, and, instead of any, the views that they get.
//!
//! An emitter says which template prints which view and never which of these three it is.

use handlebars::{Handlebars, RenderError, TemplateError, no_escape};
use serde::Serialize;
use std::sync::OnceLock;

/// One of our templates. It is parsed when it is first used: most runs use few of them.
struct Ours {
    name: &'static str,
    text: &'static str,
    /// The templates that are parts of it.
    parts: &'static [&'static str],
    parsed: OnceLock<Handlebars<'static>>,
}

const fn ours(name: &'static str, parts: &'static [&'static str], text: &'static str) -> Ours {
    Ours { name, text, parts, parsed: OnceLock::new() }
}

/// Every template, in the order in which files are made, and the parts of which some consist.
static OURS: [Ours; 11] = [
    ours("types", &[], include_str!("templates/types.hbs")),
    ours("validators", &["header"], include_str!("templates/validators.hbs")),
    ours("convert", &["header"], include_str!("templates/convert.hbs")),
    ours("client", &["header", "client_types", "client_core", "acks"], include_str!("templates/client.hbs")),
    ours("react", &["header", "react_core"], include_str!("templates/react.hbs")),
    ours("fake", &["header", "acks"], include_str!("templates/fake.hbs")),
    ours("header", &[], include_str!("templates/header.hbs")),
    ours("client_types", &[], include_str!("templates/client_types.hbs")),
    ours("client_core", &[], include_str!("templates/client_core.hbs")),
    ours("react_core", &[], include_str!("templates/react_core.hbs")),
    ours("acks", &[], include_str!("templates/acks.hbs")),
];

fn named(name: &str) -> &'static Ours {
    let found = OURS.iter().find(|ours| ours.name == name);
    found.expect("emitters and templates name templates that are there; the goldens print all of them")
}

/// The names of all templates: `types` for `types.hbs`.
pub fn template_names() -> impl ExactSizeIterator<Item = &'static str> + Clone {
    OURS.iter().map(|template| template.name)
}

/// What turns views into text.
#[derive(Debug, Default)]
pub struct Printer(Kind);

#[derive(Debug, Default)]
enum Kind {
    /// Our templates.
    #[default]
    Ours,
    /// Ours, of which some have been replaced.
    Replaced(Box<Handlebars<'static>>),
    /// None: the views themselves, as JSON.
    Views,
}

impl Printer {
    /// Our templates, but for those that are replaced: texts by the names of [`template_names`].
    ///
    /// # Errors
    ///
    /// If one of them is no template.
    pub fn replacing(
        templates: impl IntoIterator<Item = (String, String)>,
    ) -> Result<Self, Box<TemplateError>> {
        let own = OURS.iter().map(|ours| (ours.name.to_owned(), ours.text.to_owned()));
        let mut all = registry();
        for (name, text) in own.chain(templates) {
            all.register_template_string(&name, text).map_err(Box::new)?;
        }
        Ok(Printer(Kind::Replaced(Box::new(all))))
    }

    /// Instead of files, what their templates would get.
    pub fn views() -> Self {
        Printer(Kind::Views)
    }

    /// Prints a view with the template of that name.
    ///
    /// # Errors
    ///
    /// If a user's template reads what the view does not have.
    pub(super) fn print(&self, template: &str, view: &impl Serialize) -> Result<String, Box<RenderError>> {
        let templates = match &self.0 {
            Kind::Replaced(templates) => templates,
            Kind::Ours => {
                let ours = named(template);
                ours.parsed.get_or_init(|| parse(ours))
            }
            Kind::Views => {
                let json = serde_json::to_string_pretty(view);
                return Ok(json.expect("a view is made of texts, lists and truth values") + "\n");
            }
        };
        templates.render(template, view).map_err(Box::new)
    }
}

/// A template of ours with its parts.
fn parse(ours: &Ours) -> Handlebars<'static> {
    let mut templates = registry();
    let parts = ours.parts.iter().map(|part| named(part));
    for each in parts.chain([ours]) {
        let registered = templates.register_template_string(each.name, each.text);
        registered.expect("our templates are parsed by the tests of this crate");
    }
    templates
}

fn registry() -> Handlebars<'static> {
    let mut templates = Handlebars::new();
    templates.set_strict_mode(true);
    templates.register_escape_fn(no_escape);
    templates
}

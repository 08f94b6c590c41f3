//! The templates: ours, those of a user in their place, and, instead of any, the views that they get.
//!
//! An emitter says which template prints which view and never which of these three it is.

use handlebars::{Handlebars, RenderError, TemplateError, no_escape};
use serde::Serialize;
use std::collections::BTreeMap;
use std::sync::OnceLock;

/// One of our templates. It is parsed when it is first used: most runs use few of them.
struct Ours {
    name: &'static str,
    text: &'static str,
    parsed: OnceLock<Handlebars<'static>>,
}

const fn ours(name: &'static str, text: &'static str) -> Ours {
    Ours { name, text, parsed: OnceLock::new() }
}

/// Every template, in the order in which files are made.
static OURS: [Ours; 1] = [ours("types", include_str!("templates/types.hbs"))];

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
    /// These in the place of ours of the same name.
    Replaced(BTreeMap<String, Handlebars<'static>>),
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
        let parsed = templates.into_iter().map(|(name, text)| {
            let parsed = parse(&name, &text)?;
            Ok((name, parsed))
        });
        Ok(Printer(Kind::Replaced(parsed.collect::<Result<_, Box<TemplateError>>>()?)))
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
        let replaced = match &self.0 {
            Kind::Ours => None,
            Kind::Replaced(templates) => templates.get(template),
            Kind::Views => {
                let json = serde_json::to_string_pretty(view);
                return Ok(json.expect("a view is made of texts, lists and truth values") + "\n");
            }
        };
        let templates = replaced.unwrap_or_else(|| {
            let found = OURS.iter().find(|ours| ours.name == template);
            let ours = found.expect("emitters name templates that are there; the goldens print all of them");
            ours.parsed.get_or_init(|| {
                parse(ours.name, ours.text).expect("our templates are parsed by the tests of this crate")
            })
        });
        templates.render(template, view).map_err(Box::new)
    }
}

fn parse(name: &str, text: &str) -> Result<Handlebars<'static>, Box<TemplateError>> {
    let mut templates = Handlebars::new();
    templates.set_strict_mode(true);
    templates.register_escape_fn(no_escape);
    templates.register_template_string(name, text).map_err(Box::new)?;
    Ok(templates)
}

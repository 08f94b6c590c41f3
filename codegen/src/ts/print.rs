//! The templates: ours, those of a user in their place, and, instead of any, the views that they get.
//!
//! An emitter says which template prints which view and never which of these three it is.

use handlebars::{Handlebars, RenderError, TemplateError, no_escape};
use serde::Serialize;
use std::sync::OnceLock;

/// One of our templates.
struct Ours {
    name: &'static str,
    text: &'static str,
    /// It and all that it includes. It is parsed when it is first used: most runs use few of them.
    parsed: OnceLock<Handlebars<'static>>,
}

const fn ours(name: &'static str, text: &'static str) -> Ours {
    Ours { name, text, parsed: OnceLock::new() }
}

/// Every template, those that are a part of others among them (`{{> header}}`).
static OURS: [Ours; 6] = [
    ours("types", include_str!("templates/types.hbs")),
    ours("client", include_str!("templates/client.hbs")),
    ours("convert", include_str!("templates/convert.hbs")),
    ours("header", include_str!("templates/header.hbs")),
    ours("client_types", include_str!("templates/client_types.hbs")),
    ours("client_core", include_str!("templates/client_core.hbs")),
];

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
    /// Ours, some of them replaced.
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
        let mut all = engine();
        for ours in &OURS {
            all.register_template_string(ours.name, ours.text).map_err(Box::new)?;
        }
        for (name, text) in templates {
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
            Kind::Ours => ours_with_parts(template),
            Kind::Replaced(templates) => templates,
            Kind::Views => {
                let json = serde_json::to_string_pretty(view);
                return Ok(json.expect("a view is made of texts, lists and truth values") + "\n");
            }
        };
        templates.render(template, view).map_err(Box::new)
    }
}

fn engine() -> Handlebars<'static> {
    let mut templates = Handlebars::new();
    templates.set_strict_mode(true);
    templates.register_escape_fn(no_escape);
    templates
}

/// One of our templates with those that it includes.
fn ours_with_parts(name: &str) -> &'static Handlebars<'static> {
    let find = |name: &str| OURS.iter().find(|ours| ours.name == name);
    let root = find(name).expect("emitters name templates that are there; the goldens print all of them");
    root.parsed.get_or_init(|| {
        let mut templates = engine();
        let mut open = vec![root];
        while let Some(ours) = open.pop() {
            templates
                .register_template_string(ours.name, ours.text)
                .expect("our templates are parsed by the tests of this crate");
            let parts = ours.text.split("{{> ").skip(1).filter_map(|rest| rest.split(['}', ' ']).next());
            open.extend(parts.filter(|part| !templates.has_template(part)).filter_map(find));
        }
        templates
    })
}

//! Namespaces: their paths and names, and the events of the files that they include.

use super::aliases::Aliases;
use super::events::Targets;
use super::rooms::Template;
use super::{Resolver, doc_text, extensions, stand_in_name};
use crate::diagnostic::{Code, Diagnostic};
use crate::model::{AckStyleId, Group, GroupId, Names, Namespace, NamespaceId, Origin, RoomPart};
use crate::source::{FileId, Span};
use crate::syntax::file::{Defaults, EventDecl, Name, NamespaceDecl, RoomDecl, Scope, TemplatePart};
use crate::syntax::tree::shown;
use std::collections::HashSet;

/// The most events and rooms that included files may bring along: a small file may be included in any number of
/// namespaces.
const MOST_INCLUDED: usize = 100_000;

const PATH: Template =
    Template { code: Code::NamespacePath, unfit: "a part of a path cannot be a value of this type" };

/// What is written of a namespace: what belongs to each event and room of the model, in the model's order.
pub struct WrittenNamespace<'a> {
    /// The namespace itself; absent for the root.
    pub decl: Option<&'a NamespaceDecl<'a>>,
    /// What its own file says.
    pub scope: &'a Scope<'a>,
    /// Its client events, those of included files behind its own.
    pub client_events: Vec<&'a EventDecl<'a>>,
    /// Its server events.
    pub server_events: Vec<&'a EventDecl<'a>>,
    /// Its rooms.
    pub rooms: Vec<&'a RoomDecl<'a>>,
    /// The paths of the files that it includes.
    pub groups: Vec<&'a Name<'a>>,
}

/// Where an event stands: what holds for it, and what its types are called.
pub(super) struct Place<'a> {
    scope: &'a Scope<'a>,
    /// The files whose styles and defaults hold, the nearest first.
    pub(super) files: Vec<FileId>,
    /// The group, where a file is included.
    pub(super) group: Option<GroupId>,
    /// What the names of types begin with.
    pub(super) prefix: String,
    /// What holds for events that do not say it themselves.
    pub(super) defaults: Defaults,
    /// How acks are written where an event does not say it.
    pub(super) style: AckStyleId,
}

impl<'a> Resolver<'a, '_> {
    /// All namespaces, the root first, each with what is written of it.
    pub(super) fn namespaces(&mut self) -> (Vec<Namespace>, Vec<WrittenNamespace<'a>>) {
        let program = self.program;
        let file = &program.files[0];
        let mut read = vec![self.namespace(NamespaceId(0), None, &file.root)];
        for (at, decl) in file.namespaces.iter().enumerate() {
            read.push(self.namespace(NamespaceId(at as u32 + 1), Some(decl), &decl.scope));
        }
        self.types.scope = None;
        // Before the rooms and the paths, which have nothing to say of types that were reported.
        self.finish_types();
        let needs_aliases = |written: &WrittenNamespace<'_>| {
            let parts = written.decl.and_then(|decl| decl.template.as_ref());
            !written.rooms.is_empty() || parts.is_some_and(|parts| parts.len() > 1)
        };
        if read.iter().any(|(_, written)| needs_aliases(written)) {
            let aliases = Aliases::follow(&self.types, self.diagnostics);
            for (namespace, written) in &mut read {
                namespace.rooms =
                    self.rooms(&written.rooms, &namespace.client_events, &written.client_events, &aliases);
                let parts = written.decl.and_then(|decl| decl.template.as_ref()).into_iter().flatten();
                if let Some(names) = &namespace.names {
                    let resolved: Vec<_> =
                        parts.map(|part| self.path_part(part, names, &aliases, &PATH)).collect();
                    namespace.template =
                        if resolved.is_empty() { namespace.template.clone() } else { resolved };
                }
            }
        }
        read.into_iter().unzip()
    }

    fn namespace(
        &mut self,
        id: NamespaceId,
        decl: Option<&'a NamespaceDecl<'a>>,
        scope: &'a Scope<'a>,
    ) -> (Namespace, WrittenNamespace<'a>) {
        let names = decl.map(|decl| self.namespace_names(decl));
        let prefix = names.as_ref().map_or("", |names| &*names.pascal).to_owned();
        self.types.scope = decl.map(|_| (id, prefix.clone()));
        self.payloads.clear();
        self.methods.clear();
        let (places, groups, paths) = self.places(scope, prefix.clone());
        let mut written = WrittenNamespace {
            decl,
            scope,
            client_events: Vec::new(),
            server_events: Vec::new(),
            rooms: places.iter().flat_map(|place| &place.scope.rooms).collect(),
            groups: paths,
        };
        let targets = Targets::of(&written.rooms);
        let auth = scope.auth.as_ref().map(|ty| self.special(&format!("{prefix}Auth"), Origin::Auth, ty));
        let connect_error = scope
            .connect_error
            .as_ref()
            .map(|ty| self.special(&format!("{prefix}ConnectError"), Origin::ConnectError, ty));
        let (mut client_events, mut server_events) = (Vec::new(), Vec::new());
        for place in &places {
            client_events
                .extend(place.scope.client_events.iter().map(|event| self.client_event(event, place)));
            written.client_events.extend(&place.scope.client_events);
        }
        for place in &places {
            let events = place.scope.server_events.iter();
            server_events.extend(events.map(|event| self.server_event(event, place, &targets)));
            written.server_events.extend(&place.scope.server_events);
        }
        let literal = |part: &TemplatePart<'_>| match part {
            TemplatePart::Literal(text) => Some(RoomPart::Literal((*text).to_owned())),
            TemplatePart::Param { .. } => None,
        };
        let path = decl.map_or("/", |decl| decl.path.value).to_owned();
        let template = match decl.and_then(|decl| decl.template.as_ref()) {
            Some(parts) => parts.iter().filter_map(literal).collect(),
            None => vec![RoomPart::Literal(path.clone())],
        };
        let file = &self.program.files[0];
        let namespace = Namespace {
            path,
            names,
            template,
            doc: decl.and_then(|decl| doc_text(&decl.doc)),
            auth,
            connect_error,
            client_events,
            server_events,
            in_flight: file.defaults.in_flight.map(|messages| messages.value),
            rooms: Vec::new(),
            groups,
            extensions: decl.map_or(Vec::new(), |decl| extensions(&decl.extensions)),
            span: decl.map_or(file.place.unwrap_or(Span::new(FileId::FIRST, 0, 0)), |decl| decl.path.span),
        };
        (namespace, written)
    }

    /// The names of a namespace: those of the fixed parts of its path.
    fn namespace_names(&mut self, decl: &'a NamespaceDecl<'a>) -> Names {
        if let Some(name) = &decl.name {
            return self.code_names(name, "namespace", "choose a name that begins with a letter from a to z");
        }
        let Some(parts) = &decl.template else {
            let stand_in = stand_in_name(decl.path.span);
            return Names { snake: stand_in.clone(), pascal: stand_in.clone(), camel: stand_in };
        };
        let fixed: Vec<&str> = parts
            .iter()
            .filter_map(|part| match part {
                TemplatePart::Literal(text) => Some(*text),
                TemplatePart::Param { .. } => None,
            })
            .collect();
        let fixed = fixed.concat();
        if !fixed.contains(|c: char| c.is_alphanumeric()) {
            let message = format!("no name in code can be made from the path `{}`", shown(decl.path.value));
            let finding = Diagnostic::new(Code::InvalidName, decl.path.span, message);
            self.push(finding.help("give the namespace a name for code, such as `name: admin`"));
            let stand_in = stand_in_name(decl.path.span);
            return Names { snake: stand_in.clone(), pascal: stand_in.clone(), camel: stand_in };
        }
        let written = Name { value: fixed.as_str(), span: decl.path.span };
        self.code_names(&written, "namespace", "give it a name for code, such as `name: admin`")
    }

    /// Where the events of a namespace stand: its own place, then those of the files that it includes.
    fn places(
        &mut self,
        scope: &'a Scope<'a>,
        prefix: String,
    ) -> (Vec<Place<'a>>, Vec<Group>, Vec<&'a Name<'a>>) {
        let program = self.program;
        let mut places = vec![self.place(scope, vec![FileId::FIRST], None, prefix.clone())];
        let (mut groups, mut paths) = (Vec::new(), Vec::new());
        let mut seen = HashSet::new();
        for path in &scope.includes {
            let Some(id) = program.linked(path).filter(|id| !seen.insert(*id)) else { continue };
            let message = format!("`{}` is included twice here", shown(path.value));
            let first = scope.includes.iter().find(|other| program.linked(other) == Some(id));
            let finding = Diagnostic::new(Code::DuplicateKey, path.span, message).help("remove one of them");
            self.push(match first {
                Some(first) => finding.related(first.span, "first included here"),
                None => finding,
            });
        }
        for (at, (id, path, chain)) in program.groups(scope).into_iter().enumerate() {
            let file = &program.files[id.index()];
            let brought = file.root.events().count() + file.root.rooms.len();
            if self.included.saturating_add(brought) > MOST_INCLUDED {
                if self.included <= MOST_INCLUDED {
                    let message = "what is included in all namespaces together is too much";
                    let finding = Diagnostic::new(Code::TooLarge, path.span, message);
                    self.push(finding.help("include a file with many events in fewer namespaces"));
                }
                self.included = usize::MAX;
                break;
            }
            self.included += brought;
            let name = Name { value: program.stems[id.index()].as_str(), span: path.span };
            let names = self.code_names(&name, "file", "rename the file: its name is that of a module");
            groups.push(Group { names, doc: doc_text(&file.doc), span: path.span });
            paths.push(path);
            let mut files = chain;
            files.push(FileId::FIRST);
            places.push(self.place(&file.root, files, Some(GroupId(at as u32)), prefix.clone()));
        }
        (places, groups, paths)
    }

    fn place(
        &self,
        scope: &'a Scope<'a>,
        files: Vec<FileId>,
        group: Option<GroupId>,
        prefix: String,
    ) -> Place<'a> {
        let mut defaults = Defaults::default();
        for id in &files {
            let own = &self.program.files[id.index()].defaults;
            defaults.max_bytes = defaults.max_bytes.or(own.max_bytes);
            defaults.rate = defaults.rate.or(own.rate);
            defaults.ack_timeout = defaults.ack_timeout.or(own.ack_timeout);
            defaults.ordered = defaults.ordered.or(own.ordered);
            defaults.strict = defaults.strict.or(own.strict);
        }
        let style = self.styles.own(&files);
        Place { scope, files, group, prefix, defaults, style }
    }
}

//! What the chat knows: messages, who is there, polls. Moving to sockgen does not touch it.

use std::collections::{BTreeMap, HashMap};
use std::sync::{Mutex, MutexGuard};

use sockgen::socketioxide::socket::Sid;

#[derive(Clone)]
pub struct Said {
    pub id: u32,
    pub from: String,
    pub text: String,
}

#[derive(Clone)]
pub struct Poll {
    pub id: u32,
    pub room: String,
    pub question: String,
    pub options: Vec<String>,
    pub votes: Vec<u32>,
    pub closed: bool,
}

#[derive(Default)]
pub struct Known {
    pub names: HashMap<Sid, String>,
    /// Who is there, and in which mood.
    pub status: BTreeMap<String, String>,
    pub members: HashMap<String, Vec<String>>,
    pub said: HashMap<String, Vec<Said>>,
    pub polls: Vec<Poll>,
    /// Events that nobody knows, for whoever asks whether clients still send them.
    pub unknown: Vec<String>,
}

#[derive(Default)]
pub struct App(Mutex<Known>);

impl App {
    pub fn known(&self) -> MutexGuard<'_, Known> {
        self.0.lock().unwrap()
    }

    pub fn arrive(&self, id: Sid, name: &str) {
        self.known().names.insert(id, name.to_owned());
        self.known().status.insert(name.to_owned(), "online".to_owned());
    }

    pub fn depart(&self, id: Sid) -> String {
        let name = self.known().names.remove(&id).unwrap_or_default();
        self.known().status.remove(&name);
        self.known().members.values_mut().for_each(|members| members.retain(|member| *member != name));
        name
    }

    pub fn name(&self, id: Sid) -> String {
        self.known().names.get(&id).cloned().unwrap_or_default()
    }

    pub fn set_status(&self, name: &str, status: &str) {
        self.known().status.insert(name.to_owned(), status.to_owned());
    }

    pub fn who(&self) -> Vec<(String, String)> {
        self.known().status.clone().into_iter().collect()
    }

    /// Who is in the room now.
    pub fn join(&self, room: &str, name: &str) -> Vec<String> {
        let mut known = self.known();
        let members = known.members.entry(room.to_owned()).or_default();
        members.push(name.to_owned());
        members.clone()
    }

    pub fn leave(&self, room: &str, name: &str) {
        if let Some(members) = self.known().members.get_mut(room) {
            members.retain(|member| member != name);
        }
    }

    pub fn say(&self, room: &str, from: &str, text: &str) -> Said {
        let mut known = self.known();
        let said = known.said.entry(room.to_owned()).or_default();
        let id = u32::try_from(said.len()).unwrap() + 1;
        said.push(Said { id, from: from.to_owned(), text: text.to_owned() });
        said[said.len() - 1].clone()
    }

    pub fn history(&self, room: &str, limit: usize) -> Vec<Said> {
        let known = self.known();
        let said = known.said.get(room).map(Vec::as_slice).unwrap_or_default();
        said[said.len().saturating_sub(limit)..].to_vec()
    }

    pub fn open_poll(&self, room: &str, question: &str, options: Vec<String>) -> Poll {
        let mut known = self.known();
        let id = u32::try_from(known.polls.len()).unwrap() + 1;
        let (room, question) = (room.to_owned(), question.to_owned());
        let poll = Poll { id, room, question, votes: vec![0; options.len()], options, closed: false };
        known.polls.push(poll.clone());
        poll
    }

    pub fn vote(&self, id: u32, option: usize) -> Option<Poll> {
        let mut known = self.known();
        let poll = known.polls.iter_mut().find(|poll| poll.id == id && !poll.closed)?;
        *poll.votes.get_mut(option)? += 1;
        Some(poll.clone())
    }

    pub fn close_poll(&self, id: u32) -> Option<Poll> {
        let mut known = self.known();
        let poll = known.polls.iter_mut().find(|poll| poll.id == id && !poll.closed)?;
        poll.closed = true;
        Some(poll.clone())
    }
}

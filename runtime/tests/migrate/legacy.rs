//! The ten handlers as they were written by hand.

use std::sync::Arc;

use serde_json::{Value, json};
use sockgen::socketioxide::extract::{AckSender, Data, Event, SocketRef};

use super::app::{App, Poll};

pub fn join(socket: &SocketRef, app: &Arc<App>) {
    let app = app.clone();
    socket.on("join", async move |socket: SocketRef, Data(data): Data<Value>, ack: AckSender| {
        let Some(room) = data["room"].as_str() else { return };
        let name = app.name(socket.id);
        let members = app.join(room, &name);
        socket.join(format!("lobby:{room}"));
        let joined = json!({ "room": room, "name": name });
        let _ = socket.to(format!("lobby:{room}")).emit("joined", &joined).await;
        let _ = ack.send(&json!({ "success": true, "members": members }));
    });
}

pub fn leave(socket: &SocketRef, app: &Arc<App>) {
    let app = app.clone();
    socket.on("leave", async move |socket: SocketRef, Data(data): Data<Value>| {
        let Some(room) = data["room"].as_str() else { return };
        let name = app.name(socket.id);
        app.leave(room, &name);
        socket.leave(format!("lobby:{room}"));
        let left = json!({ "room": room, "name": name });
        let _ = socket.to(format!("lobby:{room}")).emit("left", &left).await;
    });
}

pub fn message(socket: &SocketRef, app: &Arc<App>) {
    let app = app.clone();
    socket.on("message", async move |socket: SocketRef, Data(data): Data<Value>, ack: AckSender| {
        let (Some(room), Some(text)) = (data["room"].as_str(), data["text"].as_str()) else { return };
        if text.trim().is_empty() {
            let _ = ack.send(&json!({ "success": false, "message": "say something" }));
            return;
        }
        let said = app.say(room, &app.name(socket.id), text);
        let message = json!({ "id": said.id, "room": room, "from": said.from, "text": said.text });
        let _ = socket.within(format!("lobby:{room}")).emit("message", &message).await;
        let _ = ack.send(&json!({ "success": true, "id": said.id }));
    });
}

pub fn typing(socket: &SocketRef, app: &Arc<App>) {
    let app = app.clone();
    socket.on("typing", async move |socket: SocketRef, Data(data): Data<Value>| {
        let Some(room) = data["room"].as_str() else { return };
        let typing = json!({ "room": room, "from": app.name(socket.id), "typing": data["typing"] });
        let _ = socket.to(format!("lobby:{room}")).emit("typing", &typing).await;
    });
}

pub fn history(socket: &SocketRef, app: &Arc<App>) {
    let app = app.clone();
    socket.on("history", async move |Data(data): Data<Value>, ack: AckSender| {
        let Some(room) = data["room"].as_str() else { return };
        let limit = data["limit"].as_u64().unwrap_or(50);
        let said = app.history(room, limit as usize);
        let messages = said.iter().map(|said| json!({ "id": said.id, "from": said.from, "text": said.text }));
        let _ = ack.send(&json!({ "success": true, "messages": messages.collect::<Value>() }));
    });
}

pub fn status(socket: &SocketRef, app: &Arc<App>) {
    let app = app.clone();
    socket.on("status", async move |socket: SocketRef, Data(data): Data<Value>| {
        let Some(status) = data.as_str() else { return };
        let name = app.name(socket.id);
        app.set_status(&name, status);
        let status = json!({ "name": name, "status": status });
        let _ = socket.broadcast().emit("status", &status).await;
    });
}

pub fn who(socket: &SocketRef, app: &Arc<App>) {
    let app = app.clone();
    socket.on("who", async move |ack: AckSender| {
        let users = app.who().into_iter().map(|(name, status)| json!({ "name": name, "status": status }));
        let _ = ack.send(&json!({ "success": true, "users": users.collect::<Value>() }));
    });
}

async fn tell(socket: &SocketRef, poll: &Poll) {
    let Poll { id, question, options, votes, closed, room } = poll;
    let poll =
        json!({ "id": id, "question": question, "options": options, "votes": votes, "closed": closed });
    let _ = socket.within(format!("lobby:{room}")).emit("poll", &poll).await;
}

pub fn poll_open(socket: &SocketRef, app: &Arc<App>) {
    let app = app.clone();
    socket.on("poll:open", async move |socket: SocketRef, Data(data): Data<Value>, ack: AckSender| {
        let (Some(room), Some(question)) = (data["room"].as_str(), data["question"].as_str()) else { return };
        let options = data["options"].as_array().into_iter().flatten();
        let options = options.filter_map(|option| option.as_str().map(str::to_owned)).collect();
        let poll = app.open_poll(room, question, options);
        tell(&socket, &poll).await;
        let _ = ack.send(&json!({ "success": true, "id": poll.id }));
    });
}

pub fn poll_vote(socket: &SocketRef, app: &Arc<App>) {
    let app = app.clone();
    socket.on("poll:vote", async move |socket: SocketRef, Data(data): Data<Value>, ack: AckSender| {
        let (Some(id), Some(option)) = (data["id"].as_u64(), data["option"].as_u64()) else { return };
        let Some(poll) = app.vote(id as u32, option as usize) else {
            let _ = ack.send(&json!({ "success": false, "message": "no such poll" }));
            return;
        };
        tell(&socket, &poll).await;
        let _ = ack.send(&json!({ "success": true }));
    });
}

pub fn poll_close(socket: &SocketRef, app: &Arc<App>) {
    let app = app.clone();
    socket.on("poll:close", async move |socket: SocketRef, Data(data): Data<Value>, ack: AckSender| {
        let Some(id) = data["id"].as_u64() else { return };
        let Some(poll) = app.close_poll(id as u32) else {
            let _ = ack.send(&json!({ "success": false, "message": "no such poll" }));
            return;
        };
        tell(&socket, &poll).await;
        let _ = ack.send(&json!({ "success": true, "votes": poll.votes }));
    });
}

/// What a client's end is to the others.
pub async fn gone(socket: SocketRef, app: Arc<App>) {
    let status = json!({ "name": app.depart(socket.id), "status": "offline" });
    let _ = socket.broadcast().emit("status", &status).await;
}

/// For events that nobody takes: someone wants to know.
pub fn unknown(app: &App, Event(name): Event) {
    app.known().unknown.push(name);
}

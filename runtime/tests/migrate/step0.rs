//! The server as it was.

use std::sync::Arc;

use serde_json::{Value, json};
use sockgen::socketioxide::SocketIo;
use sockgen::socketioxide::extract::{Data, Event, SocketRef};

use super::app::App;
use super::legacy;

pub fn register(io: &SocketIo, app: Arc<App>) {
    io.ns("/", async move |socket: SocketRef, Data(auth): Data<Value>| {
        app.arrive(socket.id, auth["name"].as_str().unwrap_or("somebody"));
        on_connect(&app, &socket);
    });
}

fn on_connect(app: &Arc<App>, socket: &SocketRef) {
    legacy::join(socket, app);
    legacy::leave(socket, app);
    legacy::message(socket, app);
    legacy::typing(socket, app);
    legacy::history(socket, app);
    legacy::status(socket, app);
    legacy::who(socket, app);
    legacy::poll_open(socket, app);
    legacy::poll_vote(socket, app);
    legacy::poll_close(socket, app);
    let (here, there) = (app.clone(), app.clone());
    socket.on_disconnect(async move |socket: SocketRef| legacy::gone(socket, here).await);
    socket.on_fallback(async move |name: Event| legacy::unknown(&there, name));
    let _ = socket.emit("welcome", &json!({ "name": app.name(socket.id) }));
}

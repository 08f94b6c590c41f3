//! A client that costs next to nothing: its frames are encoded before anything is measured, and of what arrives it reads
//! the lengths.

use serde_json::Value;
use tokio::io::{AsyncReadExt as _, AsyncWriteExt as _, DuplexStream};

use crate::engine::Server;

/// One connection.
pub struct Client {
    stream: DuplexStream,
    buffer: Vec<u8>,
    filled: usize,
}

impl Client {
    /// Connects to the root namespace; it is connected when this returns.
    pub async fn connect(server: &Server) -> Self {
        let mut client = Self { stream: server.open().await, buffer: vec![0; 16 * 1024], filled: 0 };
        client.send(&text_frame("40")).await;
        while !client.text().await.starts_with("40") {}
        client
    }

    /// Writes frames.
    pub async fn send(&mut self, frames: &[u8]) {
        self.stream.write_all(frames).await.expect("the server reads");
    }

    /// Sends a burst and waits until every message of it has been acked.
    pub async fn exchange(&mut self, burst: &Burst) {
        self.send(&burst.frames).await;
        self.acks(burst.messages).await;
    }

    /// Waits for so many acks.
    pub async fn acks(&mut self, mut count: usize) {
        while count > 0 {
            let mut at = 0;
            while let Some((start, end)) = frame(&self.buffer[at..self.filled]) {
                count -= usize::from(self.buffer[at + start..at + end].starts_with(b"43"));
                at += end;
            }
            self.forget(at);
            if count > 0 {
                self.fill().await;
            }
        }
    }

    /// The next message as text; the engine's pings are passed over.
    pub async fn text(&mut self) -> String {
        loop {
            if let Some((start, end)) = frame(&self.buffer[..self.filled]) {
                let text = String::from_utf8_lossy(&self.buffer[start..end]).into_owned();
                self.forget(end);
                if text == "2" {
                    continue;
                }
                return text;
            }
            self.fill().await;
        }
    }

    /// Reads so many bytes and throws them away.
    pub async fn skip(&mut self, mut bytes: usize) {
        while bytes > 0 {
            if self.filled == 0 {
                self.fill().await;
            }
            let gone = bytes.min(self.filled);
            self.forget(gone);
            bytes -= gone;
        }
    }

    async fn fill(&mut self) {
        if self.filled == self.buffer.len() {
            self.buffer.resize(2 * self.filled, 0);
        }
        let read = self.stream.read(&mut self.buffer[self.filled..]).await.expect("the server writes");
        assert_ne!(read, 0, "the server has closed the connection");
        self.filled += read;
    }

    fn forget(&mut self, bytes: usize) {
        self.buffer.copy_within(bytes..self.filled, 0);
        self.filled -= bytes;
    }
}

/// Messages that are sent in one go.
pub struct Burst {
    frames: Vec<u8>,
    messages: usize,
}

impl Burst {
    /// `size` messages out of `events`, in turn, each with an ack.
    pub fn new(events: &[(String, Value)], size: usize) -> Self {
        let frames = events.iter().cycle().take(size).enumerate();
        let frames = frames.flat_map(|(id, event)| event_frame(id, event)).collect();
        Self { frames, messages: size }
    }

    /// How many messages it has.
    pub fn messages(&self) -> usize {
        self.messages
    }
}

/// An event that asks for the ack `id`, as a frame.
pub fn event_frame(id: usize, (name, data): &(String, Value)) -> Vec<u8> {
    text_frame(&format!("42{id}{}", serde_json::json!([name, data])))
}

/// A frame as clients send it, under a mask that changes nothing.
pub fn text_frame(text: &str) -> Vec<u8> {
    const MASKED: u8 = 0x80;
    let length = u16::try_from(text.len()).expect("a short message");
    let mut frame = vec![0x81];
    match u8::try_from(length) {
        Ok(length) if length < 126 => frame.push(MASKED | length),
        _ => {
            frame.push(MASKED | 126);
            frame.extend(length.to_be_bytes());
        }
    }
    frame.extend([0; 4]);
    frame.extend(text.as_bytes());
    frame
}

/// Where the first frame's payload begins and ends, if all of it is there.
pub fn frame(bytes: &[u8]) -> Option<(usize, usize)> {
    let (start, length) = match bytes {
        [_, 126, high, low, ..] => (4, usize::from(u16::from_be_bytes([*high, *low]))),
        [_, length, ..] if *length < 126 => (2, usize::from(*length)),
        _ => return None,
    };
    (bytes.len() >= start + length).then_some((start, start + length))
}

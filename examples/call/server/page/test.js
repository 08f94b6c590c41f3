// Connects as any Socket.IO client does, with the few lines of its protocol that this takes: the page must work
// without a network, so it loads no library. Whatever arrives is shown as text, never as HTML.
"use strict";

const KEEP = 50;
const RETRY_MS = 2000;
const ROUND_TRIP_MS = 5000;

const show = (id, text) => {
  document.getElementById(id).textContent = text;
};

const log = (text) => {
  const list = document.getElementById("log");
  const item = document.createElement("li");
  item.textContent = `${new Date().toISOString()} ${text}`;
  list.prepend(item);
  while (list.childElementCount > KEEP) list.lastElementChild.remove();
};

function connect() {
  const scheme = location.protocol === "https:" ? "wss:" : "ws:";
  const ws = new WebSocket(`${scheme}//${location.host}/socket.io/?EIO=4&transport=websocket`);
  let timer;
  let sentAt;
  let ackId = 0;

  // Leaving a room that one is not in changes nothing and is answered: a round trip through a real handler.
  const measure = () => {
    ackId += 1;
    sentAt = performance.now();
    ws.send(`42${ackId}${JSON.stringify(["leave:room", { room: "round-trip" }])}`);
  };

  const onPacket = (type, rest) => {
    if (type === "0") {
      show("state", "connected");
      measure();
      timer = setInterval(measure, ROUND_TRIP_MS);
    } else if (type === "2") {
      const [name, data] = JSON.parse(rest.replace(/^\d+/, ""));
      if (name === "welcome") show("socket-id", data.socketId);
      log(`${name} ${JSON.stringify(data)}`);
    } else if (type === "3" && rest.startsWith(`${ackId}[`)) {
      show("round-trip", `${(performance.now() - sentAt).toFixed(1)} ms`);
    } else if (type === "4") {
      show("state", "refused");
      log(`refused ${rest}`);
    }
  };

  ws.addEventListener("message", ({ data }) => {
    if (typeof data !== "string") return;
    if (data[0] === "0") ws.send(`40${JSON.stringify({ name: "Test page" })}`);
    else if (data[0] === "2") ws.send("3");
    else if (data[0] === "4") onPacket(data[1], data.slice(2));
  });

  ws.addEventListener("close", () => {
    clearInterval(timer);
    show("state", "disconnected, trying again");
    show("socket-id", "none");
    show("round-trip", "none");
    log("disconnected");
    setTimeout(connect, RETRY_MS);
  });
}

connect();

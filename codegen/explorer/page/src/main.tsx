// The page begins here: it reads the contracts that stand in it, and shows them.
import { render } from "preact";
import type { Contract } from "./contract.ts";
import { Store, type Settings } from "./store.ts";
import { App } from "./ui/App.tsx";
import "./style/base.css";
import "./style/app.css";
import "./style/clients.css";
import "./style/events.css";
import "./style/message.css";
import "./style/menus.css";
// Overrules those before it.
import "./style/narrow.css";
import "./style/timeline.css";

interface Data {
  readonly settings: Settings;
  readonly contracts: readonly Contract[];
}

const place = document.getElementById("app");
const data = document.getElementById("data")?.textContent;
if (place && data) {
  const parsed = JSON.parse(data) as Data;
  const [first] = parsed.contracts;
  document.title = first ? `${first.name} · explorer` : "Explorer";
  render(<App store={new Store(parsed)} />, place);
}

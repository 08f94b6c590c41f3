// How the client at work connects, and why it did not.
import { useSignal } from "@preact/signals";
import type { Client, Transport } from "../net/client.ts";
import { ValueEditor } from "../form/editor.tsx";
import { initial } from "../values/make.ts";
import { paramIssues } from "../values/paths.ts";
import { issuesOf } from "../values/schemas.ts";
import type { Store } from "../store.ts";
import { stateWords } from "./Clients.tsx";
import { Value } from "./Value.tsx";
import { CLIENT, focusOn } from "./focus.ts";
import { Issues } from "./Issues.tsx";
import { filters } from "./rows.ts";

export function Connection({ store }: { store: Store }) {
  const client = store.active.value;
  if (!client) {
    return <p class="none-yet">There is no client: add one above.</p>;
  }
  return <Panel key={client.id} store={store} client={client} />;
}

function Panel({ store, client }: { store: Store; client: Client }) {
  const state = client.state.value;
  const isOpen = state.status === "connected" || state.status === "connecting";
  const carrier = client.carrier.value;
  const { auth, dynamic } = client.namespace;
  const isBroken = useSignal(false);
  const connect = () => {
    if (isBroken.value) {
      const what = "The JSON of `auth` has a problem";
      store.say("bad", `${what}: mend it, or discard it, before it is sent`);
    } else client.connect();
  };
  return (
    <section
      class="connection"
      aria-label={`Connection of client ${client.name.value}`}
    >
      <div class="connection-line">
        <button
          type="button"
          class={isOpen ? "button" : "button primary"}
          onClick={() => (isOpen ? client.disconnect() : connect())}
        >
          {isOpen ? "Disconnect" : "Connect"}
        </button>
        <p class="connection-state" role="status">
          <span class={`dot ${state.status}`} aria-hidden="true" />
          {stateWords(state)}
          {state.status === "connected" && (
            <>
              {" "}
              as <code class="mono">{state.id}</code>
              {carrier && <span class="soft"> over {carrier}</span>}
            </>
          )}
        </p>
        <span class="spring" />
        <label class="inline">
          <span>Transport</span>
          <select
            class="input"
            value={client.transport.value}
            onChange={(event) => {
              client.transport.value = event.currentTarget.value as Transport;
            }}
          >
            <option value="auto">polling, then WebSocket</option>
            <option value="websocket">WebSocket</option>
            <option value="polling">polling</option>
          </select>
        </label>
        <button
          type="button"
          class="button quiet small"
          onClick={() => {
            store.removeClient(client);
            // A filter that nobody sees would hide rows for no reason.
            if (filters.client.value === client)
              filters.client.value = undefined;
            focusOn(...CLIENT);
          }}
          aria-label={`Remove client ${client.name.value}`}
        >
          Remove
        </button>
      </div>
      {state.status === "refused" && <Refused client={client} />}
      {state.status === "kicked" && (
        <p class="connection-problem">
          The server ended this connection, and nothing is tried again by
          itself.
        </p>
      )}
      <details
        class="connection-more"
        open={!isOpen && (auth !== undefined || dynamic === true)}
      >
        <summary>
          {auth ? "Handshake" : "Server"}
          {auth && (
            <span class="soft">
              {" "}
              what this client says of itself when it connects
            </span>
          )}
        </summary>
        <Server store={store} client={client} />
        {dynamic && <Params store={store} client={client} />}
        {auth && (
          <Auth
            store={store}
            client={client}
            onBroken={(broken) => (isBroken.value = broken)}
          />
        )}
      </details>
    </section>
  );
}

function Refused({ client }: { client: Client }) {
  const state = client.state.value;
  if (state.status !== "refused") return null;
  const { message, value, issues } = state.refusal;
  return (
    <div class="connection-problem" role="alert">
      <p>
        The server refused this client
        {value === undefined ? `: ${message}` : ":"}
      </p>
      {value !== undefined && <Value value={value} label="The refusal" />}
      <Issues issues={issues} title="It is not as the contract says" />
    </div>
  );
}

function Server({ store, client }: { store: Store; client: Client }) {
  const { connect, path } = store.settings;
  const isOwn = connect.every((source) => source === "'self'");
  const id = `server-${client.id}`;
  return (
    <div class="row-field">
      <label for={id}>Server</label>
      <div>
        <input
          id={id}
          class="input mono wide"
          type="url"
          value={store.url.value}
          spellcheck={false}
          onInput={(event) => (store.url.value = event.currentTarget.value)}
        />
        <p class="remark">
          Socket.IO at <code>{path}</code>.{" "}
          {isOwn
            ? "The page's policy lets it connect to its own server alone."
            : `The page's policy lets it connect to ${connect.filter((source) => source.startsWith("http")).join(", ")}.`}
        </p>
      </div>
    </div>
  );
}

function Params({ store, client }: { store: Store; client: Client }) {
  const known = store.known(client);
  const params = client.params.value;
  const { template } = client.namespace;
  const wrong = paramIssues(known.schemas, template, params);
  return (
    <>
      {template.map((part) => {
        const { name, type } = part;
        if (name === undefined || !type) return null;
        const id = `param-${client.id}-${name}`;
        const value = params[name] ?? "";
        const [issue] = wrong.get(name) ?? [];
        return (
          <div class="row-field" key={name}>
            <label for={id}>{name}</label>
            <div>
              <input
                id={id}
                class="input mono wide"
                value={value}
                aria-invalid={issue !== undefined}
                aria-describedby={`${id}-issue`}
                onInput={(event) => {
                  client.params.value = {
                    ...params,
                    [name]: event.currentTarget.value,
                  };
                }}
              />
              <p class="issue" id={`${id}-issue`}>
                {issue?.message}
              </p>
            </div>
          </div>
        );
      })}
      <p class="remark">
        The namespace's path is <code class="mono">{client.path}</code>.
      </p>
    </>
  );
}

interface AuthProps {
  readonly store: Store;
  readonly client: Client;
  readonly onBroken: (isBroken: boolean) => void;
}

function Auth({ store, client, onBroken }: AuthProps) {
  const { auth } = client.namespace;
  if (!auth) return null;
  const known = store.known(client);
  const value = client.auth.value;
  const schema = known.schemas.auth(client.namespace);
  return (
    <div class="auth">
      <label class="inline">
        <input
          type="checkbox"
          checked={value !== undefined}
          onChange={(event) => {
            const isGiven = event.currentTarget.checked;
            client.auth.value = isGiven
              ? initial(known.types, auth)
              : undefined;
          }}
        />
        <span>
          send <code>auth</code>
        </span>
      </label>
      {value !== undefined && (
        <ValueEditor
          id={`auth-${client.id}`}
          types={known.types}
          type={auth}
          value={value}
          issues={schema ? issuesOf(schema, value) : []}
          onChange={(next) => (client.auth.value = next)}
          onBroken={onBroken}
          label="auth"
        />
      )}
    </div>
  );
}

// The page that the tests of the payload editor look at: one editor, or two, and what they hold.
import { options, render } from "preact";
import { useState } from "preact/hooks";
import {
  Types,
  type Contract,
  type Ref,
} from "../../../../codegen/explorer/page/src/contract.ts";
import { fieldsOfParts } from "../../../../codegen/explorer/page/src/form/arguments.tsx";
import {
  FieldsEditor,
  PayloadEditor,
  ValueEditor,
} from "../../../../codegen/explorer/page/src/form/editor.tsx";
import {
  initial,
  initialArguments,
  randomArguments,
  seeded,
} from "../../../../codegen/explorer/page/src/values/make.ts";
import {
  issuesOf,
  Schemas,
} from "../../../../codegen/explorer/page/src/values/schemas.ts";
import {
  parse,
  print,
} from "../../../../codegen/explorer/page/src/values/text.ts";
import "../../../../codegen/explorer/page/src/style/base.css";

/** What is edited: an event of a contract, a type of it, or the parameters of a room. */
export interface Subject {
  readonly contract: Contract;
  readonly event?: readonly [
    namespace: number,
    direction: "clientToServer" | "serverToClient",
    at: number,
  ];
  readonly type?: Ref;
  readonly room?: readonly [namespace: number, at: number];
  /** As JSON; else the initial one. */
  readonly value?: string;
  /** Makes a random value of an event. */
  readonly seed?: number;
  /** How many editors there are of it. */
  readonly editors?: number;
}

/** What the tests call. */
export interface Stage {
  show(subject: Subject): void;
  /** What the first editor holds, as JSON. */
  value(): string;
  isBroken(): boolean;
  /** Gives the first editor another value. */
  set(json: string): void;
  changes: number;
  /** How many elements and parts were drawn, or looked at to see whether they have to be. */
  drawn: number;
}

const root = document.getElementById("root") ?? document.body;
let held: unknown;
let isBroken = false;
let give: (value: unknown) => void = () => undefined;

function Editor({ subject, at }: { subject: Subject; at: number }) {
  const [types] = useState(() => new Types(subject.contract));
  const [schemas] = useState(() => new Schemas(subject.contract));
  const event =
    subject.event &&
    subject.contract.namespaces[subject.event[0]]?.[subject.event[1]]?.[
      subject.event[2]
    ];
  const room =
    subject.room &&
    subject.contract.namespaces[subject.room[0]]?.rooms?.[subject.room[1]];
  const fields = fieldsOfParts(room?.template ?? []);
  const first = (): unknown => {
    if (subject.value !== undefined) return read(subject.value);
    if (event && subject.seed !== undefined)
      return randomArguments(types, event, seeded(subject.seed));
    if (event) return initialArguments(types, event);
    if (room)
      return Object.fromEntries(
        fields.map(({ wire, type }) => [wire, initial(types, type)]),
      );
    return subject.type && initial(types, subject.type);
  };
  const [value, setValue] = useState(first);
  if (at === 0) {
    held = value;
    give = setValue;
  }
  const change = (next: unknown) => {
    stage.changes += 1;
    setValue(next);
  };
  const common = {
    types,
    id: `e${at.toString()}`,
    onBroken: (is: boolean) => {
      if (at === 0) isBroken = is;
    },
    actions: (
      <>
        <button type="button" class="button small">
          Reset
        </button>
        <button type="button" class="button small">
          Random
        </button>
      </>
    ),
  };
  if (event && subject.event) {
    const [, direction] = subject.event;
    const schema = schemas.event(event, direction).args;
    return (
      <PayloadEditor
        {...common}
        event={event}
        direction={direction}
        value={value as unknown[]}
        onChange={change}
        issues={issuesOf(schema, value)}
      />
    );
  }
  if (room) {
    return (
      <FieldsEditor
        {...common}
        fields={fields}
        value={value as Record<string, unknown>}
        onChange={change}
        issues={[]}
        label="room"
      />
    );
  }
  const type = subject.type ?? { kind: "builtin", builtin: "json" };
  return (
    <ValueEditor
      {...common}
      type={type}
      value={value}
      onChange={change}
      issues={issuesOf(schemas.of(type), value)}
      label="value"
    />
  );
}

function read(json: string): unknown {
  const result = parse(json);
  if (result.problem) throw new Error(result.problem.message);
  return result.value;
}

let shows = 0;
const stage: Stage = {
  show(subject) {
    shows += 1;
    stage.changes = 0;
    const editors = Array.from({ length: subject.editors ?? 1 }, (_, at) => (
      <Editor key={at} subject={subject} at={at} />
    ));
    render(
      <main key={shows} class="stage">
        <h1 class="said">The editor</h1>
        {editors}
      </main>,
      root,
    );
  },
  value: () => print(held),
  isBroken: () => isBroken,
  set: (json) => give(read(json)),
  changes: 0,
  drawn: 0,
};
const { diffed } = options;
options.diffed = (node) => {
  stage.drawn += 1;
  diffed?.(node);
};
Object.assign(window, { stage });

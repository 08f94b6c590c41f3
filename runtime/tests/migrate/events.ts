// The types as they were kept by hand, beside a server that knows nothing of them.
export type Ack<T = {}> = ({ success: true } & T) | { success: false; message: string };
export interface Message { id: number; from: string; text: string }
export interface Poll { id: number; question: string; options: string[]; votes: number[]; closed: boolean }

export interface ClientToServer {
  join: (data: { room: string }, ack: (answer: Ack<{ members: string[] }>) => void) => void;
  leave: (data: { room: string }) => void;
  message: (data: { room: string; text: string }, ack: (answer: Ack<{ id: number }>) => void) => void;
  typing: (data: { room: string; typing: boolean }) => void;
  history: (data: { room: string; limit?: number }, ack: (answer: Ack<{ messages: Message[] }>) => void) => void;
  status: (status: string) => void;
  who: (ack: (answer: Ack<{ users: { name: string; status: string }[] }>) => void) => void;
  "poll:open": (data: { room: string; question: string; options: string[] }, ack: (answer: Ack<{ id: number }>) => void) => void;
  "poll:vote": (data: { id: number; option: number }, ack: (answer: Ack) => void) => void;
  "poll:close": (data: { id: number }, ack: (answer: Ack<{ votes: number[] }>) => void) => void;
}

export interface ServerToClient {
  welcome: (data: { name: string }) => void;
  joined: (data: { room: string; name: string }) => void;
  left: (data: { room: string; name: string }) => void;
  message: (message: Message & { room: string }) => void;
  typing: (data: { room: string; from: string; typing: boolean }) => void;
  status: (data: { name: string; status: string }) => void;
  poll: (poll: Poll) => void;
}

// What the environment says when the page is asked for, so that one build can be run anywhere. Only Next's server
// sees all of it.

/** Where the Socket.IO server is. `SOCKET_URL` overrides, when the server runs, what was built in. */
export function socketUrl(): string | undefined {
  return (
    process.env["SOCKET_URL"] ||
    process.env["NEXT_PUBLIC_SOCKET_URL"] ||
    undefined
  );
}

/** What a browser has to know to talk to the voice service, but for a token. */
export interface VoiceAccess {
  configId?: string | undefined;
  hostname?: string | undefined;
  /** Whether it is the stand-in, which is so as long as there are no keys. */
  isStandIn: boolean;
}

/** What `pnpm dev:web` starts beside the page. */
const STAND_IN = "http://localhost:3002";

/** The real service where there are keys, else the stand-in, which wants no token. */
export function voiceAccess(): VoiceAccess {
  const { HUME_CONFIG_ID, HUME_HOSTNAME } = process.env;
  const hostname = HUME_HOSTNAME || undefined;
  if (!keys()) return { hostname: hostname ?? STAND_IN, isStandIn: true };
  return { configId: HUME_CONFIG_ID || undefined, hostname, isStandIn: false };
}

/**
 * A token for calls that begin now: it is good for half an hour. The keys stay here.
 *
 * @throws if there are no keys, or the service gives no token for them.
 */
export async function newAccessToken(): Promise<string> {
  const own = keys();
  if (!own)
    throw new Error(
      "There is no HUME_API_KEY and HUME_SECRET_KEY in .env.local.",
    );
  return fetchAccessToken(own, process.env["HUME_HOSTNAME"] || undefined);
}

interface Keys {
  apiKey: string;
  secretKey: string;
}

function keys(): Keys | null {
  const { HUME_API_KEY: apiKey, HUME_SECRET_KEY: secretKey } = process.env;
  return apiKey && secretKey ? { apiKey, secretKey } : null;
}

async function fetchAccessToken(
  { apiKey, secretKey }: Keys,
  hostname = "api.hume.ai",
): Promise<string> {
  const server = hostname.includes("://") ? hostname : `https://${hostname}`;
  const response = await fetch(`${server}/oauth2-cc/token`, {
    method: "POST",
    headers: {
      authorization: `Basic ${Buffer.from(`${apiKey}:${secretKey}`).toString("base64")}`,
      "content-type": "application/x-www-form-urlencoded",
    },
    body: new URLSearchParams({ grant_type: "client_credentials" }),
    cache: "no-store",
  }).catch(() => {
    throw new Error(`${server} cannot be reached, which gives access tokens.`);
  });
  if (!response.ok) {
    throw new Error(
      `Hume gave no access token (${String(response.status)}): look at HUME_API_KEY and HUME_SECRET_KEY in .env.local.`,
    );
  }
  const { access_token: token } = (await response.json()) as {
    access_token?: unknown;
  };
  if (typeof token !== "string")
    throw new Error("Hume's answer has no access token.");
  return token;
}

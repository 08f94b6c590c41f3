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

/** What a browser has to know to talk to the voice service. */
export interface VoiceAccess {
  accessToken: string;
  configId?: string | undefined;
  hostname?: string | undefined;
  /** Whether it is the stand-in, which is so as long as there are no keys. */
  isStandIn: boolean;
}

/** What `pnpm dev:web` starts beside the page. */
const STAND_IN = "http://localhost:3002";

/**
 * A token for the real service where there are keys, which stay here; else the stand-in, which wants none.
 *
 * @throws if there are keys, and the service gives no token for them.
 */
export async function voiceAccess(): Promise<VoiceAccess> {
  const { HUME_API_KEY, HUME_SECRET_KEY, HUME_CONFIG_ID, HUME_HOSTNAME } =
    process.env;
  const hostname = HUME_HOSTNAME || undefined;
  if (!HUME_API_KEY || !HUME_SECRET_KEY) {
    return {
      accessToken: "none",
      hostname: hostname ?? STAND_IN,
      isStandIn: true,
    };
  }
  const accessToken = await fetchAccessToken(
    HUME_API_KEY,
    HUME_SECRET_KEY,
    hostname,
  );
  return {
    accessToken,
    configId: HUME_CONFIG_ID || undefined,
    hostname,
    isStandIn: false,
  };
}

async function fetchAccessToken(
  apiKey: string,
  secretKey: string,
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

import { newAccessToken } from "@/lib/config";

/** As an answer is about one moment, nobody may keep it. */
const HEADERS = { "cache-control": "no-store" };

/** Never answered by the build, which has no keys. */
export const dynamic = "force-dynamic";

/**
 * An access token for the voice service, for each call that is started: one that a page had been given would be too old
 * after half an hour. Pages of other origins cannot read it.
 */
export async function GET(): Promise<Response> {
  try {
    const accessToken = await newAccessToken();
    return Response.json({ accessToken }, { headers: HEADERS });
  } catch (error) {
    const problem = error instanceof Error ? error.message : String(error);
    console.error(problem);
    return Response.json({ problem }, { status: 502, headers: HEADERS });
  }
}

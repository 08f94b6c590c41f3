// The browser's side of `app/api/token/route.ts`.

/**
 * An access token for a call that begins now.
 *
 * @throws with a sentence for people, if there is none.
 */
export async function fetchToken(): Promise<string> {
  const answer = await ask();
  if (typeof answer["accessToken"] === "string") return answer["accessToken"];
  const { problem } = answer;
  throw new Error(
    typeof problem === "string"
      ? problem
      : "This page’s server gave no access token.",
  );
}

async function ask(): Promise<{ [key: string]: unknown }> {
  const response = await fetch("/api/token", { cache: "no-store" }).catch(
    () => {
      throw new Error("This page’s server cannot be reached.");
    },
  );
  const answer: unknown = await response.json().catch(() => null);
  return typeof answer === "object" && answer !== null ? { ...answer } : {};
}

// What everybody needs of a page, whatever they see and however: axe has nothing serious to say, and nothing lies beside
// the screen.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import type axe from "axe-core";
import type { Person } from "./person.ts";

const SCHEMES = ["light", "dark"] as const;
const SIZES = {
  desktop: { width: 1280, height: 800 },
  tablet: { width: 768, height: 1024 },
  phone: { width: 390, height: 844 },
  // What is left of 1280 px at 400 %.
  enlarged: { width: 320, height: 568 },
};

/** Fails with everything that axe finds to be serious or critical, whatever the colours and the size. */
export async function isAccessible({ page }: Person): Promise<void> {
  if (!(await page.evaluate(() => "axe" in globalThis))) {
    const script = await readFile("node_modules/axe-core/axe.min.js", "utf8");
    await page.evaluate(script);
  }
  const animations = "*, *::before, *::after { animation: none !important; }";
  const style = await page.addStyleTag({ content: animations });
  const findings: string[] = [];
  for (const colorScheme of SCHEMES) {
    for (const [size, viewport] of Object.entries(SIZES)) {
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      const { violations, passes } = await page.evaluate(() =>
        (globalThis as unknown as { axe: typeof axe }).axe.run(),
      );
      assert.ok(passes.length > 10, "axe has looked");
      for (const { id, impact, nodes } of violations) {
        if (impact !== "serious" && impact !== "critical") continue;
        const places = nodes.map((node) => node.html).join("\n  ");
        findings.push(`${colorScheme}, ${size}: ${id}\n  ${places}`);
      }
      const width = await page.evaluate(
        () => document.documentElement.scrollWidth,
      );
      assert.ok(width <= viewport.width, `${size}: ${width} px wide`);
      for (const name of ["Start call", "End call", "Send"]) {
        const place = await page
          .getByRole("button", { name, exact: true })
          .evaluateAll(([button]) => button?.getBoundingClientRect().toJSON());
        if (!place) continue;
        const isInside = place.left >= 0 && place.right <= viewport.width;
        assert.ok(isInside, `${size}: ${name} is not on the screen`);
      }
    }
  }
  assert.deepEqual(findings, []);
  await style.evaluate((element) => (element as HTMLElement).remove());
  await page.setViewportSize(SIZES.desktop);
}

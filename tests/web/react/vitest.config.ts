import { defineConfig } from "vitest/config";

export default defineConfig({
  test: { include: ["react/*.spec.ts"], watch: false },
});

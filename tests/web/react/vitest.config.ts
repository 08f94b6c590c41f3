import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    include: ["react/*.spec.ts", ".generated/samples/*.test.tsx"],
    environment: "jsdom",
    watch: false,
  },
});

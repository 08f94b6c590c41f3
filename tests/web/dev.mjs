import { createServer } from "vite";
const s = await createServer({ root: "/tmp/vt", server: { middlewareMode: true }, logLevel: "silent" });
const r = await s.transformRequest("/call.client.ts");
console.log(r.code.includes("import.meta.env = "), /import\.meta\)?\.env\??\.?\[/.test(r.code), r.code.slice(0, 200));
await s.close();

// Makes Node say that it runs on another machine: MACHINE is a platform, an
// architecture and perhaps a C library.
"use strict";

const [platform, arch, libc] = process.env.MACHINE.split(" ");
Object.defineProperty(process, "platform", { value: platform });
Object.defineProperty(process, "arch", { value: arch });
const header = libc === "glibc" ? { glibcVersionRuntime: "2.36" } : {};
process.report.getReport = () => ({ header });

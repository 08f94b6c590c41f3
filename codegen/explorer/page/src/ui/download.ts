// Files that the page gives to whoever uses it.

/** Has the browser save a file of JSON, which may be given in parts. */
export function download(name: string, ...parts: readonly string[]): void {
  const file = new Blob([...parts], { type: "application/json" });
  const address = URL.createObjectURL(file);
  const link = document.createElement("a");
  link.href = address;
  link.download = name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}

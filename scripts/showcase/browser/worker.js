// The checker at work: Python, which Pyodide brings, reads files and asks the rules about them, away from the page.

/** Gives what answers questions, once it is loaded; after a failure the page ends this worker. */
let loaded;

self.addEventListener("message", async ({ data }) => {
  try {
    loaded ??= start(data.parts, data.index);
    const check = await loaded;
    self.postMessage({ id: data.id, state: "checking" });
    self.postMessage({ id: data.id, found: check(data.asked, data.contents) });
  } catch (error) {
    self.postMessage({ id: data.id, failed: `${error?.name}: ${error?.message || error}` });
  }
});

async function start({ root, pyodide, bundle }, index) {
  count();
  const { loadPyodide } = await import(`${root}${pyodide}pyodide.js`);
  const [python, archive] = await Promise.all([
    loadPyodide({ indexURL: `${root}${pyodide}` }),
    fetch(`${root}${bundle}`).then((answered) => answered.arrayBuffer()),
  ]);
  self.postMessage({ state: "opening" });
  python.FS.writeFile("/quy-tac.zip", new Uint8Array(archive));
  python.runPython("import sys; sys.path.insert(0, '/quy-tac.zip')");
  const { check, read_index: read } = python.pyimport("showcase.browser.checking");
  const others = index === undefined ? undefined : read(index);
  return (asked, contents) => JSON.parse(check(asked, python.toPy(contents), others));
}

/** Has whatever is fetched from now on told to the page as it comes, in bytes; what the host has not is a failure. */
function count() {
  const ask = self.fetch;
  let bytes = 0;
  self.fetch = async (...given) => {
    const answered = await ask(...given);
    if (!answered.ok || !answered.body) throw new TypeError(`Failed to fetch: ${answered.status}`);
    const counted = new TransformStream({
      transform(part, controller) {
        bytes += part.byteLength;
        self.postMessage({ state: "loading", bytes });
        controller.enqueue(part);
      },
    });
    return new Response(answered.body.pipeThrough(counted), { status: answered.status, headers: answered.headers });
  };
}

// The reference library at the same work: `node bench.mjs MODULES write FILE COUNT BYTES` or `... read FILE`; prints seconds.
import fs from "node:fs";
import path from "node:path";
import { createRequire } from "node:module";

const [modules, mode, file, count, bytes] = process.argv.slice(2);
const require = createRequire(path.join(modules, "package.json"));
const { McapWriter, McapIndexedReader } = require("@mcap/core");
const { loadDecompressHandlers } = require("@mcap/support");

if (mode === "write") {
  const fd = fs.openSync(file, "w");
  let length = 0n;
  const writer = new McapWriter({
    chunkSize: 4 << 20,
    writable: {
      position: () => length,
      write: async (part) => { fs.writeSync(fd, part); length += BigInt(part.byteLength); },
    },
  });
  const data = new Uint8Array(Number(bytes));
  for (let i = 0; i < data.length; i++) data[i] = Math.imul(i, 2654435761) >>> 24;
  const start = process.hrtime.bigint();
  await writer.start({ profile: "", library: "bench" });
  const channelId = await writer.registerChannel({ schemaId: 0, topic: "/sweep", messageEncoding: "x", metadata: new Map() });
  for (let i = 0; i < Number(count); i++) {
    await writer.addMessage({ channelId, sequence: i, logTime: BigInt(i), publishTime: BigInt(i), data });
  }
  await writer.end();
  fs.closeSync(fd);
  console.log(Number(process.hrtime.bigint() - start) / 1e9);
} else {
  const decompressHandlers = await loadDecompressHandlers();
  const handle = await fs.promises.open(file, "r");
  const { size } = await handle.stat();
  const readable = {
    size: async () => BigInt(size),
    read: async (offset, length) => {
      const buffer = new Uint8Array(Number(length));
      await handle.read(buffer, 0, buffer.length, Number(offset));
      return buffer;
    },
  };
  const start = process.hrtime.bigint();
  const reader = await McapIndexedReader.Initialize({ readable, decompressHandlers });
  let total = 0;
  for await (const message of reader.readMessages()) total += message.data.byteLength;
  console.log(Number(process.hrtime.bigint() - start) / 1e9);
  await handle.close();
}

// The reference library on the other end of a pipe: `write CASE.json OUT.mcap` writes a case with its writer, `read FILE.mcap`
// tells what its readers see. One line of JSON in answer to each line.
import fs from "node:fs";
import path from "node:path";
import readline from "node:readline";
import { createRequire } from "node:module";

const require = createRequire(path.join(process.argv[2], "package.json"));
const { McapWriter, McapIndexedReader, McapStreamReader } = require("@mcap/core");
const { loadDecompressHandlers } = require("@mcap/support");

class Output {
  parts = [];
  length = 0n;
  position() { return this.length; }
  async write(bytes) { this.parts.push(Buffer.from(bytes)); this.length += BigInt(bytes.byteLength); }
}

async function write(caseFile, outFile) {
  const { records, meta } = JSON.parse(fs.readFileSync(caseFile, "utf8"));
  const has = (feature) => meta.variant.features.includes(feature);
  const output = new Output();
  const writer = new McapWriter({
    writable: output, startChannelId: 1, useChunks: has("ch"), useMessageIndex: has("mx"), useChunkIndex: has("chx"),
    useStatistics: has("st"), repeatSchemas: has("rsh"), repeatChannels: has("rch"), useAttachmentIndex: has("ax"),
    useMetadataIndex: has("mdx"), useSummaryOffsets: has("sum"),
  });
  for (const { type, fields } of records) {
    const field = Object.fromEntries(fields);
    const bytes = () => Uint8Array.from(field.data.map(Number));
    const map = (object) => new Map(Object.entries(object));
    if (type === "Header") await writer.start({ profile: field.profile, library: field.library });
    else if (type === "Schema") await writer.registerSchema({ name: field.name, encoding: field.encoding, data: bytes() });
    else if (type === "Channel") await writer.registerChannel({ schemaId: Number(field.schema_id), topic: field.topic,
      messageEncoding: field.message_encoding, metadata: map(field.metadata) });
    else if (type === "Message") await writer.addMessage({ channelId: Number(field.channel_id), sequence: Number(field.sequence),
      logTime: BigInt(field.log_time), publishTime: BigInt(field.publish_time), data: bytes() });
    else if (type === "Attachment") await writer.addAttachment({ name: field.name, mediaType: field.media_type,
      logTime: BigInt(field.log_time), createTime: BigInt(field.create_time), data: bytes() });
    else if (type === "Metadata") await writer.addMetadata({ name: field.name, metadata: map(field.metadata) });
    else break;
  }
  await writer.end();
  fs.writeFileSync(outFile, Buffer.concat(output.parts));
  return {};
}

async function read(file, decompressHandlers) {
  const bytes = fs.readFileSync(file);
  const readable = {
    size: async () => BigInt(bytes.length),
    read: async (offset, length) => bytes.subarray(Number(offset), Number(offset + length)),
  };
  const indexed = [];
  const reader = await McapIndexedReader.Initialize({ readable, decompressHandlers });
  for await (const message of reader.readMessages()) indexed.push(told(message));
  const streamed = [];
  const stream = new McapStreamReader({ decompressHandlers, validateCrcs: true });
  stream.append(bytes);
  for (let record; (record = stream.nextRecord()); ) if (record.type === "Message") streamed.push(told(record));
  const attachments = [];
  for await (const attachment of reader.readAttachments()) attachments.push(attachment.name);
  return { indexed, streamed, attachments, topics: [...reader.channelsById.values()].map((channel) => channel.topic) };
}

const told = (message) => `${message.channelId} ${message.sequence} ${message.logTime} ${Buffer.from(message.data).toString("hex")}`;

const handlers = await loadDecompressHandlers();
for await (const line of readline.createInterface({ input: process.stdin })) {
  const [mode, ...names] = line.split(" ");
  try {
    console.log(JSON.stringify(mode === "write" ? await write(...names) : await read(names[0], handlers)));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}

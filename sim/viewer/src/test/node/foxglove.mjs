// A client from npm on the viewer's web socket: node foxglove.mjs ws://... ; prints one line of JSON.
import protocol from "@foxglove/ws-protocol";
import protobuf from "protobufjs";
import descriptor from "protobufjs/ext/descriptor/index.js";
import WebSocket from "ws";

const { FoxgloveClient } = protocol;
const url = process.argv[2];
const seconds = Number(process.argv[3] ?? 2);
const wait = ms => new Promise(go => setTimeout(go, ms));

function typeOf(channel) {
  const set = descriptor.FileDescriptorSet.decode(Buffer.from(channel.schema, "base64"));
  return protobuf.Root.fromDescriptor(set).lookupType(channel.schemaName);
}

/** Subscribes to everything as a viewer of old would. */
async function listen() {
  const socket = new WebSocket(url, [FoxgloveClient.SUPPORTED_SUBPROTOCOL]);
  const client = new FoxgloveClient({ ws: socket });
  const seen = { topics: {}, status: [], times: 0, backwards: 0, undecodable: 0, first: {} };
  const channels = new Map();
  let last = -1n;
  client.on("serverInfo", info => { seen.capabilities = info.capabilities; seen.name = info.name; seen.sessionId = info.sessionId; });
  client.on("status", status => seen.status.push(status));
  client.on("error", error => seen.status.push({ message: String(error) }));
  client.on("time", ({ timestamp }) => { seen.times++; if (timestamp < last) seen.backwards++; last = timestamp; });
  client.on("advertise", list => {
    for (const channel of list) channels.set(client.subscribe(channel.id), { channel, type: typeOf(channel) });
  });
  client.on("message", ({ subscriptionId, timestamp, data }) => {
    const { channel, type } = channels.get(subscriptionId);
    const bytes = new Uint8Array(data.buffer, data.byteOffset, data.byteLength);
    try {
      const decoded = type.decode(bytes);
      seen.first[channel.topic] ??= summary(channel, decoded);
      const topic = seen.topics[channel.topic] ??= { schema: channel.schemaName, count: 0 };
      topic.count++;
      topic.lastNs = String(timestamp);
    } catch {
      seen.undecodable++;
    }
  });
  await wait(seconds * 1000);
  client.close();
  seen.advertised = channels.size;
  return seen;
}

function summary(channel, message) {
  if (channel.schemaName === "foxglove.SceneUpdate") {
    const e = message.entities ?? [];
    return { entities: e.length, ids: e.map(x => x.id), cubes: e.flatMap(x => x.cubes ?? []).map(c => c.pose.position), triangles: e.flatMap(x => x.triangles ?? []).reduce((n, t) => n + t.points.length / 3, 0) };
  }
  if (channel.schemaName === "foxglove.PointCloud") return { stride: message.pointStride, fields: message.fields.map(f => f.name), bytes: message.data.length, frame: message.frameId };
  if (channel.schemaName === "foxglove.CompressedImage") return { format: message.format, head: [...message.data.slice(0, 3)] };
  if (channel.schemaName === "foxglove.FrameTransform") return { parent: message.parentFrameId, child: message.childFrameId, x: message.translation.x };
  return {};
}

/** Frames by hand: what the client library does not do. */
async function byHand() {
  const got = { refused: await refused(url, []), strange: await refused(url, ["chat"]), noToken: await refused(url.replace(/token=.*/, "token=x"), ["foxglove.sdk.v1"]) };
  const socket = new WebSocket(url, ["foxglove.sdk.v1"]);
  const texts = [], states = [];
  socket.on("message", (data, isBinary) => {
    if (!isBinary) texts.push(JSON.parse(data));
    else if (data[0] === 5) states.push({ status: data[1], timeNs: String(data.readBigUInt64LE(2)), speed: data.readFloatLE(10), sought: data[14], id: data.subarray(19).toString() });
  });
  await new Promise(go => socket.on("open", go));
  got.protocol = socket.protocol;
  await wait(300);
  got.info = texts.find(t => t.op === "serverInfo");
  const channel = texts.find(t => t.op === "advertise")?.channels[0];
  const send = object => socket.send(typeof object === "string" ? object : JSON.stringify(object));
  send({ op: "subscribe", subscriptions: [{ id: 1, channelId: channel.id }] });
  send({ op: "subscribe", subscriptions: [{ id: 2, channelId: channel.id }] });
  send({ op: "subscribe", subscriptions: [{ id: 3, channelId: 99999 }] });
  send({ op: "unsubscribe", subscriptionIds: [77] });
  send({ op: "getParameters", parameterNames: [] });
  send("{this is no json");
  const request = Buffer.alloc(23);
  request[0] = 3;
  request[1] = 1;
  request.writeFloatLE(2, 2);
  request[6] = 1;
  request.writeBigUInt64LE(1_500_000_000n, 7);
  request.writeUInt32LE(4, 15);
  request.write("ask1", 19);
  socket.send(request);
  await wait(500);
  got.status = texts.filter(t => t.op === "status").map(t => t.level);
  got.states = states;
  socket.close();
  return got;
}

function refused(address, protocols) {
  return new Promise(go => {
    const socket = new WebSocket(address, protocols);
    socket.on("unexpected-response", (request, response) => go(response.statusCode));
    socket.on("error", () => go("error"));
    socket.on("open", () => { socket.close(); go("open"); });
  });
}

console.log(JSON.stringify(process.argv[4] === "listen" ? { listened: await listen() } : { listened: await listen(), byHand: await byHand() }));
process.exit(0);

// Clients from npm on the viewer's web socket: node foxglove.mjs ws://... [seconds]; prints one line of JSON.
import protocol from "@foxglove/ws-protocol";
import protobuf from "protobufjs";
import descriptor from "protobufjs/ext/descriptor/index.js";
import WebSocket from "ws";

const { FoxgloveClient } = protocol;
const SDK = "foxglove.sdk.v1";
const url = process.argv[2];
const seconds = Number(process.argv[3] ?? 2);
const wait = ms => new Promise(go => setTimeout(go, ms));

function typeOf(channel) {
  const set = descriptor.FileDescriptorSet.decode(Buffer.from(channel.schema, "base64"));
  return protobuf.Root.fromDescriptor(set).lookupType(channel.schemaName);
}

/** What a client heard, with every message decoded by the schema that was advertised for it. */
class Heard {
  constructor() {
    Object.assign(this, { topics: {}, status: [], times: 0, backwards: 0, undecodable: [], first: {}, advertised: 0, schemas: {} });
    this.last = -1n;
    this.channels = new Map();
  }
  take(subscription, channel) {
    this.channels.set(subscription, { channel, type: typeOf(channel) });
    this.schemas[channel.topic] = channel.schemaName;
    this.advertised++;
  }
  time(at) {
    this.times++;
    if (at < this.last) this.backwards++;
    this.last = at;
  }
  message(subscription, at, bytes) {
    const known = this.channels.get(subscription);
    if (!known) {
      this.undecodable.push(`subscription ${subscription} was not asked for`);
      return;
    }
    const { channel, type } = known;
    try {
      const decoded = type.decode(bytes);
      this.first[channel.topic] ??= summary(channel, decoded);
      const topic = this.topics[channel.topic] ??= { schema: channel.schemaName, count: 0 };
      topic.count++;
      topic.lastNs = String(at);
    } catch (problem) {
      this.undecodable.push(`${channel.topic}: ${problem.message}`);
    }
  }
  toJSON() {
    const { channels, last, ...told } = this;
    return told;
  }
}

/** Subscribes to everything as a viewer of old would; what comes after it has said goodbye does not count. */
async function listen() {
  const socket = new WebSocket(url, [FoxgloveClient.SUPPORTED_SUBPROTOCOL]);
  const client = new FoxgloveClient({ ws: socket });
  const heard = new Heard();
  client.on("serverInfo", info => Object.assign(heard, { capabilities: info.capabilities, name: info.name }));
  client.on("status", status => heard.status.push(status));
  client.on("error", error => heard.status.push({ message: String(error) }));
  client.on("time", ({ timestamp }) => heard.time(timestamp));
  client.on("advertise", list => { for (const channel of list) heard.take(client.subscribe(channel.id), channel); });
  client.on("message", ({ subscriptionId, timestamp, data }) => heard.message(subscriptionId, timestamp, new Uint8Array(data.buffer, data.byteOffset, data.byteLength)));
  await wait(seconds * 1000);
  const told = JSON.parse(JSON.stringify(heard));
  const before = Date.now();
  socket.close();
  await new Promise(go => socket.on("close", go));
  return { ...told, closedAfterMs: Date.now() - before };
}

function summary(channel, message) {
  if (channel.schemaName === "foxglove.SceneUpdate") {
    const e = message.entities ?? [];
    return { entities: e.length, ids: e.map(x => x.id), cubes: e.flatMap(x => x.cubes ?? []).map(c => c.pose.position), lines: e.flatMap(x => x.lines ?? []).length, triangles: e.flatMap(x => x.triangles ?? []).reduce((n, t) => n + t.points.length / 3, 0) };
  }
  if (channel.schemaName === "foxglove.PointCloud") return { stride: message.point_stride, fields: message.fields.map(f => f.name), bytes: message.data.length, frame: message.frame_id };
  if (channel.schemaName === "foxglove.CompressedImage") return { format: message.format, head: [...message.data.slice(0, 3)] };
  if (channel.schemaName === "foxglove.FrameTransform") return { parent: message.parent_frame_id, child: message.child_frame_id, x: message.translation.x };
  return {};
}

/** A connection of the newer protocol, frame by frame. */
function connect() {
  const socket = new WebSocket(url, [SDK]);
  const texts = [], states = [];
  const heard = new Heard();
  socket.on("error", () => {}); // whoever is let go of in the middle of a frame
  socket.on("message", (data, isBinary) => {
    if (!isBinary) texts.push(JSON.parse(data));
    else if (data[0] === 1) heard.message(data.readUInt32LE(1), data.readBigUInt64LE(5), data.subarray(13));
    else if (data[0] === 2) heard.time(data.readBigUInt64LE(1));
    else if (data[0] === 5) states.push({ status: data[1], timeNs: String(data.readBigUInt64LE(2)), speed: data.readFloatLE(10), sought: data[14], id: data.subarray(19).toString() });
  });
  const send = object => socket.send(typeof object === "string" ? object : JSON.stringify(object));
  const open = new Promise(go => socket.on("open", go)).then(() => wait(300));
  return { socket, texts, states, heard, send, open };
}

function control(id, { pause, speed, seekNs }) {
  const request = Buffer.alloc(19 + id.length);
  request[0] = 3;
  request[1] = pause ? 1 : 0;
  request.writeFloatLE(speed, 2);
  request[6] = seekNs === undefined ? 0 : 1;
  request.writeBigUInt64LE(seekNs ?? 0n, 7);
  request.writeUInt32LE(id.length, 15);
  request.write(id, 19);
  return request;
}

/** Every topic under the newer protocol; one of them is let go of on the way. */
async function listenSdk() {
  const { socket, texts, heard, send, open } = connect();
  await open;
  const channels = texts.filter(t => t.op === "advertise").flatMap(t => t.channels);
  channels.forEach((channel, i) => heard.take(i + 1, channel));
  socket.send(control("again", { pause: false, speed: 1, seekNs: 0n }));
  send({ op: "subscribe", subscriptions: channels.map((channel, i) => ({ id: i + 1, channelId: channel.id })) });
  await wait(seconds * 500);
  const pose = channels.findIndex(c => c.topic === "/localization/pose");
  send({ op: "unsubscribe", subscriptionIds: [pose + 1] });
  await wait(100);
  const before = heard.topics["/localization/pose"].count;
  await wait(seconds * 500);
  const told = JSON.parse(JSON.stringify(heard));
  socket.close();
  return { ...told, afterUnsubscribing: told.topics["/localization/pose"].count - before };
}

/** Mistakes, playback, pings, fragments. */
async function byHand() {
  const got = { refused: await refused(url, []), strange: await refused(url, ["chat"]), noToken: await refused(url.replace(/token=.*/, "token=x"), [SDK]) };
  const { socket, texts, states, send, open } = connect();
  await open;
  got.protocol = socket.protocol;
  got.info = texts.find(t => t.op === "serverInfo");
  const channel = texts.find(t => t.op === "advertise")?.channels[0];
  send({ op: "subscribe", subscriptions: [{ id: 1, channelId: channel.id }] });
  send({ op: "subscribe", subscriptions: [{ id: 2, channelId: channel.id }] });
  send({ op: "subscribe", subscriptions: [{ id: 3, channelId: 99999 }] });
  send({ op: "unsubscribe", subscriptionIds: [77] });
  send({ op: "getParameters", parameterNames: [] });
  send("{this is no json");
  socket.send('{"op":"unsub', { fin: false });
  socket.send('scribe","subscriptionIds":[78]}', { fin: true });
  socket.send(control("ask1", { pause: true, speed: 2, seekNs: 1_500_000_000n }));
  got.pong = await Promise.race([new Promise(go => { socket.on("pong", data => go(data.toString())); socket.ping("here"); }), wait(2000)]);
  await wait(500);
  got.status = texts.filter(t => t.op === "status").map(t => t.level);
  got.states = states;
  socket.send(Buffer.alloc((1 << 20) + 1));
  got.oversized = await Promise.race([new Promise(go => socket.on("close", () => go("let go"))), wait(2000)]);
  return got;
}

/** More connections, one after the other, than the server takes at once. */
async function comeAndGo(times) {
  let closed = 0;
  for (let i = 0; i < times; i++) {
    const socket = new WebSocket(url, [SDK]);
    const gone = new Promise(go => { socket.on("close", () => go(true)); socket.on("error", () => go(false)); });
    socket.on("open", () => socket.close(1000));
    if (await Promise.race([gone, wait(3000)])) closed++;
  }
  return closed;
}

function refused(address, protocols) {
  return new Promise(go => {
    const socket = new WebSocket(address, protocols);
    socket.on("unexpected-response", (request, response) => go(response.statusCode));
    socket.on("error", () => go("error"));
    socket.on("open", () => { socket.close(); go("open"); });
  });
}

console.log(JSON.stringify({ listened: await listen(), sdk: await listenSdk(), byHand: await byHand(), cameAndWent: await comeAndGo(80) }));
process.exit(0);

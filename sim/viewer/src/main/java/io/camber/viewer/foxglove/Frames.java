package io.camber.viewer.foxglove;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import com.google.protobuf.ByteString;
import io.camber.viewer.drive.DriveSpan;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import java.nio.charset.StandardCharsets;
import java.util.Collection;

/**
 * What the server says, as the protocol wants it. Binary frames are little-endian:
 *
 * <pre>
 *  message   01 | subscription u32 | log time ns u64 | payload
 *  time      02 | ns u64
 *  playback  05 | status u8 | ns u64 | speed f32 | sought u8 | length u32 | request id
 * </pre>
 */
final class Frames {
  private static final long NS_PER_S = 1_000_000_000L;

  /** State of playback on the wire. */
  enum Status {
    PLAYING(0),
    PAUSED(1),
    ENDED(3);

    private final int code;

    Status(int code) {
      this.code = code;
    }
  }

  private Frames() {}

  static String serverInfo(String name, String session, boolean hasControl, DriveSpan span) {
    JsonObject info = op("serverInfo");
    info.addProperty("name", name);
    JsonArray capabilities = new JsonArray();
    capabilities.add("time");
    if (hasControl) {
      capabilities.add("playbackControl");
      info.add("dataStartTime", time(span.startNs()));
      info.add("dataEndTime", time(span.endNs()));
    }
    info.add("capabilities", capabilities);
    info.add("supportedEncodings", new JsonArray());
    info.addProperty("sessionId", session);
    return info.toString();
  }

  private static JsonObject time(long timeNs) {
    JsonObject time = new JsonObject();
    time.addProperty("sec", Math.floorDiv(timeNs, NS_PER_S));
    time.addProperty("nsec", Math.floorMod(timeNs, NS_PER_S));
    return time;
  }

  private static JsonObject op(String name) {
    JsonObject object = new JsonObject();
    object.addProperty("op", name);
    return object;
  }

  static String advertise(Collection<Channel> channels) {
    JsonArray list = new JsonArray();
    for (Channel channel : channels) {
      JsonObject one = new JsonObject();
      one.addProperty("id", channel.id());
      one.addProperty("topic", channel.topic());
      one.addProperty("encoding", "protobuf");
      one.addProperty("schemaName", channel.schema().name());
      one.addProperty("schema", channel.schemaText());
      one.addProperty("schemaEncoding", "protobuf");
      list.add(one);
    }
    JsonObject advertise = op("advertise");
    advertise.add("channels", list);
    return advertise.toString();
  }

  /** Level 0 is information, 1 a warning, 2 an error. */
  static String status(int level, String text) {
    JsonObject status = op("status");
    status.addProperty("level", level);
    status.addProperty("message", text);
    return status.toString();
  }

  static ByteBuf message(long subscription, long timeNs, ByteString payload) {
    ByteBuf header = Unpooled.buffer(13);
    header.writeByte(1).writeIntLE((int) subscription).writeLongLE(timeNs);
    return Unpooled.wrappedBuffer(header, Unpooled.wrappedBuffer(payload.asReadOnlyByteBuffer()));
  }

  static ByteBuf tick(long timeNs) {
    return Unpooled.buffer(9).writeByte(2).writeLongLE(timeNs);
  }

  static ByteBuf playback(
      Status status, long timeNs, float speed, boolean sought, String requestId) {
    byte[] id = requestId.getBytes(StandardCharsets.UTF_8);
    ByteBuf frame = Unpooled.buffer(19 + id.length);
    frame.writeByte(5).writeByte(status.code).writeLongLE(timeNs).writeFloatLE(speed);
    return frame.writeByte(sought ? 1 : 0).writeIntLE(id.length).writeBytes(id);
  }
}

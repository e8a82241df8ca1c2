package io.camber.messages;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import com.google.protobuf.WireFormat;
import io.camber.bus.Codec;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import org.jspecify.annotations.Nullable;

/**
 * Codec of a message whose last field on the wire is one large bytes field. The bytes are copied once when encoded,
 * straight into a segment where there is one, and not at all when decoded: the value sees a slice of the payload. What it writes is plain protobuf for everybody else.
 *
 * <pre>
 *  +----------------+-----------------+-------------+----------------+
 *  | small fields   | tag of the bulk | its length  | the bulk bytes |
 *  +----------------+-----------------+-------------+----------------+
 * </pre>
 */
final class BulkCodec<T, M extends Message> implements Codec<T> {
  private final Schema schema;
  private final Parser<? extends Message> parser;
  private final Class<M> messageType;
  private final int bulkTag;
  private final Function<T, M> toHeader;
  private final Function<T, ByteBuffer> toBulk;
  private final BiFunction<M, ByteBuffer, T> fromParts;

  BulkCodec(
      Class<M> messageType,
      M example,
      int bulkField,
      Function<T, M> toHeader,
      Function<T, ByteBuffer> toBulk,
      BiFunction<M, ByteBuffer, T> fromParts) {
    this.schema = ProtobufSchemas.schema(example.getDescriptorForType());
    this.parser = example.getParserForType();
    this.messageType = messageType;
    this.bulkTag = bulkField << 3 | WireFormat.WIRETYPE_LENGTH_DELIMITED;
    this.toHeader = toHeader;
    this.toBulk = toBulk;
    this.fromParts = fromParts;
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public void encode(T value, PayloadBuffer target) {
    ProtobufCodec.append(toHeader.apply(value), target);
    ByteBuffer bulk = toBulk.apply(value);
    int length = bulk.remaining();
    int prefix = CodedOutputStream.computeUInt32SizeNoTag(bulkTag)
        + CodedOutputStream.computeUInt32SizeNoTag(length);
    int start = target.extend(prefix);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(target.array(), start, prefix);
      out.writeUInt32NoTag(bulkTag);
      out.writeUInt32NoTag(length);
      out.flush();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    target.append(bulk);
  }

  @Override
  public boolean encodeInto(T value, IntFunction<@Nullable ByteBuffer> room) {
    M header = toHeader.apply(value);
    ByteBuffer bulk = toBulk.apply(value);
    int prefix = header.getSerializedSize()
        + CodedOutputStream.computeUInt32SizeNoTag(bulkTag)
        + CodedOutputStream.computeUInt32SizeNoTag(bulk.remaining());
    ByteBuffer target = room.apply(prefix + bulk.remaining());
    if (target != null) {
      int start = target.position();
      try {
        CodedOutputStream out = CodedOutputStream.newInstance(target.slice(start, prefix));
        header.writeTo(out);
        out.writeUInt32NoTag(bulkTag);
        out.writeUInt32NoTag(bulk.remaining());
        out.flush();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      target.put(start + prefix, bulk, bulk.position(), bulk.remaining());
    }
    return true;
  }

  @Override
  public T decode(ByteBuffer payload) {
    try {
      return decodeParts(payload.slice());
    } catch (IOException e) {
      throw new MalformedMessageException("not a " + schema.name() + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException(
          "a " + schema.name() + " with impossible values: " + e.getMessage(), e);
    }
  }

  private T decodeParts(ByteBuffer payload) throws IOException {
    CodedInputStream in = CodedInputStream.newInstance(payload);
    int headerEnd = 0;
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (tag == bulkTag) {
        int length = in.readRawVarint32();
        int from = in.getTotalBytesRead();
        if (length < 0 || from + length != payload.limit()) {
          throw new MalformedMessageException(
              "bulk field of " + schema.name() + " is not the last on the wire");
        }
        return fromParts.apply(header(payload, headerEnd), payload.slice(from, length));
      }
      in.skipField(tag);
      headerEnd = in.getTotalBytesRead();
    }
    return fromParts.apply(header(payload, payload.limit()), ByteBuffer.allocate(0));
  }

  private M header(ByteBuffer payload, int end) throws IOException {
    return messageType.cast(parser.parseFrom(payload.slice(0, end)));
  }
}

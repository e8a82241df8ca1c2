package io.camber.messages;

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
  private static final int VARINT_BITS = 7;
  private static final long VARINT_MASK = 0x7f;

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
    int length = bulk.remaining();
    byte[] prefix = new byte
        [header.getSerializedSize()
            + CodedOutputStream.computeUInt32SizeNoTag(bulkTag)
            + CodedOutputStream.computeUInt32SizeNoTag(length)];
    ByteBuffer target = room.apply(prefix.length + length);
    if (target != null) {
      try {
        CodedOutputStream out = CodedOutputStream.newInstance(prefix);
        header.writeTo(out);
        out.writeUInt32NoTag(bulkTag);
        out.writeUInt32NoTag(length);
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      int start = target.position();
      target.put(start, prefix);
      target.put(start + prefix.length, bulk, bulk.position(), length);
    }
    return true;
  }

  @Override
  public T decode(ByteBuffer payload) {
    try {
      return decodeParts(payload.duplicate());
    } catch (IOException e) {
      throw new MalformedMessageException("not a " + schema.name() + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException(
          "a " + schema.name() + " with impossible values: " + e.getMessage(), e);
    }
  }

  /**
   * Looks at tags and lengths itself: protobuf's stream copies the whole of a payload on the heap that it may not write,
   * bulk and all, before it reads the first tag.
   */
  private T decodeParts(ByteBuffer in) throws IOException {
    int start = in.position();
    int headerEnd = start;
    while (in.hasRemaining()) {
      long tag = varint(in);
      if (tag == bulkTag) {
        if (varint(in) != in.remaining()) {
          throw new MalformedMessageException(
              "bulk field of " + schema.name() + " is not the last on the wire");
        }
        ByteBuffer bulk = in.slice();
        return fromParts.apply(header(in, start, headerEnd), bulk);
      }
      skip(in, tag);
      headerEnd = in.position();
    }
    return fromParts.apply(header(in, start, headerEnd), ByteBuffer.allocate(0));
  }

  /** Steps over one field's value; what is wrong inside of it is found by {@link #header}. */
  private void skip(ByteBuffer in, long tag) {
    int wireType = WireFormat.getTagWireType((int) tag);
    long length = switch (wireType) {
      case WireFormat.WIRETYPE_VARINT -> {
        varint(in);
        yield 0;
      }
      case WireFormat.WIRETYPE_FIXED64 -> Long.BYTES;
      case WireFormat.WIRETYPE_LENGTH_DELIMITED -> varint(in);
      case WireFormat.WIRETYPE_FIXED32 -> Integer.BYTES;
      default ->
        throw new MalformedMessageException(
            "a field of wire type " + wireType + " in a " + schema.name());
    };
    if (length < 0 || length > in.remaining()) {
      throw new MalformedMessageException("a " + schema.name() + " ends within a field");
    }
    in.position(in.position() + (int) length);
  }

  private long varint(ByteBuffer in) {
    long value = 0;
    for (int shift = 0; shift < Long.SIZE && in.hasRemaining(); shift += VARINT_BITS) {
      byte next = in.get();
      value |= (next & VARINT_MASK) << shift;
      if (next >= 0) {
        return value;
      }
    }
    throw new MalformedMessageException("a " + schema.name() + " ends within a number");
  }

  /** Parsed from an array, which protobuf makes of any other buffer after some detours. */
  private M header(ByteBuffer in, int start, int end) throws IOException {
    if (in.hasArray()) {
      return messageType.cast(parser.parseFrom(in.array(), in.arrayOffset() + start, end - start));
    }
    byte[] header = new byte[end - start];
    in.get(start, header);
    return messageType.cast(parser.parseFrom(header));
  }
}

package io.camber.messages;

import com.google.protobuf.CodedOutputStream;
import com.google.protobuf.InvalidProtocolBufferException;
import com.google.protobuf.Message;
import com.google.protobuf.Parser;
import io.camber.bus.Codec;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Schema;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.util.function.Function;

/** Codec of a small message: a domain value to its protobuf message and back. */
final class ProtobufCodec<T, M extends Message> implements Codec<T> {
  private final Schema schema;
  private final Parser<? extends Message> parser;
  private final Class<M> messageType;
  private final Encoder<T> encoder;
  private final Function<M, T> fromProto;

  /** Appends a value's wire form. */
  @FunctionalInterface
  interface Encoder<T> {
    void encode(T value, PayloadBuffer target);
  }

  ProtobufCodec(Class<M> messageType, M example, Function<T, M> toProto, Function<M, T> fromProto) {
    this(messageType, example, (value, target) -> append(toProto.apply(value), target), fromProto);
  }

  private ProtobufCodec(
      Class<M> messageType, M example, Encoder<T> encoder, Function<M, T> fromProto) {
    this.schema = ProtobufSchemas.schema(example.getDescriptorForType());
    this.parser = example.getParserForType();
    this.messageType = messageType;
    this.encoder = encoder;
    this.fromProto = fromProto;
  }

  /** A codec that writes values itself, for messages too frequent for protobuf's builders. */
  static <T, M extends Message> ProtobufCodec<T, M> written(
      Class<M> messageType, M example, Encoder<T> encoder, Function<M, T> fromProto) {
    return new ProtobufCodec<>(messageType, example, encoder, fromProto);
  }

  @Override
  public Schema schema() {
    return schema;
  }

  @Override
  public void encode(T value, PayloadBuffer target) {
    encoder.encode(value, target);
  }

  static void append(Message message, PayloadBuffer target) {
    int size = message.getSerializedSize();
    int start = target.extend(size);
    try {
      CodedOutputStream out = CodedOutputStream.newInstance(target.array(), start, size);
      message.writeTo(out);
      out.checkNoSpaceLeft();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public T decode(ByteBuffer payload) {
    try {
      return fromProto.apply(messageType.cast(parser.parseFrom(payload)));
    } catch (InvalidProtocolBufferException e) {
      throw new MalformedMessageException("not a " + schema.name() + ": " + e.getMessage(), e);
    } catch (IllegalArgumentException e) {
      throw new MalformedMessageException(
          "a " + schema.name() + " with impossible values: " + e.getMessage(), e);
    }
  }
}

package io.camber.messages;

import com.google.protobuf.CodedInputStream;
import com.google.protobuf.Descriptors.Descriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.WireFormat;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Schema;
import java.io.IOException;
import java.nio.ByteBuffer;

/**
 * Parses messages of strangers. Eight megabytes of empty sub-messages become hundreds in memory, so the elements are counted
 * on the wire first and too many refused before any is made.
 */
final class MessageBudget {
  /** A million numbers, or a quarter of a million messages: some 60 MB at worst. */
  private static final int UNITS_MAX = 1 << 20;

  private static final int MESSAGE_UNITS = 4;
  private static final int DEPTH_MAX = 64;

  private int units;

  private MessageBudget() {}

  /** The message in the types that its schema describes. */
  static DynamicMessage parse(Schema schema, ByteBuffer payload) {
    Descriptor descriptor = MessageDescriptors.of(schema);
    try {
      new MessageBudget().count(descriptor, CodedInputStream.newInstance(payload.duplicate()), 0);
      return DynamicMessage.parseFrom(
          descriptor, CodedInputStream.newInstance(payload.duplicate()));
    } catch (IOException e) {
      throw new MalformedMessageException("not a " + schema.name() + ": " + e.getMessage(), e);
    }
  }

  private void count(Descriptor type, CodedInputStream in, int depth) throws IOException {
    if (depth > DEPTH_MAX) {
      throw new MalformedMessageException(
          type.getFullName() + " is nested deeper than " + DEPTH_MAX + " levels");
    }
    for (int tag = in.readTag(); tag != 0; tag = in.readTag()) {
      if (WireFormat.getTagWireType(tag) != WireFormat.WIRETYPE_LENGTH_DELIMITED) {
        spend(type, 1);
        in.skipField(tag);
        continue;
      }
      spend(type, MESSAGE_UNITS);
      int length = in.readRawVarint32();
      FieldDescriptor field = type.findFieldByNumber(WireFormat.getTagFieldNumber(tag));
      if (field != null && field.getJavaType() == FieldDescriptor.JavaType.MESSAGE) {
        int outer = in.pushLimit(length);
        count(field.getMessageType(), in, depth + 1);
        in.popLimit(outer);
      } else {
        if (field != null && field.isPackable()) {
          spend(type, length / bytesOf(field));
        }
        in.skipRawBytes(length);
      }
    }
  }

  private static int bytesOf(FieldDescriptor field) {
    return switch (field.getType()) {
      case DOUBLE, FIXED64, SFIXED64 -> 8;
      case FLOAT, FIXED32, SFIXED32 -> 4;
      default -> 1;
    };
  }

  private void spend(Descriptor type, int more) {
    units += more;
    if (units > UNITS_MAX) {
      throw new MalformedMessageException(
          "a " + type.getFullName() + " of more elements than are worth reading; refused");
    }
  }
}

package io.camber.messages;

import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.camber.bus.Schema;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Optional;

/** Reads messages field by field with the schema that came with them, for tools that know no type. */
public final class MessageFields {
  private static final int TEXT_MAX = 40;

  private MessageFields() {}

  /**
   * The first field, in order of field numbers, in which two messages of one schema differ: its path and both values, such
   * as {@code tracks[3].center.x: 12.5 here, 12.75 there}.
   */
  public static Optional<String> firstDifference(
      Schema schema, ByteBuffer first, ByteBuffer second) {
    return difference("", MessageBudget.parse(schema, first), MessageBudget.parse(schema, second));
  }

  private static Optional<String> difference(String path, Message first, Message second) {
    for (FieldDescriptor field : first.getDescriptorForType().getFields()) {
      String name = path.isEmpty() ? field.getName() : path + "." + field.getName();
      Optional<String> found = field.isRepeated()
          ? listDifference(
              name, field, (List<?>) first.getField(field), (List<?>) second.getField(field))
          : valueDifference(name, field, first.getField(field), second.getField(field));
      if (found.isPresent()) {
        return found;
      }
    }
    return Optional.empty();
  }

  private static Optional<String> listDifference(
      String path, FieldDescriptor field, List<?> first, List<?> second) {
    for (int i = 0; i < Math.min(first.size(), second.size()); i++) {
      Optional<String> found =
          valueDifference(path + "[" + i + "]", field, first.get(i), second.get(i));
      if (found.isPresent()) {
        return found;
      }
    }
    return first.size() == second.size()
        ? Optional.empty()
        : Optional.of(path + ": " + first.size() + " entries here, " + second.size() + " there");
  }

  private static Optional<String> valueDifference(
      String path, FieldDescriptor field, Object first, Object second) {
    if (first instanceof Message a && second instanceof Message b) {
      return difference(path, a, b);
    }
    if (first.equals(second)) {
      return Optional.empty();
    }
    if (field.getType() == FieldDescriptor.Type.BYTES) {
      return Optional.of(path + ": " + bytesDifference(first, second));
    }
    return Optional.of(path + ": " + text(first) + " here, " + text(second) + " there");
  }

  private static String bytesDifference(Object first, Object second) {
    ByteBuffer a = ((com.google.protobuf.ByteString) first).asReadOnlyByteBuffer();
    ByteBuffer b = ((com.google.protobuf.ByteString) second).asReadOnlyByteBuffer();
    return "differs from byte " + a.mismatch(b) + " (" + a.remaining() + " bytes here, "
        + b.remaining() + " there)";
  }

  private static String text(Object value) {
    String text = value.toString();
    return text.length() > TEXT_MAX ? text.substring(0, TEXT_MAX) + "..." : text;
  }
}

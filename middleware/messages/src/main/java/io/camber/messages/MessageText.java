package io.camber.messages;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.DynamicMessage;
import com.google.protobuf.Message;
import com.google.protobuf.TextFormat;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Schema;
import java.nio.ByteBuffer;
import java.util.List;
import java.util.Map;

/** Messages as text for people, and back. Bulk bytes are named by their size. */
public final class MessageText {
  private static final int BYTES_SHOWN_MAX = 16;

  private MessageText() {}

  /** The message in YAML-like lines, two blanks a level, each ended by a line feed. */
  public static String of(Schema schema, ByteBuffer payload) {
    StringBuilder text = new StringBuilder();
    append(MessageBudget.parse(schema, payload), "", text);
    return text.toString();
  }

  /**
   * Bytes of a message written in protobuf's text format, such as {@code speed_mps: 3.5}.
   *
   * @throws MalformedMessageException naming line and column of what is wrong
   */
  public static byte[] parse(Schema schema, String text) {
    DynamicMessage.Builder builder = DynamicMessage.newBuilder(MessageDescriptors.of(schema));
    try {
      TextFormat.merge(text, builder);
    } catch (TextFormat.ParseException e) {
      throw new MalformedMessageException("not a " + schema.name() + ": " + e.getMessage(), e);
    }
    return builder.build().toByteArray();
  }

  private static void append(Message message, String indent, StringBuilder text) {
    for (Map.Entry<FieldDescriptor, Object> entry : message.getAllFields().entrySet()) {
      if (entry.getKey().isRepeated()) {
        for (Object element : (List<?>) entry.getValue()) {
          append(entry.getKey().getName(), element, indent, text);
        }
      } else {
        append(entry.getKey().getName(), entry.getValue(), indent, text);
      }
    }
  }

  private static void append(String name, Object value, String indent, StringBuilder text) {
    text.append(indent).append(name).append(':');
    if (value instanceof Message nested) {
      text.append('\n');
      append(nested, indent + "  ", text);
    } else {
      text.append(' ').append(scalar(value)).append('\n');
    }
  }

  private static String scalar(Object value) {
    if (value instanceof ByteString bytes && bytes.size() > BYTES_SHOWN_MAX) {
      return "<" + bytes.size() + " bytes>";
    }
    if (value instanceof ByteString bytes) {
      return '"' + TextFormat.escapeBytes(bytes) + '"';
    }
    return String.valueOf(value);
  }
}

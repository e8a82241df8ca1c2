package io.camber.messages;

import com.google.protobuf.ByteString;
import com.google.protobuf.Descriptors.EnumValueDescriptor;
import com.google.protobuf.Descriptors.FieldDescriptor;
import com.google.protobuf.Message;
import io.camber.bus.Schema;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Messages as flat rows for tables: one cell a field, nested fields by their path. */
public final class MessageCells {
  private static final int LIST_MAX = 16;

  private MessageCells() {}

  /**
   * Rows of one message: one, or one for each element of the repeated field {@code each}. Cells are {@code Long}, {@code
   * Double} or {@code String}; bytes are told by their size, lists of messages by their length, short lists of numbers
   * element by element.
   */
  public static List<Map<String, Object>> rows(Schema schema, ByteBuffer payload, String each) {
    Message message = MessageBudget.parse(schema, payload);
    Map<String, Object> common = new LinkedHashMap<>();
    List<Map<String, Object>> rows = new ArrayList<>();
    for (FieldDescriptor field : message.getDescriptorForType().getFields()) {
      if (!field.getName().equals(each)) {
        put("", field, message, common);
      }
    }
    if (each.isEmpty()) {
      return List.of(common);
    }
    FieldDescriptor elements = message.getDescriptorForType().findFieldByName(each);
    if (elements == null || !elements.isRepeated()) {
      throw new IllegalArgumentException(schema.name() + " has no repeated field called " + each);
    }
    int number = 0;
    for (Object element : (List<?>) message.getField(elements)) {
      Map<String, Object> row = new LinkedHashMap<>(common);
      row.put(each + ".index", (long) number++);
      putValue(each, elements, element, row);
      rows.add(row);
    }
    return rows;
  }

  private static void put(
      String prefix, FieldDescriptor field, Message message, Map<String, Object> row) {
    String name = prefix + field.getName();
    Object value = message.getField(field);
    if (!field.isRepeated()) {
      boolean isMessage = field.getJavaType() == FieldDescriptor.JavaType.MESSAGE;
      if (!isMessage || message.hasField(field)) {
        putValue(name, field, value, row);
      }
      return;
    }
    List<?> list = (List<?>) value;
    row.put(name + ".count", (long) list.size());
    if (field.getJavaType() != FieldDescriptor.JavaType.MESSAGE && list.size() <= LIST_MAX) {
      for (int i = 0; i < list.size(); i++) {
        putValue(name + "." + i, field, list.get(i), row);
      }
    }
  }

  private static void putValue(
      String name, FieldDescriptor field, Object value, Map<String, Object> row) {
    if (value instanceof Message nested) {
      for (FieldDescriptor inner : nested.getDescriptorForType().getFields()) {
        put(name + ".", inner, nested, row);
      }
    } else if (value instanceof ByteString bytes) {
      row.put(name + ".bytes", (long) bytes.size());
    } else if (value instanceof EnumValueDescriptor word) {
      row.put(name, word.getName());
    } else if (value instanceof Double || value instanceof Float) {
      row.put(name, ((Number) value).doubleValue());
    } else if (value instanceof Integer number) {
      boolean unsigned = field.getType() == FieldDescriptor.Type.UINT32
          || field.getType() == FieldDescriptor.Type.FIXED32;
      row.put(name, unsigned ? Integer.toUnsignedLong(number) : number.longValue());
    } else if (value instanceof Long number) {
      row.put(name, number);
    } else {
      row.put(name, String.valueOf(value));
    }
  }
}

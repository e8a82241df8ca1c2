package io.camber.bus.node;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.Map;
import java.util.TreeMap;

/** Puts overriding values into a configuration record; the record's own constructor checks them. */
final class ConfigRecords {
  private ConfigRecords() {}

  /** @throws IllegalArgumentException naming the key, when a key is unknown, a value unreadable or out of range */
  static <R extends Record> R override(R defaults, Map<String, String> overrides, String owner) {
    Map<String, String> left = new TreeMap<>(overrides);
    R result = rebuild(defaults, left, "", owner);
    if (!left.isEmpty()) {
      throw new IllegalArgumentException(
          "node " + owner + " has no setting " + left.keySet().iterator().next() + "; it has "
              + Arrays.stream(defaults.getClass().getRecordComponents())
                  .map(RecordComponent::getName)
                  .toList());
    }
    return result;
  }

  private static <R extends Record> R rebuild(
      R value, Map<String, String> left, String prefix, String owner) {
    RecordComponent[] components = value.getClass().getRecordComponents();
    Object[] arguments = new Object[components.length];
    Class<?>[] types = new Class<?>[components.length];
    for (int i = 0; i < components.length; i++) {
      types[i] = components[i].getType();
      arguments[i] = component(value, components[i], left, prefix, owner);
    }
    try {
      var constructor = value.getClass().getDeclaredConstructor(types);
      constructor.setAccessible(true);
      @SuppressWarnings("unchecked") // the constructor of R's own class makes an R
      R rebuilt = (R) constructor.newInstance(arguments);
      return rebuilt;
    } catch (InvocationTargetException e) {
      throw new IllegalArgumentException(
          "node " + owner + ": " + e.getTargetException().getMessage(), e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(value.getClass() + " is not a configuration record", e);
    }
  }

  private static Object component(
      Record value,
      RecordComponent component,
      Map<String, String> left,
      String prefix,
      String owner) {
    String key = prefix + component.getName();
    Object present = read(value, component);
    if (present instanceof Record nested) {
      return rebuild(nested, left, key + ".", owner);
    }
    String text = left.remove(key);
    return text == null ? present : parse(component.getType(), text, owner + "." + key);
  }

  private static Object read(Record value, RecordComponent component) {
    try {
      var accessor = component.getAccessor();
      accessor.setAccessible(true);
      return accessor.invoke(value);
    } catch (ReflectiveOperationException e) {
      throw new IllegalArgumentException(
          "cannot read " + component.getName() + " of " + value.getClass(), e);
    }
  }

  private static Object parse(Class<?> type, String text, String key) {
    try {
      if (type == double.class) {
        return Double.parseDouble(text);
      }
      if (type == int.class) {
        return Integer.parseInt(text);
      }
      if (type == long.class) {
        return Long.parseLong(text);
      }
      if (type == boolean.class && (text.equals("true") || text.equals("false"))) {
        return text.equals("true");
      }
      if (type == String.class) {
        return text;
      }
    } catch (NumberFormatException e) {
      throw new IllegalArgumentException(key + "=" + text + " is not a number", e);
    }
    throw new IllegalArgumentException(key + "=" + text + " is not a " + type.getSimpleName());
  }
}

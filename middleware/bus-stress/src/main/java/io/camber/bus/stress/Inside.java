package io.camber.bus.stress;

import java.lang.reflect.Field;
import java.lang.reflect.Modifier;

/** Private fields by name, where a test must stand in for the kernel. */
public final class Inside {
  private Inside() {}

  public static <T> T get(Object owner, String name, Class<T> type) {
    try {
      return type.cast(field(owner, name).get(owner));
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot read " + name + " of " + owner, e);
    }
  }

  /** Fields that are final and of a plain class can be set too, as long as nobody has read them in compiled code. */
  public static void set(Object owner, String name, Object value) {
    try {
      field(owner, name).set(owner, value);
    } catch (IllegalAccessException e) {
      throw new IllegalStateException("cannot set " + name + " of " + owner, e);
    }
  }

  private static Field field(Object owner, String name) {
    try {
      Field field = owner.getClass().getDeclaredField(name);
      if (Modifier.isStatic(field.getModifiers())) {
        throw new IllegalArgumentException(name + " is static");
      }
      field.setAccessible(true);
      return field;
    } catch (NoSuchFieldException e) {
      throw new IllegalStateException("no field " + name + " in " + owner.getClass(), e);
    }
  }
}

package io.camber.map.xml;

import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** Gives the same string for the same bytes, so that a file's few names are made once. */
final class NameTable {
  private static final int SLOTS = 512;

  private final @Nullable String[] names = new @Nullable String[SLOTS];

  String get(byte[] bytes, int from, int to, int hash) {
    int slot = (hash ^ (hash >>> 9)) & (SLOTS - 1);
    String known = names[slot];
    if (known != null && equals(known, bytes, from, to)) {
      return known;
    }
    String name = new String(bytes, from, to - from, StandardCharsets.ISO_8859_1);
    names[slot] = name;
    return name;
  }

  private static boolean equals(String name, byte[] bytes, int from, int to) {
    if (name.length() != to - from) {
      return false;
    }
    for (int i = from; i < to; i++) {
      if (name.charAt(i - from) != bytes[i]) {
        return false;
      }
    }
    return true;
  }
}

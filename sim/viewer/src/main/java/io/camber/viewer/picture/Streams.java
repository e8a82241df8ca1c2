package io.camber.viewer.picture;

import java.util.LinkedHashMap;
import java.util.Map;

/** Several arrays that grow side by side and become one object in the end. */
final class Streams {
  private final Map<String, Json> arrays = new LinkedHashMap<>();

  /** The open array of that name, for one more element. */
  Json of(String name) {
    return arrays.computeIfAbsent(name, unused -> new Json().array());
  }

  /** Closes the arrays and writes them as members. */
  void writeInto(Json object) {
    arrays.forEach((name, array) -> object.name(name).raw(array.endArray().toString()));
  }
}

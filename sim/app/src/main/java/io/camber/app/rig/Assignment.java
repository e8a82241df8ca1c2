package io.camber.app.rig;

import com.google.gson.Gson;
import java.util.List;
import java.util.Map;

/**
 * What a spare process is told on its standard input, as one line of JSON.
 *
 * @param nodes that it hosts from now on
 * @param parameters their values, by {@code node.name}
 */
record Assignment(List<String> nodes, Map<String, String> parameters) {
  String line() {
    return new Gson().toJson(this) + "\n";
  }

  static Assignment parse(String line) {
    return new Gson().fromJson(line, Assignment.class);
  }
}

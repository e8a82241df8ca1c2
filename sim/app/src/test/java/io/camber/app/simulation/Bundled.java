package io.camber.app.simulation;

import java.nio.file.Path;

/** The bundled scenarios as tests find them: from the module's own folder. */
final class Bundled {
  private Bundled() {}

  static Path scenario(String name) {
    return Path.of("..", "..", "scenarios", name + ".xosc");
  }
}

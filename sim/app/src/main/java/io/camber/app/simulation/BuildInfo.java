package io.camber.app.simulation;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/** Which build this is; filled in when the jar is made. */
public final class BuildInfo {
  private BuildInfo() {}

  public static String version() {
    Properties properties = new Properties();
    try (InputStream in = BuildInfo.class.getResourceAsStream("/camber-build.properties")) {
      if (in == null) {
        throw new IllegalStateException("camber-build.properties is missing from the build");
      }
      properties.load(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return properties.getProperty("version", "unknown");
  }
}

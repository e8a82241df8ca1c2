package io.camber.app.command;

import io.camber.app.simulation.BuildInfo;
import picocli.CommandLine.IVersionProvider;

/** What {@code --version} prints. */
final class Versions implements IVersionProvider {
  @Override
  public String[] getVersion() {
    return new String[] {
      "camber " + BuildInfo.version(),
      "java " + System.getProperty("java.version") + " on " + System.getProperty("os.name")
    };
  }
}

package io.camber.app.command.option;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Option;

/** Values of a scenario's parameters, for commands that do not drive it. */
public final class ScenarioParameters {
  @Option(
      names = "--set",
      paramLabel = "PARAM=VALUE",
      description = "value of a scenario parameter")
  private Map<String, String> values = new LinkedHashMap<>();

  public Map<String, String> values() {
    return values;
  }
}

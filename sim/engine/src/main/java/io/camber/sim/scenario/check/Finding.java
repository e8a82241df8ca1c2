package io.camber.sim.scenario.check;

/** A rule broken at a place; line 0 when the place is the whole file. */
public record Finding(String file, int line, CheckRule rule, String problem) {
  @Override
  public String toString() {
    String place = line > 0 ? file + ":" + line : file;
    return place + ": " + (rule.isError() ? "error" : "warning") + ": " + problem + " [" + rule.id()
        + "]";
  }
}

package io.camber.app.command.option;

import io.camber.app.rig.BusAddress;
import io.camber.app.rig.BusProbe;
import picocli.CommandLine.Option;

/** Which bus a command looks at. */
public final class BusChoice {
  @Option(
      names = "--bus",
      required = true,
      paramLabel = "ADDRESS",
      description = "the bus, such as shm:NAME; a run with --processes prints its own")
  private String bus = "";

  public BusAddress address() {
    return BusAddress.parse(bus);
  }

  /** Looks at a bus on which somebody is. */
  public BusProbe join() {
    address().requireSomebody();
    return enter();
  }

  /** Waits or speaks on a bus, also as the first. */
  public BusProbe enter() {
    return BusProbe.join(address());
  }
}

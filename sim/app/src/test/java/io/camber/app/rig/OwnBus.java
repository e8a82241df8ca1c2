package io.camber.app.rig;

import io.camber.app.scratch.ScratchFolder;
import io.camber.bus.shm.BusFolder;
import java.io.IOException;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/** A bus in shared memory for the tests of one class; nothing is left of it after each, whoever was killed on it. */
public final class OwnBus implements AfterEachCallback {
  private final BusAddress address;

  private OwnBus(BusAddress address) {
    this.address = address;
  }

  /** Called after what it is for and this process. */
  public static OwnBus of(String purpose) {
    return new OwnBus(
        new BusAddress(BusKind.SHM, purpose + "-" + ProcessHandle.current().pid()));
  }

  /** The one that a run of this process makes for itself. */
  public static OwnBus ofRun() {
    return new OwnBus(BusAddress.ofNewBus(BusKind.SHM));
  }

  public BusAddress address() {
    return address;
  }

  public String text() {
    return address.text();
  }

  @Override
  public void afterEach(ExtensionContext context) throws IOException {
    Optional<BusFolder> left = BusFolder.find(BusFolder.defaultRoot(), address.place());
    if (left.isPresent()) {
      ScratchFolder.delete(left.get().path());
    }
  }
}

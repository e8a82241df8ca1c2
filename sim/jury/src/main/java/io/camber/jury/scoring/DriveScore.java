package io.camber.jury.scoring;

import io.camber.evaluation.judgement.Owner;
import io.camber.jury.check.Alarm;
import io.camber.jury.ticket.Finding;
import io.camber.jury.ticket.Scan;
import io.camber.truth.FaultTruth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What the sightings of one drive are worth.
 *
 * @param miles that the stack says it drove
 * @param seconds of the drive
 * @param findings that a scan of this drive alone would file
 */
public record DriveScore(
    List<Judged> sightings,
    List<Sought> faults,
    double miles,
    double seconds,
    List<Finding> findings) {
  /** What a fault did may be seen so long after it has ended. */
  private static final long AFTERMATH_NS = 5_000_000_000L;

  private static final double NS = 1e-9;

  public DriveScore {
    sightings = List.copyOf(sightings);
    faults = List.copyOf(faults);
    findings = List.copyOf(findings);
  }

  /** The worst alarm of one subject and what the truth says of it. */
  public record Judged(Alarm alarm, Word word) {}

  /**
   * An injected fault.
   *
   * @param name target and kind
   * @param isSeen something right was seen while it was there, by a check that can tell of it
   * @param isOwned the same by a check of the owner of what was struck
   */
  public record Sought(String name, boolean isSeen, boolean isOwned) {}

  /** Listens to a drive from its beginning, truth and all, beside the scan. */
  public static final class Witness {
    private final TruthMemory memory = new TruthMemory();

    /** Takes in a message. */
    public void onMessage(Object value) {
      memory.add(value);
    }

    /** False when the log holds no truth to hold anything against. */
    public boolean hasTruth() {
      return !memory.isEmpty();
    }

    /**
     * Judges what the scan saw in the same drive.
     *
     * @param ownerOfTarget who answers for what a fault strikes; empty for nobody, such as the weather
     */
    public DriveScore judge(Scan scan, Function<String, Optional<Owner>> ownerOfTarget) {
      AlarmTruth truth = new AlarmTruth(memory);
      List<Judged> judged = scan.sightings().stream()
          .map(alarm -> new Judged(alarm, truth.of(alarm)))
          .toList();
      List<Sought> sought = new ArrayList<>();
      for (FaultTruth fault : memory.faults()) {
        if (fault.startNs() <= memory.lastNs()) {
          sought.add(seek(fault, judged, ownerOfTarget.apply(fault.target())));
        }
      }
      return new DriveScore(judged, sought, scan.miles(), memory.lastNs() * NS, scan.findings());
    }

    private static Sought seek(FaultTruth fault, List<Judged> judged, Optional<Owner> owner) {
      List<Judged> during = judged.stream()
          .filter(one -> one.word() == Word.RIGHT)
          .filter(one -> FaultRelation.canTell(one.alarm(), fault.target()))
          .filter(one -> one.alarm().timeNs() >= fault.startNs()
              && one.alarm().timeNs() - AFTERMATH_NS <= fault.endNs())
          .toList();
      boolean owned =
          during.stream().anyMatch(one -> owner.equals(Optional.of(one.alarm().owner())));
      return new Sought(fault.target() + ":" + fault.kind(), !during.isEmpty(), owned);
    }
  }
}

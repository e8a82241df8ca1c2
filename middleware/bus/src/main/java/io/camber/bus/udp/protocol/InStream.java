package io.camber.bus.udp.protocol;

import java.nio.ByteBuffer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The receiving end of one remote writer: where it starts, what of it arrives, what is asked for again and told back. */
final class InStream {
  private final Peer peer;
  private final EndpointEntry writer;
  private final boolean reliable;
  private final Delivery delivery;
  private final Progress progress = new Progress();
  private final RepairClock clock = new RepairClock();
  private final Intake intake;
  private boolean started;

  /** What the writer had published when this stream started. */
  private long joinedAt;

  private boolean statusDue;

  InStream(Peer peer, EndpointEntry writer, boolean reliable, BufferPool pool) {
    this.peer = peer;
    this.writer = writer;
    this.reliable = reliable;
    this.delivery = new Delivery(writer, pool, peer.traffic());
    this.intake =
        reliable ? new OrderedIntake(delivery, progress) : new NewestIntake(delivery, progress);
  }

  int writer() {
    return writer.id();
  }

  boolean isReliable() {
    return reliable;
  }

  /** Serves these readers from now on. */
  void serve(List<Subscriber> readers) {
    statusDue |= delivery.serve(readers, this);
  }

  /** Goes on for the readers of a stream of the same writer. */
  void succeed(InStream predecessor) {
    long expected = predecessor.started ? predecessor.progress.expected : 0;
    delivery.takeOver(predecessor.delivery, this, expected);
  }

  boolean isStarted() {
    return started;
  }

  /** Next message that the slowest reader has not taken yet, -1 before the start is known. */
  long consumed() {
    return started ? delivery.firstWaiting(progress.expected) : -1;
  }

  long highSequence() {
    return progress.highSequence();
  }

  int highOffset() {
    return progress.highOffset();
  }

  /** Takes a fragment; answers false when its numbers do not fit what is known of the message. */
  boolean onData(Fragment fragment, long nowNs) {
    if (!started) {
      if (reliable) {
        return true; // its STREAM has not come yet; what is missed now is repaired then
      }
      started = true;
      progress.expected = fragment.sequence;
      delivery.onStart(fragment.sequence);
    }
    if (fragment.sequence < progress.expected) {
      peer.traffic().countFragmentTwice();
      return true;
    }
    clock.onArrival(nowNs);
    boolean fits = intake.onFragment(fragment, clock);
    clock.wonder(intake, peer, nowNs);
    return fits;
  }

  /** The message in which the fragment at this offset is still missing; null when there is none. */
  @Nullable
  MessageBuffer findPlace(long sequence, int offset) {
    Assembly assembly = intake.find(sequence);
    return assembly != null && assembly.isMissing(offset) ? assembly.message() : null;
  }

  /** The writer told where the stream stands: it may have ended, begun, or gone on without us. */
  boolean onPosition(long start, long first, long next, long nowNs) {
    boolean honest = 0 <= start
        && 0 <= first
        && first <= next
        && start <= next
        && next - first <= ProtocolConfig.WINDOW_MESSAGES;
    if (!honest) {
      return false;
    }
    statusDue = true;
    if (!started && reliable) {
      started = true;
      joinedAt = next;
      progress.start(start);
      delivery.onStart(start);
    }
    if (started && first > progress.expected) {
      long lost = intake.onFirst(first, Math.min(start, joinedAt));
      if (lost > 0) {
        peer.onOverrun(writer, lost);
      }
    }
    if (reliable && next > progress.knownNext) {
      progress.knownNext = next;
      clock.onBehind(nowNs);
    }
    clock.wonder(intake, peer, nowNs);
    return true;
  }

  /** Asks for what is missing, if it is time. */
  void askIfDue(FrameWriter frames, MissingRanges ranges, long nowNs) {
    if (!clock.isDue(nowNs)) {
      return;
    }
    ranges.clear();
    intake.findMissing(ranges, clock.isQuiet(nowNs));
    if (ranges.isEmpty()) {
      clock.onNothingMissing(intake.isWaiting(), nowNs);
      return;
    }
    ByteBuffer frame = frames.begin(Frames.NAK);
    frame.putInt(writer.id()).putLong(peer.sender);
    ranges.write(frame);
    frames.send(peer);
    peer.traffic().countRepairAsked();
    clock.onAsked(peer, nowNs);
  }

  /** Whether the writer has not heard the newest state. */
  boolean takesStatus() {
    boolean due = statusDue;
    statusDue = false;
    return due;
  }

  void markStatusDue() {
    statusDue = true;
  }

  /** The reader's backlog when a STATUS goes out: it will want another when that has been worked off. */
  void noteStatusSent() {
    delivery.noteStatusSent();
  }

  /** A reader worked off its backlog. */
  void onAppetite() {
    peer.onAppetite(this);
  }

  Peer peer() {
    return peer;
  }

  /** The writer is gone: what it published and did not get here is lost. */
  void finish() {
    if (started && reliable && progress.knownNext > progress.expected) {
      long lost = intake.onFirst(progress.knownNext, progress.expected);
      if (lost > 0) {
        peer.onOverrun(writer, lost);
      }
    }
  }

  void close() {
    intake.close();
    delivery.close();
  }
}

package io.camber.bus.shm;

import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.Generation;
import io.camber.bus.shm.file.Mapping;
import io.camber.bus.transport.Ending;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Loan;
import io.camber.bus.transport.WireCounters;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireHandler;
import io.camber.bus.transport.WireHeader;
import io.camber.bus.transport.WireReader;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The receiving end: one link per publisher, polled in turn; publishers are found when the registry has changed. Whatever
 * touches a segment is inside the {@link Door}.
 */
final class SegmentReader implements WireReader, Door.End {
  private static final long NOTHING_SEEN = -1;

  private final WireContext context;
  private final Generation generation;
  private final PositionFile positions;
  private final EndInfo info;
  private final Runnable onClose;
  private final Door door = new Door(this);
  private final ReaderTally tally = new ReaderTally();
  private final ReaderLink.Shared own;
  private final List<ReaderLink> links = new ArrayList<>();
  private final Set<Long> refused = new HashSet<>();

  /** By birth of their writer: the number that comes next behind links that ended without a successor here. */
  private final Map<Long, Long> nextNumbers = new HashMap<>();

  private final Heirlooms heirlooms;
  private final Object shared = new Object();
  private long seen = NOTHING_SEEN;
  private boolean isPolling;
  private @Nullable ReaderLink current;
  private @Nullable WireCounters last;
  private long reported;
  private int turn;
  private boolean isOpen;

  SegmentReader(WireContext context, PositionFile positions, Runnable onClose) {
    this.context = context;
    this.generation = context.generation();
    this.positions = positions;
    this.info = positions.info;
    this.onClose = onClose;
    this.heirlooms = new Heirlooms(context.files());
    this.own = new ReaderLink.Shared(positions, tally, new WireHeader(), door);
    try {
      reconcile();
    } catch (RuntimeException | Error e) {
      new Ending().run(this::end);
      throw e;
    }
    this.isOpen = true;
  }

  @Override
  public int poll(WireHandler handler, int limit) {
    if (!door.enter()) {
      return 0;
    }
    try {
      return pollOnce(handler, limit);
    } finally {
      door.leave();
    }
  }

  private int pollOnce(WireHandler handler, int limit) {
    if (isPolling) {
      throw new IllegalStateException("poll from inside a poll of the same reader");
    }
    isPolling = true;
    try {
      return pollAll(handler, limit);
    } catch (InternalError e) {
      dropCut(e);
      return 0;
    } finally {
      current = null;
      isPolling = false;
    }
  }

  private int pollAll(WireHandler handler, int limit) {
    reconcile();
    int count = 0;
    int size = links.size();
    int first = turn < size ? turn : 0;
    for (int i = 0; i < size && count < limit && !door.isShut(); i++) {
      int index =
          first + i < size ? first + i : first + i - size; // a division costs as much as a poll
      ReaderLink link = links.get(index);
      current = link;
      count += link.poll(handler, limit - count);
    }
    current = null;
    turn = first + 1;
    if (count > 0 || tally.lost != reported) {
      settle();
    }
    follow();
    return count;
  }

  /** Gives up the segments whose file somebody cut; what else fails is not ours. */
  private void dropCut(InternalError error) {
    boolean isCut = false;
    for (ReaderLink link : links) {
      if (!link.segment.mapping.isWhole()) {
        link.markMalformed();
        isCut = true;
      }
    }
    if (!isCut && !Mapping.isFault(error)) {
      throw error;
    }
    follow();
  }

  private void settle() {
    positions.putCounters(tally.messages, tally.bytes, tally.lost, tally.largest, tally.lastTimeNs);
    if (tally.lost != reported) {
      if (info.isReliable()) {
        report(WireEvent.Kind.READER_OVERRUN, info.node(), "lost " + (tally.lost - reported));
      }
      reported = tally.lost;
    }
  }

  private void report(WireEvent.Kind kind, String node, String detail) {
    context.listener().onEvent(new WireEvent(kind, node, info.topic().name(), detail));
  }

  /** Replaces links whose segment has ended by links to their successors, and drops those that make no sense. */
  private void follow() {
    for (int i = links.size() - 1; i >= 0; i--) {
      ReaderLink link = links.get(i);
      if (link.isMalformed()) {
        refused.add(link.segment.info.id());
        nextNumbers.put(link.segment.writerBirth, link.number());
        links.remove(i);
        seen = NOTHING_SEEN;
        try {
          report(
              WireEvent.Kind.MALFORMED,
              link.segment.info.node(),
              link.segment.mapping.path + " makes no sense at message " + link.number());
        } finally {
          link.close();
        }
      } else if (link.isEnded()) {
        links.remove(i);
        refused.add(link.segment.info.id()); // its file may be there a little longer
        seen = NOTHING_SEEN; // its node may have come back meanwhile
        try {
          succeed(link);
        } finally {
          link.close();
        }
      }
    }
  }

  private void succeed(ReaderLink old) {
    if (door.isShut() || old.segment.state() != EndLayout.STATE_MOVED) {
      return;
    }
    nextNumbers.put(old.segment.writerBirth, old.number());
    context.registry().refresh();
    EndInfo before = old.segment.info;
    List<EndInfo> writers = writers();
    for (int i = 0; i < writers.size(); i++) {
      EndInfo next = writers.get(i);
      if (next.node().equals(before.node()) && next.birth() > before.birth()) {
        Segment segment = heirlooms.open(next);
        if (segment != null) {
          links.add(ReaderLink.atStart(segment, own, old.number()));
          return;
        }
      }
    }
  }

  /** Those on the bus and those of whom only what is kept here is left, oldest first. */
  private List<EndInfo> writers() {
    return heirlooms.with(
        context.registry().snapshot().ends(info.topic().name(), Endpoint.Direction.PUBLISHES));
  }

  private void reconcile() {
    if (seen == generation.now() || door.isShut()) {
      return;
    }
    context.registry().refresh();
    Registry.Snapshot now = context.registry().snapshot();
    if (!refused.isEmpty()) {
      refused.retainAll(now.ids());
    }
    for (EndInfo writer : writers()) {
      if (!refused.contains(writer.id())) {
        meet(writer);
      }
    }
    seen = now.generation(); // not before all were met: whatever fails above is tried again
  }

  private void meet(EndInfo writer) {
    if (isLinked(writer.node())) {
      if (writer.isTomb() && !isLinkedTo(writer.id())) {
        heirlooms.keep(writer); // its turn comes after what is being read
      }
      return;
    }
    Optional<EndInfo.Mismatch> mismatch = info.mismatch(writer);
    if (mismatch.isPresent()) {
      refused.add(writer.id());
      refuse(mismatch.get());
    } else {
      link(writer);
    }
  }

  private void refuse(EndInfo.Mismatch mismatch) {
    report(
        mismatch.isSchema() ? WireEvent.Kind.SCHEMA_MISMATCH : WireEvent.Kind.QOS_MISMATCH,
        mismatch.writer(),
        mismatch.detail());
  }

  private boolean isLinkedTo(long id) {
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).segment.info.id() == id) {
        return true;
      }
    }
    return false;
  }

  private boolean isLinked(String node) {
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).segment.info.node().equals(node)) {
        return true;
      }
    }
    return false;
  }

  /**
   * A writer that was there before this reader is read from its end, a later one from its start. Later is also who was born
   * earlier and had not shown its file when this reader first looked.
   */
  private void link(EndInfo writer) {
    Segment segment = heirlooms.open(writer);
    if (segment == null) {
      return;
    }
    boolean isFirst = segment.writerBirth == writer.birth();
    boolean isNewer = writer.birth() > info.birth() || (isOpen && isFirst);
    if (!isNewer && segment.state() != EndLayout.STATE_OPEN) {
      segment.close();
      refused.add(writer.id()); // ended before this reader came
      return;
    }
    links.add(
        isNewer
            ? ReaderLink.atStart(segment, own, owedFrom(segment))
            : ReaderLink.atEnd(segment, own, info.isTransientLocal()));
  }

  /** The first message of the writer that this reader should see. */
  private long owedFrom(Segment segment) {
    long ifUnknown = segment.writerBirth > info.birth() ? 0 : segment.firstNumber;
    return nextNumbers.getOrDefault(segment.writerBirth, ifUnknown);
  }

  @Override
  public boolean hasMessages() {
    if (!door.enter()) {
      return false;
    }
    try {
      return findsMessages();
    } finally {
      door.leave();
    }
  }

  private boolean findsMessages() {
    reconcile();
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).hasNext()) {
        return true;
      }
    }
    return false;
  }

  @Override
  public Loan loan() {
    ReaderLink link = current;
    if (link == null) {
      throw new IllegalStateException("loan is for handlers, during their call");
    }
    return link.loan();
  }

  @Override
  public WireCounters counters() {
    synchronized (shared) {
      WireCounters done = last;
      return done != null ? done : positions.counters();
    }
  }

  Door door() {
    return door;
  }

  @Override
  public void close() {
    Doors.close(List.of(door));
  }

  @Override
  public void end() {
    Ending ending = new Ending();
    ending.run(this::keepCounters);
    links.forEach(link -> ending.run(link::leave));
    links.clear();
    ending.run(heirlooms::close);
    ending.run(positions::close);
    ending.run(onClose);
    ending.finish();
  }

  private void keepCounters() {
    synchronized (shared) {
      last = positions.counters();
    }
  }

  /** {@inheritDoc} This is owed nothing new; what is being read stays held. */
  @Override
  public void onLate() {
    positions.close();
  }
}

package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.EndLayout;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Generation;
import io.camber.bus.transport.Ending;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.ThisHost;
import io.camber.bus.transport.WireEvent;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireListener;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Everything on the bus as this process last saw it: looked at again when the generation has moved, by whoever notices. */
final class Registry {
  /** No generation: there is something to look at. */
  private static final long INCOMPLETE = -1;

  private final BusFiles files;
  private final Generation generation;
  private final WireListener listener;
  private final Map<String, EndInfo> ends = new TreeMap<>();
  private final Map<String, Peer> peers = new TreeMap<>();
  private final TreeSet<String> own = new TreeSet<>();
  private final Set<String> malformed = new HashSet<>();
  private final Tombs tombs;
  private volatile boolean isClosed;
  private volatile Snapshot snapshot = new Snapshot(INCOMPLETE, List.of());
  private volatile Neighbourhood neighbourhood = new Neighbourhood(List.of(), 0);

  Registry(BusFiles files, Generation generation, WireListener listener) {
    this.files = files;
    this.generation = generation;
    this.listener = listener;
    this.tombs = new Tombs(files);
  }

  /** Nodes of this wire make no events here. */
  synchronized void addOwn(String node) {
    own.add(node);
  }

  synchronized void removeOwn(String node) {
    own.remove(node);
  }

  /** As of the last {@link #refresh}; a new object whenever something changed. */
  Snapshot snapshot() {
    return snapshot;
  }

  boolean isStale() {
    return snapshot.generation() != generation.now();
  }

  /** Looks at the directory if anything changed since; not after {@link #close}, when an owner may still be on its way out. */
  void refresh() {
    if (isClosed || !isStale()) {
      return;
    }
    List<WireEvent> events = new ArrayList<>();
    synchronized (this) {
      if (!isClosed && isStale()) {
        scan(events);
      }
    }
    for (WireEvent event : events) {
      listener.onEvent(event);
    }
  }

  /**
   * This process has added a file after it took {@code birth} from the generation, and has told everybody. Saves looking at
   * the directory when nobody else had changed anything.
   */
  synchronized void added(EndInfo end) {
    if (snapshot.generation() == end.birth()) {
      ends.put(end.file(), end);
      snapshot = new Snapshot(end.birth() + 2, List.copyOf(ends.values()));
    }
  }

  private void scan(List<WireEvent> events) {
    long now = generation.now();
    List<String> names;
    try {
      names = files.list();
    } catch (IOException e) {
      throw new WireException("cannot list " + files.directory + ": " + e, e);
    }
    Set<String> present = new HashSet<>(names);
    ends.keySet().retainAll(present);
    malformed.retainAll(present);
    Set<String> nodes = new TreeSet<>();
    boolean isComplete = true;
    for (String name : names) {
      if (name.endsWith(FileNames.LOCK)) {
        nodes.add(FileNames.decode(name.substring(0, name.length() - FileNames.LOCK.length())));
      } else if (isEnd(name) && !ends.containsKey(name) && !malformed.contains(name)) {
        isComplete &= add(name, events);
      }
    }
    compareNodes(nodes, events);
    tombs.noteAll(ends.keySet());
    snapshot = new Snapshot(isComplete ? now : INCOMPLETE, List.copyOf(ends.values()));
  }

  private static boolean isEnd(String name) {
    return !name.startsWith(".")
        && (name.endsWith(FileNames.OUT)
            || name.endsWith(FileNames.IN)
            || name.endsWith(FileNames.TOMB));
  }

  /** Deletes what the dead left when everybody has had time to take it. */
  void dropOldTombs() {
    boolean isDropped;
    synchronized (this) {
      isDropped = tombs.dropOld();
    }
    if (isDropped) {
      generation.next();
    }
  }

  /** False when it cannot be looked at now, as without a free descriptor: asked again at the next look. */
  private boolean add(String name, List<WireEvent> events) {
    try {
      EndInfo.read(name, files.firstPage(name))
          .ifPresentOrElse(info -> ends.put(name, info), () -> reject(name, "no header", events));
    } catch (java.nio.file.NoSuchFileException e) {
      return true; // gone again
    } catch (WireException e) {
      reject(name, String.valueOf(e.getMessage()), events);
    } catch (IOException e) {
      return false;
    }
    return true;
  }

  private void reject(String name, String why, List<WireEvent> events) {
    malformed.add(name);
    events.add(new WireEvent(WireEvent.Kind.MALFORMED, "", "", files.path(name) + ": " + why));
  }

  private void compareNodes(Set<String> nodes, List<WireEvent> events) {
    comparePeers(nodes, events);
    List<Peer> ordered = List.copyOf(peers.values());
    neighbourhood = new Neighbourhood(ordered, anchor(ordered));
  }

  private void comparePeers(Set<String> nodes, List<WireEvent> events) {
    peers.entrySet().removeIf(entry -> {
      if (nodes.contains(entry.getKey()) && entry.getValue().isSame()) {
        return false;
      }
      events.add(entry.getValue().leave());
      return true;
    });
    for (String node : nodes) {
      if (!own.contains(node) && !peers.containsKey(node)) {
        Peer peer = Peer.open(node, files, generation);
        if (peer != null) {
          peers.put(node, peer);
          events.add(new WireEvent(WireEvent.Kind.NODE_FOUND, node, "", "pid " + peer.pid()));
        }
      }
    }
  }

  /** As of the last {@link #refresh}. */
  Neighbourhood neighbourhood() {
    return neighbourhood;
  }

  private int anchor(List<Peer> ordered) {
    String first = own.isEmpty() ? "" : own.first();
    for (int i = 0; i < ordered.size(); i++) {
      if (ordered.get(i).name().compareTo(first) > 0) {
        return i;
      }
    }
    return 0;
  }

  /** Whether the node turned out to be dead just now; then everything it held is gone. */
  boolean probe(String node) {
    Peer peer;
    synchronized (this) {
      peer = peers.get(node);
    }
    if (peer != null && peer.probe()) {
      refresh();
      return true;
    }
    return false;
  }

  /** Ends with the counters they hold right now. */
  List<Endpoint> endpoints() {
    refresh();
    List<Endpoint> list = new ArrayList<>();
    String host = ThisHost.name();
    for (EndInfo info : snapshot.ends()) {
      try {
        ByteBuffer page = files.firstPage(info.file());
        if (page.limit() == EndLayout.PAGE
            && page.getInt(EndLayout.STATE_AT) == EndLayout.STATE_OPEN) {
          list.add(new Endpoint(
              info.node(),
              host,
              info.pid(),
              info.direction(),
              info.topic(),
              EndInfo.counters(page)));
        }
      } catch (IOException | WireException e) {
        // left since
      }
    }
    list.sort(Comparator.comparing(Endpoint::node)
        .thenComparing(end -> end.topic().name())
        .thenComparing(Endpoint::direction));
    return list;
  }

  synchronized void close() {
    isClosed = true;
    Ending ending = new Ending();
    peers.values().forEach(peer -> ending.run(peer::close));
    peers.clear();
    ending.finish();
  }

  /**
   * Nodes of other wires.
   *
   * @param peers ordered by name
   * @param anchor index of the first whose name comes after this wire's own first node
   */
  record Neighbourhood(List<Peer> peers, int anchor) {}

  /** The ends of the bus at one moment. */
  static final class Snapshot {
    private final long generation;
    private final List<EndInfo> ends;
    private final Map<String, List<EndInfo>> byTopic = new HashMap<>();

    Snapshot(long generation, List<EndInfo> ends) {
      this.generation = generation;
      this.ends = ends;
      for (EndInfo end : ends) {
        byTopic.computeIfAbsent(end.topic().name(), topic -> new ArrayList<>()).add(end);
      }
    }

    /** As of which generation this was read. */
    long generation() {
      return generation;
    }

    List<EndInfo> ends() {
      return ends;
    }

    Set<Long> ids() {
      Set<Long> ids = new HashSet<>();
      for (EndInfo end : ends) {
        ids.add(end.id());
      }
      return ids;
    }

    /** Oldest first. */
    List<EndInfo> ends(String topic, Endpoint.Direction direction) {
      List<EndInfo> found = new ArrayList<>();
      for (EndInfo end : byTopic.getOrDefault(topic, List.of())) {
        if (end.direction() == direction) {
          found.add(end);
        }
      }
      found.sort(Comparator.comparingLong(EndInfo::birth));
      return found;
    }
  }
}

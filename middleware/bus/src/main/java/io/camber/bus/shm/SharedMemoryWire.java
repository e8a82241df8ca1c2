package io.camber.bus.shm;

import io.camber.bus.shm.file.BusFiles;
import io.camber.bus.shm.file.FileNames;
import io.camber.bus.shm.file.Generation;
import io.camber.bus.shm.file.Processes;
import io.camber.bus.transport.Bell;
import io.camber.bus.transport.Ending;
import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireException;
import io.camber.bus.transport.WireListener;
import io.camber.bus.transport.WireReader;
import io.camber.bus.transport.WireTopic;
import io.camber.bus.transport.WireWriter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;

/**
 * The wire between the processes of one host, over files in a directory of memory. One per process and bus is enough for any
 * number of nodes. Opening, closing and looking are safe from any thread; an end belongs to one thread, which may be in the
 * middle of a call when another closes the end or the wire (see {@link Door}).
 */
public final class SharedMemoryWire implements Wire {
  private final SharedMemoryConfig config;
  private final WireContext context;
  private final BellTimer timer;
  private final Ringer ringer;
  private final Watcher watcher;
  private final HarmWatch harm;
  private final NavigableMap<String, LocalNode> nodes = new TreeMap<>();
  private final List<SegmentWriter> writers = new ArrayList<>();
  private final List<SegmentReader> readers = new ArrayList<>();
  private final List<NodeBell> bells = new ArrayList<>();
  private int harmTurn;
  private String lookedAt = "";
  private boolean isClosed;
  private boolean isLeaving;
  private boolean isLeft;

  private SharedMemoryWire(SharedMemoryConfig config, WireContext context) {
    this.config = config;
    this.context = context;
    this.harm = new HarmWatch(context.files(), context.listener());
    this.ringer = new Ringer("camber-ringer-" + config.bus());
    this.timer = new BellTimer("camber-bell-timer-" + config.bus());
    this.watcher = new Watcher(
        "camber-watcher-" + config.bus(),
        context.files().directory,
        context.registry(),
        this::ringAll,
        this::lookAround,
        this::lookForCuts);
  }

  /**
   * Joins the bus, creating its directory when this is the first process.
   *
   * @param listener hears of other nodes, mismatches and harm
   * @throws WireException when the directory is not this user's alone
   */
  public static SharedMemoryWire open(SharedMemoryConfig config, WireListener listener) {
    BusFiles files = BusFiles.open(config.root(), config.bus());
    Generation generation = Generation.open(files);
    Registry registry = new Registry(files, generation, listener);
    SharedMemoryWire wire = new SharedMemoryWire(
        config, new WireContext(config, files, generation, registry, listener, new AtomicLong()));
    registry.refresh();
    wire.watcher.start();
    return wire;
  }

  @Override
  public synchronized WireWriter openWriter(WireTopic topic, String node) {
    checkOpen();
    node(node);
    for (SegmentWriter writer : writers) {
      EndInfo info = writer.present().info();
      if (info.node().equals(node) && info.topic().name().equals(topic.name())) {
        throw new WireException("node " + node + " has a writer of " + topic.name() + " already");
      }
    }
    EndInfo template = info(Endpoint.Direction.PUBLISHES, topic, node, Waiting.SPIN, 0);
    Gate gate = new Gate(context, ringer);
    SegmentWriter[] opened = new SegmentWriter[1];
    WriterSegments segments = new WriterSegments(context, template, () -> forgetWriter(opened[0]));
    SegmentWriter writer = new SegmentWriter(segments, gate, config.slowReaders());
    opened[0] = writer;
    writers.add(writer);
    return writer;
  }

  /** {@inheritDoc} The bell must be one that {@link #openBell} of this wire gave to the same node. */
  @Override
  public synchronized WireReader openReader(WireTopic topic, String node, Bell bell) {
    checkOpen();
    node(node);
    if (!(bell instanceof NodeBell own) || !own.node().equals(node)) {
      throw new WireException("the bell of a reader must be opened by this wire for node " + node);
    }
    EndInfo template =
        info(Endpoint.Direction.SUBSCRIBES, topic, node, own.waiting(), own.number());
    long birth = context.generation().next();
    String file = FileNames.end(node, topic.name(), birth, FileNames.IN);
    EndInfo info = template.withFile(file, context.newId(), birth);
    PositionFile positions =
        PositionFile.create(context.files(), info, () -> context.generation().next());
    context.generation().next();
    context.registry().added(info);
    context.registry().refresh();
    SegmentReader[] opened = new SegmentReader[1];
    SegmentReader reader = new SegmentReader(context, positions, () -> forgetReader(opened[0]));
    opened[0] = reader;
    readers.add(reader);
    return reader;
  }

  private EndInfo info(
      Endpoint.Direction direction, WireTopic topic, String node, Waiting waiting, int bell) {
    return new EndInfo(
        "",
        direction,
        node,
        topic,
        0,
        0,
        Processes.ownPid(),
        config.slowReaders().action(),
        waiting,
        bell);
  }

  @Override
  public synchronized Bell openBell(String node, Waiting waiting) {
    checkOpen();
    LocalNode owner = node(node);
    NodeBell bell = waiting == Waiting.SPIN
        ? new SpinBell(node)
        : new FifoBell(owner, waiting, context.files(), timer);
    bells.add(bell);
    return bell;
  }

  private LocalNode node(String name) {
    LocalNode known = nodes.get(name);
    if (known != null) {
      return known;
    }
    context.registry().addOwn(name);
    LocalNode node;
    try {
      node = LocalNode.open(name, context.files(), context.generation());
    } catch (WireException e) {
      context.registry().removeOwn(name);
      throw e;
    }
    nodes.put(name, node);
    return node;
  }

  private void checkOpen() {
    if (isClosed) {
      throw new WireException("the wire of bus " + config.bus() + " is closed");
    }
  }

  private synchronized void forgetReader(SegmentReader reader) {
    readers.remove(reader);
  }

  private void forgetWriter(SegmentWriter writer) {
    boolean isLate;
    synchronized (this) {
      writers.remove(writer);
      isLate = isLeaving;
    }
    if (isLate) {
      leave();
    }
  }

  @Override
  public List<Endpoint> endpoints() {
    return context.registry().endpoints();
  }

  /** Something came or went: whoever sleeps should look. */
  private void ringAll() {
    List<NodeBell> all;
    synchronized (this) {
      all = List.copyOf(bells);
    }
    Ending ending = new Ending();
    for (NodeBell bell : all) {
      ending.run(bell::ring);
    }
    ending.finish();
  }

  /** A page has vanished from under the watcher; which one is found out here, told once, and the file left alone. */
  private void lookForCuts() {
    List<LocalNode> own;
    synchronized (this) {
      own = List.copyOf(nodes.values());
    }
    own.forEach(this::lookForCut);
    harm.look(context.generation());
  }

  private void lookForCut(LocalNode node) {
    if (harm.isCut(node)) {
      List<NodeBell> all;
      synchronized (this) {
        all = bells.stream().filter(bell -> bell.node().equals(node.name)).toList();
      }
      all.forEach(NodeBell::doWithoutPage);
      harm.tellCut(node);
    }
  }

  /** One node and one writer a tick. */
  private void lookAround() {
    LocalNode node = nextNode();
    if (node != null) {
      lookForCut(node);
      node.tend();
    }
    SegmentWriter writer = nextWriter();
    if (writer != null) {
      harm.look(writer);
    }
  }

  private synchronized @Nullable LocalNode nextNode() {
    Map.Entry<String, LocalNode> next = nodes.higherEntry(lookedAt);
    next = next == null ? nodes.firstEntry() : next;
    lookedAt = next == null ? "" : next.getKey();
    return next == null ? null : next.getValue();
  }

  private synchronized @Nullable SegmentWriter nextWriter() {
    if (writers.isEmpty()) {
      return null;
    }
    harmTurn = (harmTurn + 1) % writers.size();
    return writers.get(harmTurn);
  }

  @Override
  public void close(List<WireReader> ofReaders, List<WireWriter> ofWriters) {
    List<Door> doors = new ArrayList<>();
    ofReaders.forEach(reader -> doors.add(((SegmentReader) reader).door()));
    ofWriters.forEach(writer -> doors.add(((SegmentWriter) writer).door()));
    Doors.close(doors);
  }

  /** {@inheritDoc} What senders need who are still on their way out goes with the last of them. */
  @Override
  public void close() {
    List<Door> sending;
    List<Door> receiving;
    List<Runnable> parts = new ArrayList<>();
    synchronized (this) {
      if (isClosed) {
        return;
      }
      isClosed = true;
      sending = writers.stream().map(SegmentWriter::door).toList();
      receiving = readers.stream().map(SegmentReader::door).toList();
      bells.forEach(bell -> parts.add(bell::close));
    }
    Ending ending = new Ending();
    ending.run(watcher::close);
    ending.run(() -> Doors.close(sending));
    ending.run(() -> Doors.close(receiving));
    parts.forEach(ending::run);
    ending.run(timer::close);
    ending.run(this::beginToLeave);
    ending.finish();
  }

  private void beginToLeave() {
    synchronized (this) {
      isLeaving = true;
    }
    leave();
  }

  /** Gives up the nodes that have no sender any more, and everything else with the last. */
  private void leave() {
    List<Runnable> parts = new ArrayList<>();
    synchronized (this) {
      Set<String> staying = new TreeSet<>();
      writers.forEach(writer -> staying.add(writer.present().info().node()));
      nodes.values().removeIf(node -> {
        boolean isLeft = !staying.contains(node.name);
        if (isLeft) {
          parts.add(node::close);
        }
        return isLeft;
      });
      if (writers.isEmpty() && !isLeft) {
        isLeft = true;
        parts.add(ringer::close);
        parts.add(context.registry()::close);
        parts.add(context.generation()::close);
      }
    }
    Ending ending = new Ending();
    parts.forEach(ending::run);
    ending.finish();
  }
}

package io.camber.bus.udp.protocol;

import io.camber.bus.transport.Endpoint;
import io.camber.bus.transport.WireCounters;
import io.camber.bus.udp.security.Protection;
import io.camber.bus.udp.security.ReplayWindow;
import java.net.InetSocketAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * Another participant. Heard at first, then proven: it gave back a challenge of ours, so it is present now and at the
 * address it says; then alive as long as both sides hear each other.
 */
final class Peer {
  final long sender;
  final long epoch;
  final Protection.Opener opener;
  final ReplayWindow replays = new ReplayWindow();
  final long challenge;
  final List<OutLink> links = new ArrayList<>();
  final PathDelay path = new PathDelay();
  final EndpointPages pages = new EndpointPages();
  final Map<Integer, WireCounters> counters = new TreeMap<>();
  private static final int REFUSALS_MAX = 256;

  private final Set<Integer> refusals = new TreeSet<>();
  private final Set<Integer> refused = new TreeSet<>();
  private final Participant self;

  String host = "";
  long pid;
  InetSocketAddress meeting;
  long theirChallenge;
  long lastHeardNs;
  long lastHelloNs = Long.MIN_VALUE / 2;
  long tableSentNs = Long.MIN_VALUE / 2;
  int tableAcknowledged = -1;
  long hearsUsNs;
  private Seniority seniority;
  private boolean toldAge;
  private boolean alive;
  private Network.@Nullable Route route;
  private @Nullable InStream[] streams = new InStream[8];
  private final List<InStream> streamList = new ArrayList<>();

  Peer(
      Participant self,
      long sender,
      long epoch,
      Protection.Opener opener,
      long challenge,
      InetSocketAddress meeting) {
    this.self = self;
    this.sender = sender;
    this.epoch = epoch;
    this.opener = opener;
    this.challenge = challenge;
    this.meeting = meeting;
    this.seniority = new Seniority(0, epoch, sender);
  }

  boolean isProven() {
    return route != null;
  }

  /** It is there; as long as it does not tell since when, since now. */
  void prove(Network.Route way, long nowNs) {
    route = way;
    seniority = new Seniority(nowNs, epoch, sender);
  }

  Seniority seniority() {
    return seniority;
  }

  /** It tells how long it has run; answers whether that is news, for only the first time counts. */
  boolean takesAge(int units, long nowNs) {
    if (toldAge) {
      return false;
    }
    toldAge = true;
    seniority = new Seniority(nowNs - units * Seniority.UNIT_NS, epoch, sender);
    return true;
  }

  Network.Route route() {
    Network.Route way = route;
    if (way == null) {
      throw new IllegalStateException("peer " + sender + " has not proven to be present");
    }
    return way;
  }

  boolean isAlive() {
    return alive;
  }

  void setAlive(boolean now) {
    alive = now;
  }

  Traffic traffic() {
    return self.traffic();
  }

  long jitter(long boundNs) {
    return self.jitter(boundNs);
  }

  /** Whether this end of the peer is refused for the first time. */
  boolean refuses(int endpoint) {
    return refused.size() < REFUSALS_MAX && refused.add(endpoint);
  }

  /** Whether a refusal of this end is news; a peer may repeat itself for ever. */
  boolean takesRefusal(int endpoint) {
    return refusals.size() < REFUSALS_MAX && refusals.add(endpoint);
  }

  /** A reader of a stream of this peer is hungry again. */
  void onAppetite(InStream stream) {
    if (alive) {
      self.sendStatus(stream);
    }
  }

  void onOverrun(EndpointEntry writer, long lost) {
    self.onOverrun(writer, lost);
  }

  /** Entries of the newest complete table. */
  List<EndpointEntry> endpoints() {
    return pages.entries();
  }

  boolean hasEnd(int id) {
    return endpoints().stream().anyMatch(entry -> entry.id() == id);
  }

  List<InStream> streams() {
    return streamList;
  }

  @Nullable
  InStream stream(int writer) {
    return writer > 0 && writer < streams.length ? streams[writer] : null;
  }

  void addStream(InStream stream) {
    int writer = stream.writer();
    if (writer >= streams.length) {
      streams = java.util.Arrays.copyOf(streams, Math.max(writer + 1, 2 * streams.length));
    }
    streams[writer] = stream;
    streamList.add(stream);
  }

  void removeStream(InStream stream) {
    streams[stream.writer()] = null;
    streamList.remove(stream);
    stream.close();
  }

  @Nullable
  OutLink link(int writer) {
    for (int i = 0; i < links.size(); i++) {
      if (links.get(i).stream.entry.id() == writer) {
        return links.get(i);
      }
    }
    return null;
  }

  /** Names of the nodes that live there, each once. */
  List<String> nodes() {
    return endpoints().stream().map(EndpointEntry::node).distinct().sorted().toList();
  }

  void addEndpointsTo(List<Endpoint> target) {
    for (EndpointEntry entry : endpoints()) {
      WireCounters known = counters.getOrDefault(entry.id(), EndpointTable.NOTHING);
      target.add(new Endpoint(entry.node(), host, pid, entry.direction(), entry.topic(), known));
    }
  }

  void close() {
    for (OutLink link : links) {
      link.stream.links.remove(link);
    }
    links.clear();
    for (InStream stream : List.copyOf(streamList)) {
      removeStream(stream);
    }
    if (route != null) {
      route.close();
    }
    alive = false;
  }
}

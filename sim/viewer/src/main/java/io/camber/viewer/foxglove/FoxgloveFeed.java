package io.camber.viewer.foxglove;

import com.google.protobuf.ByteString;
import io.camber.viewer.drive.DriveMessage;
import io.camber.viewer.drive.DriveSource;
import io.camber.viewer.drive.DriveTopic;
import io.camber.viewer.web.Sockets;
import io.netty.channel.ChannelHandler;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * One drive for many clients. A message is made for viewers only while somebody listens, once for all of them. Whoever
 * subscribes gets the last message of the topic at once, so maps, frames and pictures of a drive at rest appear.
 */
public final class FoxgloveFeed implements Sockets, AutoCloseable {
  /** Old clients know nothing of playback and must not hear of it, so it is offered under the other name only. */
  private static final String OLD = "foxglove.websocket.v1";

  private static final String SDK = "foxglove.sdk.v1";

  private final DriveSource drive;
  private final String session = UUID.randomUUID().toString();
  private final List<Session> sessions = new CopyOnWriteArrayList<>();
  private final Map<Integer, Channel> channels = new LinkedHashMap<>();
  private final Set<String> knownTopics = new TreeSet<>();
  private final Pump pump;

  private FoxgloveFeed(DriveSource drive) {
    this.drive = drive;
    this.pump = new Pump(this, drive);
    discover();
  }

  /** Starts to follow a live drive, or to play a log. */
  public static FoxgloveFeed of(DriveSource drive) {
    FoxgloveFeed feed = new FoxgloveFeed(drive);
    feed.pump.start();
    return feed;
  }

  @Override
  public List<String> protocols() {
    return List.of(OLD, SDK);
  }

  @Override
  public ChannelHandler handler(String protocol) {
    return new Session(this, protocol.equals(SDK) && !drive.span().isGrowing());
  }

  /** Takes up topics that were not there before; returns the new channels. */
  private synchronized List<Channel> discover() {
    List<Channel> fresh = new ArrayList<>();
    List<DriveTopic> topics = drive.topics();
    if (topics.size() == knownTopics.size()) {
      return fresh;
    }
    for (DriveTopic topic : topics) {
      boolean isReadable = topic.schema().encoding().equals("protobuf");
      if (knownTopics.add(topic.name()) && isReadable) {
        fresh.add(Channel.of(channels.size() + fresh.size() + 1, topic));
      }
    }
    for (Derived derived : Derivation.of(drive)) {
      if (channels.values().stream().noneMatch(known -> known.topic().equals(derived.topic()))) {
        fresh.add(Channel.of(channels.size() + fresh.size() + 1, derived));
      }
    }
    fresh.forEach(channel -> channels.put(channel.id(), channel));
    return fresh;
  }

  /** Tells everybody about topics that came up since. */
  void announceNews() {
    List<Channel> fresh = discover();
    if (!fresh.isEmpty()) {
      sessions.forEach(one -> one.say(Frames.advertise(fresh)));
    }
  }

  private synchronized Collection<Channel> channels() {
    return List.copyOf(channels.values());
  }

  synchronized Optional<Channel> findChannel(int id) {
    return Optional.ofNullable(channels.get(id));
  }

  void join(Session one) {
    one.say(Frames.serverInfo("camber " + drive.name(), session, one.hasControl(), drive.span()));
    one.say(Frames.advertise(channels()));
    sessions.add(one);
    if (one.hasControl()) {
      one.say(pump.state(false, ""));
    }
  }

  void leave(Session one) {
    sessions.remove(one);
  }

  void subscribed(Session one, int channel) {
    pump.ask(() -> sendLatest(one, channel, pump.timeNs()));
  }

  void control(Session one, PlaybackRequest request) {
    pump.ask(() -> {
      pump.obey(request);
      for (Session each : sessions) {
        if (each.hasControl()) {
          each.say(pump.state(request.sought(), each == one ? request.id() : ""));
        }
      }
    });
  }

  /** Tells who can control that the playback changed by itself. */
  void tellState() {
    sessions.stream().filter(Session::hasControl).forEach(one -> one.say(pump.state(false, "")));
  }

  boolean canSomebodyControl() {
    return sessions.stream().anyMatch(Session::hasControl);
  }

  boolean isSomebodyListening() {
    return sessions.stream().anyMatch(Session::isListening);
  }

  /** Topics of the drive that somebody wants, as they are or made into something. */
  Set<String> wantedTopics() {
    Set<String> wanted = new TreeSet<>();
    for (Channel channel : channels()) {
      if (sessions.stream().anyMatch(one -> one.subscriptionOf(channel.id()).isPresent())) {
        wanted.add(channel.source());
      }
    }
    return wanted;
  }

  void sendTime(long timeNs) {
    sessions.forEach(one -> one.tick(timeNs));
  }

  void send(DriveMessage message) {
    for (Channel channel : channels()) {
      if (channel.source().equals(message.topic())) {
        send(channel, message, sessions);
      }
    }
  }

  /** The newest message of everything that is wanted, for a time that was jumped to. */
  void sendAllLatest(long timeNs) {
    for (Session one : sessions) {
      for (Channel channel : channels()) {
        if (one.subscriptionOf(channel.id()).isPresent()) {
          sendLatest(one, channel.id(), timeNs);
        }
      }
    }
  }

  private void sendLatest(Session one, int id, long timeNs) {
    Optional<Channel> channel = findChannel(id);
    if (channel.isEmpty()) {
      return;
    }
    try {
      Optional<DriveMessage> latest = drive.latest(channel.get().source(), timeNs);
      if (latest.isPresent()) {
        send(channel.get(), latest.get(), List.of(one));
      }
    } catch (IOException e) {
      one.say(Frames.status(2, "the drive cannot be read: " + e.getMessage()));
    }
  }

  private static void send(Channel channel, DriveMessage message, List<Session> to) {
    Optional<ByteString> payload = Optional.empty();
    for (Session one : to) {
      Optional<Long> subscription = one.subscriptionOf(channel.id());
      if (subscription.isPresent()) {
        payload = payload.isPresent() ? payload : channel.payload(message);
        if (payload.isEmpty()) {
          return;
        }
        one.offer(subscription.get(), message.timeNs(), payload.get());
      }
    }
  }

  @Override
  public void close() {
    pump.close();
  }
}

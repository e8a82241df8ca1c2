package io.camber.bus.node;

import io.camber.bus.QosEvent;
import io.camber.bus.node.NodeCall.Item;
import io.camber.bus.transport.BusMessage;
import java.util.ArrayList;
import java.util.List;

/**
 * What is due for a node and what waits for it: arrivals by port, timers, deadlines, the wake-up it asked for. Knows no
 * clock; whoever runs the node says what time it is. Owned by one thread.
 */
public final class Agenda {
  /** As many kinds there are and some more: that one thing befell a topic must not hide another. */
  private static final int EVENTS_WAITING_MAX = 16;

  private final List<Port> ports;
  private final int ticksWaitingMax;
  private final Inbox inbox = new Inbox();
  private final List<NewestValue> newest = new ArrayList<>();
  private final List<NodeTimer> timers = new ArrayList<>();
  private final List<DeadlineWatch> watches = new ArrayList<>();
  private long wakeNs = Long.MAX_VALUE;

  /**
   * An empty agenda.
   *
   * @param ticksWaitingMax how many ticks of one timer may wait; the oldest falls first
   * @param timersFromNs ticks before are not made up for
   * @param startNs when deadlines begin to count
   */
  public Agenda(List<Port> ports, int ticksWaitingMax, long timersFromNs, long startNs) {
    this.ports = List.copyOf(ports);
    this.ticksWaitingMax = ticksWaitingMax;
    for (int number = 0; number < ports.size(); number++) {
      Port port = ports.get(number);
      boolean wantsNewest = port instanceof Port.Input input && input.use() == Port.Use.LATEST;
      newest.add(wantsNewest ? new NewestValue(number) : NewestValue.NONE);
      if (port instanceof Port.Timer timer) {
        timers.add(new NodeTimer(number, timer, timersFromNs));
      } else if (port instanceof Port.Watch watch) {
        watches.add(
            new DeadlineWatch(number, watch.topic().name(), watch.topic().qos(), startNs));
      }
    }
  }

  public List<Port> ports() {
    return ports;
  }

  /** Takes in a message for an input. */
  public void arrive(int number, BusMessage<?> message, long timeNs) {
    Port.Input input = (Port.Input) ports.get(number);
    String topic = input.topic().name();
    for (int i = 0; i < watches.size(); i++) {
      if (watches.get(i).watches(topic)) {
        watches.get(i).arrived(timeNs);
      }
    }
    if (input.use() == Port.Use.LATEST) {
      newest.get(number).arrive(message);
    } else if (!inbox.add(
        Item.message(number, message), input.use().isWork(), input.topic().qos().depth())) {
      tell(topic, QosEvent.MESSAGES_LOST);
    }
  }

  /** Names of topics that the node wants to be told about, in the order of declaration. */
  public List<String> watchedTopics() {
    return watches.stream().map(DeadlineWatch::topic).toList();
  }

  /** Tells the node, if it watches the topic, what befell it. */
  public void tell(String topic, QosEvent event) {
    for (DeadlineWatch watch : watches) {
      if (watch.watches(topic)) {
        inbox.add(Item.event(watch.port(), event), true, EVENTS_WAITING_MAX);
      }
    }
  }

  /** Lets one item in as work, outside any topic. */
  public void admit(Item item) {
    inbox.add(item, true, Integer.MAX_VALUE);
  }

  /** Notes when the node wants to be called though nothing arrives. */
  public void wakeAt(long wakeNs, long nowNs) {
    this.wakeNs = wakeNs;
    wakeIfDue(nowNs);
  }

  private void wakeIfDue(long nowNs) {
    if (wakeNs <= nowNs) {
      wakeNs = Long.MAX_VALUE;
      admit(Item.wake(nowNs));
    }
  }

  /** Puts every tick, deadline and wake-up that is due by now into the inbox. */
  public void fire(long nowNs) {
    for (int i = 0; i < timers.size(); i++) {
      NodeTimer timer = timers.get(i);
      while (timer.nextNs() <= nowNs) {
        inbox.add(timer.take(), true, ticksWaitingMax);
      }
    }
    for (int i = 0; i < watches.size(); i++) {
      if (watches.get(i).nextNs() <= nowNs) {
        inbox.add(watches.get(i).take(nowNs), true, EVENTS_WAITING_MAX);
      }
    }
    wakeIfDue(nowNs);
  }

  /** The next time at which {@link #fire} has something to do; {@link Long#MAX_VALUE} for never. */
  public long nextNs() {
    long next = wakeNs;
    for (int i = 0; i < timers.size(); i++) {
      next = Math.min(next, timers.get(i).nextNs());
    }
    for (int i = 0; i < watches.size(); i++) {
      next = Math.min(next, watches.get(i).nextNs());
    }
    return next;
  }

  public boolean hasWork() {
    return inbox.hasWork();
  }

  /** Everything that waits, as one call; the agenda's inbox is empty afterwards. */
  public NodeCall take(long timeNs) {
    List<Item> items = new ArrayList<>();
    drainTo(items, timeNs);
    return new NodeCall(timeNs, items);
  }

  /** Appends everything that waits; the agenda's inbox is empty afterwards. */
  public void drainTo(List<Item> target, long timeNs) {
    for (int i = 0; i < newest.size(); i++) {
      newest.get(i).drainTo(target);
    }
    inbox.drainTo(target, timeNs);
  }

  /** Items that fell because too many of their port waited. */
  public long overruns() {
    return inbox.overruns();
  }

  /** Messages whose lifespan ended while they waited. */
  public long expired() {
    return inbox.expired();
  }
}

package io.camber.bus.remote;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.camber.bus.Latest;
import io.camber.bus.Node;
import io.camber.bus.Publisher;
import io.camber.bus.Qos;
import io.camber.bus.Service;
import io.camber.bus.Texts;
import io.camber.bus.Topic;
import io.camber.bus.execution.LockstepConfig;
import io.camber.bus.execution.LockstepExecutor;
import io.camber.bus.execution.NodeFailure;
import io.camber.bus.execution.RunHash;
import io.camber.bus.node.NodeSpec;
import io.camber.bus.transport.Waiting;
import io.camber.bus.transport.Wire;
import io.camber.bus.transport.WireListener;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Nodes behind a wire make the same run as nodes in the executor's process. Runs for every kind of wire. */
@Timeout(60)
abstract class LockstepAcrossWires {
  private static final long MS = 1_000_000L;
  private static final Topic<String> SOURCE = topic("/source");
  private static final Service<String, String> SHOUT =
      new Service<>("shout", topic("/shout/request"), topic("/shout/answer"));

  /** Another process's view of one and the same bus. */
  abstract Wire join(WireListener listener);

  @Test
  void theHashIsThatOfOneProcess() {
    assertThat(hash(true)).isEqualTo(hash(false));
  }

  @Test
  void aFailureThereSilencesTheNodeHere() {
    Node failing = context -> context.subscribe(SOURCE, (text, envelope) -> {
      throw new IllegalStateException("broken on purpose");
    });
    NodeSpec spec = NodeSpec.stack("failing", 0, "/truth/", context -> failing);
    try (Wire there = join(WireListener.SILENT);
        Wire here = join(WireListener.SILENT);
        Hosting hosting = new Hosting(spec, there);
        RemoteNode remote = remote(spec, here, () -> true);
        LockstepExecutor executor = new LockstepExecutor(config())) {
      executor.add(NodeSpec.world("source", 0, context -> source()));
      executor.add(spec, remote);
      executor.runUntil(30 * MS);

      assertThat(hosting.isRunning()).isTrue();
      assertThat(executor.failures())
          .singleElement()
          .extracting(NodeFailure::cause)
          .isInstanceOf(RemoteFailureException.class)
          .asString()
          .contains("broken on purpose");
    }
  }

  @Test
  void aProcessThatIsGoneIsNotWaitedFor() {
    NodeSpec spec = NodeSpec.world("gone", 0, context -> source());
    AtomicBoolean alive = new AtomicBoolean();
    try (Wire here = join(WireListener.SILENT);
        LockstepExecutor executor = new LockstepExecutor(config())) {
      executor.add(spec, remote(spec, here, alive::get));

      assertThatThrownBy(() -> executor.runUntil(0)).hasMessageContaining("gone has ended");
    }
  }

  private String hash(boolean remotely) {
    List<NodeSpec> specs = specs();
    RunHash hash = new RunHash();
    List<Hosting> opened = new ArrayList<>();
    try (Wire there = join(WireListener.SILENT);
        Wire here = join(WireListener.SILENT);
        LockstepExecutor executor = new LockstepExecutor(config())) {
      executor.addListener(hash);
      executor.add(NodeSpec.world("source", 0, context -> source()));
      List<RemoteNode> remotes = new ArrayList<>();
      for (NodeSpec spec : specs) {
        if (remotely) {
          opened.add(new Hosting(spec, there));
          RemoteNode remote = remote(spec, here, () -> true);
          remotes.add(remote);
          executor.add(spec, remote);
        } else {
          executor.add(spec);
        }
      }
      executor.runUntil(200 * MS);
      remotes.forEach(RemoteNode::close);
      close(opened);
    }
    assertThat(hash.count()).isGreaterThan(60);
    return hash.hex();
  }

  private static void close(List<Hosting> opened) {
    opened.forEach(Hosting::close);
  }

  private static List<NodeSpec> specs() {
    List<NodeSpec> specs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      Topic<String> from = i == 0 ? SOURCE : topic("/mesh" + (i - 1));
      Topic<String> to = topic("/mesh" + i);
      specs.add(NodeSpec.world("mesh" + i, i * 7L * MS, context -> mixer(from, to)));
    }
    specs.add(NodeSpec.world(
        "shouting",
        3 * MS,
        context ->
            node -> node.serve(SHOUT, question -> question.toUpperCase(java.util.Locale.ROOT))));
    return specs;
  }

  private static Node mixer(Topic<String> from, Topic<String> to) {
    return context -> {
      Publisher<String> out = context.publisher(to);
      Latest<String> newest = context.latest(SOURCE);
      var shout = context.client(SHOUT);
      java.util.Random random = new java.util.Random(context.seed("noise"));
      context.subscribe(from, (text, envelope) -> {
        String mixed = text.hashCode() + newest.value().orElse("") + random.nextInt(100);
        out.publish(mixed, envelope.measurementTimeNs());
        shout.ask("m" + text, (answer, about) -> out.publish(answer, about.measurementTimeNs()));
      });
    };
  }

  private static Node source() {
    return context -> {
      Publisher<String> out = context.publisher(SOURCE);
      context.timer(20 * MS, 0, time -> out.publishSample("t" + time / MS, time));
    };
  }

  private static LockstepConfig config() {
    return new LockstepConfig(7, 6, true, Optional.empty());
  }

  private static RemoteNode remote(
      NodeSpec spec, Wire wire, java.util.function.BooleanSupplier alive) {
    Patience patience =
        new Patience("node " + spec.name(), 20_000_000_000L, alive, System::nanoTime);
    return new RemoteNode(
        spec, config().terms(), LockstepAcrossWires::topic, wire, Waiting.HYBRID, patience);
  }

  private static Topic<String> topic(String name) {
    return Texts.topic(name, Qos.RESULT);
  }

  /** A node's process, played by a thread with a wire of its own. */
  private static final class Hosting implements AutoCloseable {
    private final NodeHost host;
    private final Thread thread;
    private final AtomicBoolean closing = new AtomicBoolean();

    Hosting(NodeSpec spec, Wire wire) {
      Patience patience =
          new Patience("the executor", Long.MAX_VALUE, () -> !closing.get(), System::nanoTime);
      host = new NodeHost(spec, LockstepAcrossWires::topic, wire, Waiting.HYBRID, patience);
      thread = new Thread(this::serve, "host-of-" + spec.name());
      thread.start();
    }

    private void serve() {
      try (host) {
        host.run();
      } catch (io.camber.bus.transport.WireException e) {
        assertThat(closing).isTrue();
      }
    }

    boolean isRunning() {
      return thread.isAlive();
    }

    @Override
    public void close() {
      closing.set(true);
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}

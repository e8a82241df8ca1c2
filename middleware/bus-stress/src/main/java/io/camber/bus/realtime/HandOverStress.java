package io.camber.bus.realtime;

import io.camber.bus.Codec;
import io.camber.bus.Envelope;
import io.camber.bus.MalformedMessageException;
import io.camber.bus.Origins;
import io.camber.bus.PayloadBuffer;
import io.camber.bus.Qos;
import io.camber.bus.Schema;
import io.camber.bus.Topic;
import io.camber.bus.node.Port;
import io.camber.bus.transport.BusMessage;
import java.nio.ByteBuffer;
import java.util.List;
import org.openjdk.jcstress.annotations.Actor;
import org.openjdk.jcstress.annotations.Arbiter;
import org.openjdk.jcstress.annotations.Expect;
import org.openjdk.jcstress.annotations.JCStressTest;
import org.openjdk.jcstress.annotations.Outcome;
import org.openjdk.jcstress.annotations.State;
import org.openjdk.jcstress.infra.results.IZ_Result;

/** A node of this process goes to sleep while a message is handed to it: messages that came, and whether it overslept. */
@JCStressTest
@Outcome(id = "1, false", expect = Expect.ACCEPTABLE, desc = "woken or never asleep")
@Outcome(expect = Expect.FORBIDDEN, desc = "overslept, lost or doubled")
@State
public class HandOverStress {
  /** Long against any pause of the machine, so that only a lost wake-up lasts that long. */
  private static final long PATIENCE_NS = 2_000_000_000L;

  private static final Topic<Long> TOPIC =
      new Topic<>("/number", Long.class, new NoCodec(), Qos.SAMPLES);
  private static final BusMessage<Long> MESSAGE =
      new BusMessage<>(TOPIC, new Envelope("/number", "sender", 0, 0, 0, Origins.NONE), 1L, null);

  private final ExchangeDelivery delivery = new ExchangeDelivery("node", new Exchange());
  private int received;

  /** Starts connected and awake. */
  public HandOverStress() {
    delivery.connect(List.of(new Port.Input(TOPIC, Port.Use.WORK)));
  }

  @Actor
  public void send() {
    delivery.arrive(0, 0, MESSAGE);
  }

  @Actor
  public void sleep(IZ_Result result) {
    long start = System.nanoTime();
    delivery.bell().await(delivery.hasMessages(), PATIENCE_NS);
    result.r2 = System.nanoTime() - start >= PATIENCE_NS;
  }

  @Arbiter
  public void judge(IZ_Result result) {
    delivery.poll(new Arrivals() {
      @Override
      public void message(int port, BusMessage<?> message) {
        received++;
      }

      @Override
      public void loaned(int port, BusMessage<?> message) {
        throw new IllegalStateException("values are handed over, never lent");
      }

      @Override
      public void answer(int port, long question, BusMessage<?> message) {
        throw new IllegalStateException("nobody asked");
      }
    });
    result.r1 = received;
  }

  private record NoCodec() implements Codec<Long> {
    @Override
    public Schema schema() {
      return new Schema("number", "none", new byte[0]);
    }

    @Override
    public void encode(Long value, PayloadBuffer target) {
      throw new UnsupportedOperationException();
    }

    @Override
    public Long decode(ByteBuffer payload) {
      throw new MalformedMessageException("values are handed over, never encoded");
    }
  }
}

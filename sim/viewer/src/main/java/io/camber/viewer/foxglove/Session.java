package io.camber.viewer.foxglove;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.protobuf.ByteString;
import io.netty.buffer.ByteBuf;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.SimpleChannelInboundHandler;
import io.netty.handler.codec.http.websocketx.BinaryWebSocketFrame;
import io.netty.handler.codec.http.websocketx.CloseWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PingWebSocketFrame;
import io.netty.handler.codec.http.websocketx.PongWebSocketFrame;
import io.netty.handler.codec.http.websocketx.TextWebSocketFrame;
import io.netty.handler.codec.http.websocketx.WebSocketFrame;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** One client: its subscriptions and what waits to be sent to it. Bad frames are answered with a status, never with silence. */
final class Session extends SimpleChannelInboundHandler<WebSocketFrame> {
  private static final int PLAYBACK_REQUEST_BYTES = 18;

  private final FoxgloveFeed feed;
  private final boolean hasControl;
  private final Map<Long, Integer> channelsBySubscription = new TreeMap<>();
  private final Map<Integer, Long> subscriptionsByChannel = new TreeMap<>();
  private @Nullable Outbox outbox;

  Session(FoxgloveFeed feed, boolean hasControl) {
    this.feed = feed;
    this.hasControl = hasControl;
  }

  boolean hasControl() {
    return hasControl;
  }

  @Override
  public void handlerAdded(ChannelHandlerContext context) {
    outbox = new Outbox(context);
    feed.join(this);
  }

  @Override
  public void channelInactive(ChannelHandlerContext context) {
    feed.leave(this);
    if (outbox != null) {
      outbox.close();
    }
  }

  @Override
  public void channelWritabilityChanged(ChannelHandlerContext context) {
    if (outbox != null) {
      outbox.flush();
    }
  }

  @Override
  public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
    var unused = context.close();
  }

  /** Words that are never dropped. */
  void say(String json) {
    if (outbox != null) {
      outbox.control(new TextWebSocketFrame(json));
    }
  }

  void say(ByteBuf frame) {
    if (outbox != null) {
      outbox.control(new BinaryWebSocketFrame(frame));
    } else {
      frame.release();
    }
  }

  synchronized Optional<Long> subscriptionOf(int channel) {
    return Optional.ofNullable(subscriptionsByChannel.get(channel));
  }

  synchronized boolean isListening() {
    return !subscriptionsByChannel.isEmpty();
  }

  /** The time of what follows; goes the way of messages, or it would overtake them. */
  void tick(long timeNs) {
    if (outbox != null && isListening()) {
      outbox.data(new BinaryWebSocketFrame(Frames.tick(timeNs)));
    }
  }

  /** A message, dropped with the oldest when the client does not keep up. */
  void offer(long subscription, long timeNs, ByteString payload) {
    if (outbox != null) {
      outbox.data(new BinaryWebSocketFrame(Frames.message(subscription, timeNs, payload)));
    }
  }

  @Override
  protected void channelRead0(ChannelHandlerContext context, WebSocketFrame frame) {
    try {
      if (frame instanceof TextWebSocketFrame text) {
        onJson(JsonParser.parseString(text.text()).getAsJsonObject());
      } else if (frame instanceof BinaryWebSocketFrame binary) {
        onBinary(binary.content());
      } else if (frame instanceof PingWebSocketFrame ping) {
        var unused = context.writeAndFlush(new PongWebSocketFrame(ping.content().retain()));
      } else if (frame instanceof CloseWebSocketFrame close) {
        leave(context, close);
      }
    } catch (RuntimeException e) {
      // Whatever a client sends, it only gets an answer.
      say(Frames.status(2, "a frame was not understood: " + e.getMessage()));
    }
  }

  /** Nothing follows a close frame, so the drive is let go of before it is answered. */
  private void leave(ChannelHandlerContext context, CloseWebSocketFrame close) {
    feed.leave(this);
    if (outbox != null) {
      outbox.close();
    }
    var unused = context.writeAndFlush(close.retain()).addListener(ChannelFutureListener.CLOSE);
  }

  private void onJson(JsonObject message) {
    String op = message.get("op").getAsString();
    switch (op) {
      case "subscribe" -> message.getAsJsonArray("subscriptions").forEach(this::subscribe);
      case "unsubscribe" -> unsubscribe(message.getAsJsonArray("subscriptionIds"));
      default -> say(Frames.status(2, "this server does not do '" + op + "'"));
    }
  }

  private void subscribe(JsonElement element) {
    JsonObject wanted = element.getAsJsonObject();
    long subscription = wanted.get("id").getAsLong();
    int channel = wanted.get("channelId").getAsInt();
    if (feed.findChannel(channel).isEmpty()) {
      say(Frames.status(2, "there is no channel " + channel));
      return;
    }
    synchronized (this) {
      if (subscriptionsByChannel.containsKey(channel)) {
        say(Frames.status(1, "channel " + channel + " is subscribed to already"));
        return;
      }
      if (channelsBySubscription.containsKey(subscription)) {
        say(Frames.status(2, "subscription " + subscription + " is in use"));
        return;
      }
      channelsBySubscription.put(subscription, channel);
      subscriptionsByChannel.put(channel, subscription);
    }
    feed.subscribed(this, channel);
  }

  private synchronized void unsubscribe(JsonArray ids) {
    for (JsonElement id : ids) {
      Integer channel = channelsBySubscription.remove(id.getAsLong());
      if (channel != null) {
        subscriptionsByChannel.remove(channel);
      }
    }
  }

  private void onBinary(ByteBuf frame) {
    int opcode = frame.readableBytes() > 0 ? frame.readUnsignedByte() : -1;
    if (opcode != 3 || !hasControl || frame.readableBytes() < PLAYBACK_REQUEST_BYTES) {
      say(Frames.status(2, "this server does not do binary operation " + opcode));
      return;
    }
    boolean pause = frame.readUnsignedByte() == 1;
    float speed = frame.readFloatLE();
    boolean sought = frame.readUnsignedByte() != 0;
    long timeNs = frame.readLongLE();
    int length = Math.min(frame.readIntLE(), frame.readableBytes());
    String id =
        frame.readCharSequence(Math.max(0, length), StandardCharsets.UTF_8).toString();
    feed.control(this, new PlaybackRequest(pause, speed, sought, timeNs, id));
  }
}

package io.camber.viewer.web;

import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.websocketx.WebSocketFrameAggregator;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshaker;
import io.netty.handler.codec.http.websocketx.WebSocketServerHandshakerFactory;
import java.util.Arrays;
import java.util.List;

/** Turns a connection into a web socket when both sides know a sub-protocol. */
final class Upgrade {
  private static final int MESSAGE_BYTES_MAX = 1 << 20;

  private final Sockets sockets;

  Upgrade(Sockets sockets) {
    this.sockets = sockets;
  }

  void answer(ChannelHandlerContext context, FullHttpRequest request, Reply reply) {
    String offered = request.headers().get(HttpHeaderNames.SEC_WEBSOCKET_PROTOCOL);
    List<String> wanted = offered == null
        ? List.of()
        : Arrays.stream(offered.split(",", -1)).map(String::strip).toList();
    String agreed =
        sockets.protocols().stream().filter(wanted::contains).findFirst().orElse("");
    if (agreed.isEmpty()) {
      reply.send(Response.problem(400, "sub-protocols spoken here: " + sockets.protocols()));
      return;
    }
    WebSocketServerHandshaker handshaker = new WebSocketServerHandshakerFactory(
            "/", agreed, false, MESSAGE_BYTES_MAX)
        .newHandshaker(request);
    if (handshaker == null) {
      WebSocketServerHandshakerFactory.sendUnsupportedVersionResponse(context.channel())
          .addListener(ChannelFutureListener.CLOSE);
      return;
    }
    var pipeline = context.pipeline();
    pipeline.remove("idle");
    pipeline.remove("chunks");
    pipeline.addLast("frames", new WebSocketFrameAggregator(MESSAGE_BYTES_MAX));
    handshaker.handshake(context.channel(), request).addListener(done -> {
      if (done.isSuccess()) {
        pipeline.addLast("talk", sockets.handler(agreed));
        pipeline.remove(context.handler());
      }
    });
  }
}

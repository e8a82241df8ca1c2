package io.camber.viewer.web;

import io.netty.channel.ChannelHandler;
import java.util.List;

/** What web sockets of a server are for. */
public interface Sockets {
  /** Sub-protocols spoken, the preferred first. */
  List<String> protocols();

  /** What talks on one new connection, told the protocol agreed on. */
  ChannelHandler handler(String protocol);
}
